"""Recall of planted duplicates by edit, and precision checked with an implementation of its own.

recall.py BENCH CORPUS REMOVED THRESHOLD, where REMOVED is what `seedbed dedup --removed` wrote.
"""
import json, re, sys

bench, corpus, removed, threshold = sys.argv[1:5]
sys.path.insert(0, bench)
import common

texts = common.load(corpus)
rows = [json.loads(line) for line in open(removed, encoding="utf-8")]
gone = {row["id"] for row in rows}
pairs, clusters = common.truth(corpus, len(texts))
sizes = {}
for cluster in clusters.values():
    sizes[cluster] = sizes.get(cluster, 0) + 1
total, found = {}, {}
for copy, original, edit in pairs:
    if sizes[clusters[copy]] == 2:
        total[edit] = total.get(edit, 0) + 1
        found[edit] = found.get(edit, 0) + (max(copy, original) in gone)


def grams(text):
    # Close to the view in which texts are compared; exact for ASCII.
    text = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
    return {text[i:i + 4] for i in range(max(1, len(text) - 3))}


checked = wrong = 0
for row in rows:
    kept = texts[row["seedbed_duplicate"]["row"] - 1]
    if row["text"].isascii() and kept.isascii():
        a, b = grams(row["text"]), grams(kept)
        checked += 1
        wrong += len(a & b) / len(a | b) < float(threshold) - 1e-9
recall = {edit: round(found[edit] / total[edit], 4) for edit in common.EDITS if edit in total}
print(f"{'seedbed ' + corpus:52} recall {json.dumps(recall)}; {len(gone)} removed, precision {1 - wrong / max(1, checked):.4f} over {checked} pairs checked")
