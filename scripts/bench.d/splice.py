"""Makes many labelled rows of few: each is the start of one row, the end of another of its label, and a slip now and then.

splice.py IN.csv TEXT LABEL COUNT OUT.jsonl        the same rows whenever it is run
"""
import csv, json, random, sys

SLIPS = [str.lower, str.upper, lambda text: text.rstrip("?.!"), lambda text: text.replace("the", "teh", 1)]


def spliced(first, second, rng):
    left, right = first.split(), second.split()
    text = " ".join(left[: 1 + rng.randrange(len(left))] + right[rng.randrange(len(right)):])
    return rng.choice(SLIPS)(text) if rng.random() < 0.2 else text


def main(path, text, label, count, output):
    rng = random.Random(1)
    with open(path, newline="", encoding="utf-8") as rows:
        rows = [(row[text], row[label]) for row in csv.DictReader(rows) if row[text].strip()]
    of_label = {}
    for words, name in rows:
        of_label.setdefault(name, []).append(words)
    with open(output, "w", encoding="utf-8") as out:
        for _ in range(int(count)):
            words, name = rng.choice(rows)
            row = {"text": spliced(words, rng.choice(of_label[name]), rng), "label": name}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


main(*sys.argv[1:])
