"""Plants copies of benchmark rows in documents, and counts how many of them a report names.

plant.py CORPORA WORK          writes WORK/benchmark.jsonl (1 MB), WORK/data.jsonl (100 MB) and WORK/planted.json
plant.py --score WORK          reads WORK/report.jsonl
"""
import json, os, random, re, sys

EDITS = ["exact", "re-cased", "punctuation", "one word in eight", "inside a document"]


def edited(text, edit, rng, vocabulary):
    if edit == "re-cased":
        return rng.choice([text.upper(), text.lower(), text.title()])
    if edit == "punctuation":
        return re.sub(r"[^\w\s]", "", text).replace(" ", ", ", 1) + " !"
    if edit == "one word in eight":
        words = text.split(" ")
        for start in range(0, len(words), 8):
            at = rng.randrange(start, min(start + 8, len(words)))
            words[at] = rng.choice(vocabulary)
        return " ".join(words)
    return text


def plant(corpora, work):
    rng = random.Random(1)
    benchmark, size = [], 0
    for line in open(os.path.join(corpora, "short_100k.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        if len(row["text"].split()) >= 16:
            benchmark.append(row)
            size += len(line.encode())
        if size > 1_000_000:
            break
    with open(os.path.join(work, "benchmark.jsonl"), "w", encoding="utf-8") as out:
        for row in benchmark:
            out.write(json.dumps({"id": f"b{row['id']}", "text": row["text"]}, ensure_ascii=False) + "\n")
    vocabulary = [word for row in benchmark for word in row["text"].split() if word.isalpha()]
    planted = {}
    with open(os.path.join(work, "data.jsonl"), "w", encoding="utf-8") as out:
        for line in open(os.path.join(corpora, "docs_50k.jsonl"), encoding="utf-8"):
            row = json.loads(line)
            if rng.random() < 0.02:
                edit, source = rng.choice(EDITS), rng.choice(benchmark)
                text = edited(source["text"], edit, rng, vocabulary)
                if edit == "inside a document":
                    words = row["text"].split(" ")
                    at = rng.randrange(len(words))
                    text = " ".join(words[:at] + [text] + words[at:])
                row["text"] = text
                planted[row["id"]] = edit
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    json.dump(planted, open(os.path.join(work, "planted.json"), "w"))


def score(work):
    planted = {int(key): edit for key, edit in json.load(open(os.path.join(work, "planted.json"))).items()}
    ids = [json.loads(line)["id"] for line in open(os.path.join(work, "data.jsonl"), encoding="utf-8")]
    outcome = {}
    for line in open(os.path.join(work, "report.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        outcome[ids[row["row"] - 1]] = row["outcome"]
    for edit in EDITS:
        those = [key for key, value in planted.items() if value == edit]
        found = sum(outcome.get(key) == "contaminated" for key in those)
        print(f"  planted, {edit:20} {found} of {len(those)} contaminated")
    others = [key for key in ids if key not in planted]
    named = sum(outcome.get(key) == "contaminated" for key in others)
    print(f"  other documents {len(others)}, of which {named} are named too (the corpora share sentences)")


if sys.argv[1] == "--score":
    score(sys.argv[2])
else:
    plant(sys.argv[1], sys.argv[2])
