"""Makes learning.json: what scikit-learn, SciPy and NumPy say about small seeded inputs.

Run with scikit-learn 1.9, SciPy 1.17 and NumPy 2.4: python3 make_golden.py
"""

import json
import os

import numpy as np
from scipy import stats
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss, precision_recall_fscore_support
from sklearn.pipeline import FeatureUnion

PATTERN = r"\w+(?:['’]\w+)*"
random = np.random.default_rng(20240607)



# Texts of four classes: some own words, many shared ones, a few slips of the pen.
OWN = {
    0: "card arrived delivery post waiting track".split(),
    1: "pin code blocked reset forgot change".split(),
    2: "rate exchange foreign currency euro convert".split(),
    3: "refund money charged twice merchant return".split(),
}
SHARED = "my the I is it please can you help when why don't naïve été how do to".split()


def sentence(label):
    words = []
    for _ in range(int(random.integers(3, 11))):
        source = OWN[label] if random.random() < 0.45 else SHARED
        word = str(random.choice(source))
        if random.random() < 0.05 and len(word) > 3:
            cut = int(random.integers(1, len(word) - 1))
            word = word[:cut] + word[cut + 1 :]
        words.append(word)
    text = " ".join(words)
    return text[:1].upper() + text[1:] + str(random.choice([".", "?", "!", " ..."]))


labels = [int(random.integers(0, 4)) for _ in range(120)]
texts = [sentence(label) for label in labels]
test_labels = [int(random.integers(0, 4)) for _ in range(30)]
test_texts = [sentence(label) for label in test_labels] + ["", "zzz qqq"]


def features(matrix):
    matrix = matrix.tocsr()
    rows = [sorted(matrix[i].data.tolist()) for i in range(matrix.shape[0])]
    return {"columns": matrix.shape[1], "rows": rows, "gram": (matrix @ matrix.T).toarray().tolist()}


def words(**options):
    return TfidfVectorizer(token_pattern=PATTERN, **options)


some = texts[:12] + ["don't don't DON'T stop", "Été naïve été", "a", ""]
both = FeatureUnion(
    [("w", words(ngram_range=(1, 2))), ("c", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4)))]
)
# char_wb cuts at white space, so the texts of that case hold words and spaces only.
plain = ["the card arrived", "card cards the card", "naïve été a", "exchange rate of the euro"]
tfidf = {
    "texts": some,
    "plain": plain,
    "words12": features(words(ngram_range=(1, 2)).fit_transform(some)),
    "sublinear": features(words(ngram_range=(1, 2), sublinear_tf=True, min_df=2).fit_transform(some)),
    "characters": features(both.fit_transform(plain) / np.sqrt(2)),
}


def model(x, y, test, **options):
    m = LogisticRegression(tol=1e-10, max_iter=100000, **options).fit(x, y)
    coefficients, intercepts = m.coef_, m.intercept_
    if len(m.classes_) == 2:
        coefficients = np.vstack([-coefficients / 2, coefficients / 2])
        intercepts = np.concatenate([-intercepts / 2, intercepts / 2])
    return {
        "coefficients": coefficients.tolist(),
        "intercepts": (intercepts - intercepts.mean()).tolist(),
        "probabilities": m.predict_proba(test).tolist(),
    }


x = np.round(random.random((90, 14)) * (random.random((90, 14)) < 0.35), 3)
x[:, 3] = 2 * x[:, 2]  # proportional columns
x[0, 12], x[:, 13] = 0.5, 0
y = np.array([int(v) for v in random.choice(4, 90, p=[0.5, 0.3, 0.15, 0.05])])
for k in range(4):
    x[y == k, k * 2] = np.round(x[y == k, k * 2] + random.random((y == k).sum()), 3)
x[:, 3] = np.round(2 * x[:, 2], 3)
student = {
    "x": x.tolist(),
    "y": y.tolist(),
    "uniform": model(x, y, x),
    "balanced": model(x, y, x, class_weight="balanced"),
    "weak_penalty": model(x, y, x, C=30.0),
    "binary": model(x, (y > 0).astype(int), x),
}

vectorizer = words(ngram_range=(1, 2))
fitted = vectorizer.fit_transform(texts)
pipeline = {
    "texts": texts,
    "labels": labels,
    "test_texts": test_texts,
    "probabilities": model(fitted, labels, vectorizer.transform(test_texts))["probabilities"],
}

actual = [int(v) for v in random.integers(0, 4, 60)]
predicted = [a if random.random() < 0.6 else int(random.integers(0, 5)) for a in actual]
probabilities = random.dirichlet(np.ones(6) * 0.4, 60)
probabilities[0] = [1, 0, 0, 0, 0, 0]
p, r, f, s = precision_recall_fscore_support(actual, predicted, labels=range(6), zero_division=0)
confidence = probabilities.max(axis=1)
right = probabilities.argmax(axis=1) == np.array(actual)
ece = 0.0
for b in range(15):
    inside = (confidence > b / 15) & (confidence <= (b + 1) / 15)
    if inside.any():
        ece += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
first = np.round(random.normal(size=70), 1)
second = np.round(random.normal(size=55) + 0.4, 1)
rows = np.round(random.normal(size=(40, 6)), 4)
unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
eigenvalues = np.linalg.eigvalsh(unit @ unit.T / len(rows))
eigenvalues = eigenvalues[eigenvalues > 1e-15]


def vendi(q):
    if q == 1:
        return float(np.exp(-(eigenvalues * np.log(eigenvalues)).sum()))
    if q == float("inf"):
        return float(1 / eigenvalues.max())
    return float(np.exp(np.log((eigenvalues**q).sum()) / (1 - q)))


metrics = {
    "actual": actual,
    "predicted": predicted,
    "precision": p.tolist(),
    "recall": r.tolist(),
    "f1": f.tolist(),
    "macro_f1": f1_score(actual, predicted, labels=range(6), average="macro", zero_division=0),
    "weighted_f1": f1_score(actual, predicted, labels=range(6), average="weighted", zero_division=0),
    "probabilities": probabilities.tolist(),
    "log_loss": log_loss(actual, probabilities, labels=range(6)),
    "ece": ece,
    "ks_first": first.tolist(),
    "ks_second": second.tolist(),
    "ks": float(stats.ks_2samp(first, second).statistic),
    "vendi_rows": rows.tolist(),
    "vendi": {"1": vendi(1), "2": vendi(2), "0.5": vendi(0.5), "inf": vendi(float("inf"))},
    "wilson": [
        [k, n, c, *stats.binomtest(k, n).proportion_ci(c, method="wilson")]
        for k, n, c in [(0, 10, 0.95), (10, 10, 0.95), (3, 20, 0.95), (57, 100, 0.9), (5, 100, 0.99)]
    ],
    "quantiles": [
        [v, float(stats.norm.ppf(v))] for v in [1e-300, 1e-12, 1e-4, 0.025, 0.3, 0.5, 0.7, 0.975, 0.9999]
    ],
}
metrics["wilson"] = [[float(v) for v in row] for row in metrics["wilson"]]

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "learning.json")
with open(path, "w") as file:
    json.dump(
        {"tfidf": tfidf, "student": student, "pipeline": pipeline, "metrics": metrics}, file,
        ensure_ascii=False, indent=None, separators=(",", ":"))
    file.write("\n")
