"""Plants copies of benchmark rows in documents, and counts how many of them a report names.

plant.py BENCH WORK            writes WORK/benchmark.jsonl (1 MB), WORK/data.jsonl (100 MB) and WORK/planted.json
plant.py --score WORK          reads WORK/report.jsonl

The sentences of the pool are told apart by their first and last 28 characters, so no document holds a benchmark row but by planting.
"""
import gzip, json, os, random, re, sys

EDITS = ["exact", "re-cased", "punctuation", "one word in eight", "inside a document"]


def edited(text, edit, rng, vocabulary):
    if edit == "re-cased":
        return rng.choice([text.upper(), text.lower(), text.title()])
    if edit == "punctuation":
        return re.sub(r"[^\w\s]", "", text).replace(" ", ", ", 1) + " !"
    if edit == "one word in eight":
        words = text.split(" ")
        for start in range(0, len(words) - 7, 8):
            words[rng.randrange(start, start + 8)] = rng.choice(vocabulary)
        return " ".join(words)
    return text


def plant(bench, work):
    rng = random.Random(1)
    sentences = json.load(gzip.open(os.path.join(bench, "pool.json.gz"), "rt", encoding="utf-8"))["pool"]
    rng.shuffle(sentences)
    benchmark, rest, size = [], [], 0
    for sentence in sentences:
        if size < 1_000_000 and len(sentence.split()) >= 16:
            benchmark.append(sentence)
            size += len(sentence.encode()) + 30
        else:
            rest.append(sentence)
    with open(os.path.join(work, "benchmark.jsonl"), "w", encoding="utf-8") as out:
        for number, text in enumerate(benchmark):
            out.write(json.dumps({"id": f"b{number}", "text": text}, ensure_ascii=False) + "\n")
    vocabulary = [word for text in benchmark for word in text.split() if word.isalpha()]
    planted, written, at, number = {}, 0, 0, 0
    with open(os.path.join(work, "data.jsonl"), "w", encoding="utf-8") as out:
        while written < 100_000_000:
            length, parts = rng.randrange(1000, 3000), []
            while length > 0:
                parts.append(rest[at % len(rest)])
                length -= len(parts[-1])
                at += 1
            text = " ".join(parts)
            if rng.random() < 0.02:
                edit = rng.choice(EDITS)
                copy = edited(rng.choice(benchmark), edit, rng, vocabulary)
                if edit == "inside a document":
                    words = text.split(" ")
                    place = rng.randrange(len(words))
                    copy = " ".join(words[:place] + [copy] + words[place:])
                text = copy
                planted[number] = edit
            line = json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n"
            out.write(line)
            written += len(line.encode())
            number += 1
    json.dump(planted, open(os.path.join(work, "planted.json"), "w"))


def score(work):
    planted = {int(key): edit for key, edit in json.load(open(os.path.join(work, "planted.json"))).items()}
    outcome = {}
    for line in open(os.path.join(work, "report.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        outcome[row["row"] - 1] = row["outcome"]
    for edit in EDITS:
        those = [key for key, value in planted.items() if value == edit]
        found = sum(outcome.get(key) == "contaminated" for key in those)
        print(f"  planted, {edit:20} {found} of {len(those)} contaminated")
    named = {value: sum(1 for key, v in outcome.items() if key not in planted and v == value) for value in ("contaminated", "undecided")}
    print(f"  of the other documents {named['contaminated']} are called contaminated, {named['undecided']} undecided")


if sys.argv[1] == "--score":
    score(sys.argv[2])
else:
    plant(sys.argv[1], sys.argv[2])
