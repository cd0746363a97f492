"""Makes metrics.json: areas under the curve by scikit-learn, and ROUGE-L by its definition.

Run: python make_faithfulness.py > metrics.json
"""
import json
import random
import re

from sklearn.metrics import roc_auc_score


def lcs(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        previous = 0
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], previous + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def rouge(candidate, reference):
    a, b = words(candidate), words(reference)
    common = lcs(a, b) if a and b else 0
    p, r = common / max(len(a), 1), common / max(len(b), 1)
    return [p, r, 2 * p * r / (p + r) if p + r else 0.0]


def main():
    random.seed(20240501)
    areas = []
    for size in (2, 5, 20, 100, 400):
        for levels in (2, 5, 1000):
            labels = [0, 1] + [random.randint(0, 1) for _ in range(size - 2)]
            scores = [random.randint(0, levels) / 8 for _ in labels]
            areas.append({"scores": scores, "labels": labels, "area": roc_auc_score(labels, scores)})
    rouges = []
    vocabulary = "the a cat Dog sat on mat, U.S. 1,200 don't café — runs!".split()
    for size in (0, 1, 3, 10, 70, 200):
        for _ in range(3):
            pair = [" ".join(random.choices(vocabulary, k=size)) for _ in range(2)]
            pair[1] += " " + " ".join(random.choices(vocabulary, k=random.randint(0, 80)))
            rouges.append({"candidate": pair[0], "reference": pair[1], "rouge": rouge(*pair)})
    print(json.dumps({"areas": areas, "rouges": rouges}, ensure_ascii=False))


main()
