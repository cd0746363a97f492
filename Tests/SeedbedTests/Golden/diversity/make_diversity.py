"""Makes diversity.json: what outside packages say about diversity, privacy and bias on small inputs.

Run: python3 make_diversity.py
"""
# nltk==3.10.4
# lexicalrichness==0.5.1
# prdc==0.2
# sdmetrics==0.32.0
# scipy==1.17.1
# statsmodels==0.15.0
# scikit-learn==1.9.1
# numpy==2.4.6
# pandas==2.3.3
# vendi-score==0.0.3

import contextlib
import io
import json
import os
import random
import warnings
import zlib

import numpy as np
import pandas as pd
from lexicalrichness import LexicalRichness
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
from nltk.util import ngrams
from prdc import compute_prdc
from scipy import stats
from sdmetrics.single_table import NewRowSynthesis
from sdmetrics.single_table.privacy import DisclosureProtection
from sdmetrics.single_table.privacy.dcr_utils import calculate_dcr
from sklearn.metrics import roc_auc_score, roc_curve
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest
from vendi_score import vendi

warnings.filterwarnings("ignore")
draw = random.Random(20240611)
numpy_draw = np.random.default_rng(20240611)

WORDS = ("the a of to my card pin rate fee bank when why how lost found new old café naïve über "
         "привет 42 1000 don't").split()


def text(least, most, words=WORDS):
    return " ".join(draw.choice(words) for _ in range(draw.randint(least, most)))


# Texts of one word, empty ones, repetitions within a text and copies among them.
sets = {
    "golden": ["the cat sat on the mat", "the cat sat on the hat", "a dog ran in the park today"],
    "random": [text(1, 14) for _ in range(60)] + ["", "the", "the the the the the the"],
    "copies": [text(6, 9) for _ in range(10)] * 2 + ["unique words only here"],
    "few words": [text(1, 12, ["yes", "no"]) for _ in range(30)],
}
smooth = SmoothingFunction().method1


def self_bleu(texts, n):
    tokens = [t.split() for t in texts]
    weights = tuple([1 / n] * n)
    return [
        float(sentence_bleu(tokens[:i] + tokens[i + 1:], tokens[i], weights=weights,
                            smoothing_function=smooth))
        for i in range(len(tokens))
    ]


def entropy(texts, n):
    counts = {}
    for t in texts:
        for gram in ngrams(t.split(), n):
            counts[gram] = counts.get(gram, 0) + 1
    return float(stats.entropy(list(counts.values())))


def lexical(texts):
    rich = LexicalRichness(" ".join(texts), preprocessor=None, tokenizer=str.split)
    return {
        "mtld": rich.mtld(threshold=0.72),
        "hdd": rich.hdd(draws=42) if rich.words >= 42 else None,
        "hdd10": rich.hdd(draws=10),
    }


texts = {}
for name, values in sets.items():
    joined = "\n".join(values).encode()
    texts[name] = {
        "texts": values,
        "bleu4": self_bleu(values, 4),
        "bleu2": self_bleu(values, 2),
        "entropy": [entropy(values, n) for n in (1, 2, 3)],
        "compression": len(joined) / len(zlib.compress(joined)),
        **lexical(values),
    }
long = "\n".join(text(5, 30) for _ in range(400)).encode()
compression = {"text": long.decode(), "ratio": len(long) / len(zlib.compress(long))}

# Vectors as thousandths, so that they are the same numbers in single precision on both sides.
overlaps = []
for n, m, d, k, shift in [(40, 50, 3, 5, 0), (60, 30, 8, 3, 400), (30, 30, 2, 1, 3000), (25, 80, 40, 5, 100)]:
    real = numpy_draw.integers(-1000, 1000, (n, d))
    fake = (numpy_draw.integers(-700, 700, (m, d)) + shift).astype(int)
    x = (real / 1000).astype(np.float32).astype(np.float64)
    y = (fake / 1000).astype(np.float32).astype(np.float64)
    with contextlib.redirect_stdout(io.StringIO()):
        plain = compute_prdc(x, y, nearest_k=k)
        unit = compute_prdc(x / np.linalg.norm(x, axis=1, keepdims=True),
                            y / np.linalg.norm(y, axis=1, keepdims=True), nearest_k=k)
    overlaps.append({
        "real": real.ravel().tolist(), "synthetic": fake.ravel().tolist(), "dimensions": d,
        "neighbors": k, "euclidean": {a: float(b) for a, b in plain.items()},
        "cosine": {a: float(b) for a, b in unit.items()},
    })

vectors = (numpy_draw.integers(-1000, 1000, (30, 6)) / 1000).astype(np.float32).astype(np.float64)
unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
kernel = unit @ unit.T
pairs = kernel[~np.eye(30, dtype=bool)]
cosines = {
    "values": [round(float(v) * 1000) for v in vectors.ravel()],
    "mean": float(pairs.mean()),
    "kernel": kernel.ravel().tolist(),
    "intdiv1": float(vendi.intdiv_K(kernel, q=1)),
    "intdiv2": float(vendi.intdiv_K(kernel, q=2)),
}


def frame(rows, missing):
    data = {
        "n": [None if draw.random() < missing else draw.randint(-50, 50) / 4 for _ in range(rows)],
        "k": [float(draw.choice([0, 0, 1, 2, 5])) for _ in range(rows)],
        "c": [None if draw.random() < missing else draw.choice("abc") for _ in range(rows)],
        "d": [draw.choice(["x", "y"]) for _ in range(rows)],
        "z": [7.0 for _ in range(rows)],
    }
    return pd.DataFrame(data).astype({"n": float})


metadata = {"columns": {
    "n": {"sdtype": "numerical"}, "k": {"sdtype": "numerical"}, "c": {"sdtype": "categorical"},
    "d": {"sdtype": "categorical"}, "z": {"sdtype": "numerical"}}}


def columns(data):
    def clean(column):
        return [None if pd.isna(v) else v for v in column]
    return {"numbers": [clean(data[c]) for c in "nkz"], "categories": [clean(data[c]) for c in "cd"]}


records = []
for rows, others, missing in [(40, 30, 0.0), (60, 40, 0.15), (1, 5, 0.0)]:
    real, synthetic = frame(rows, missing), frame(others, missing)
    synthetic.loc[0] = real.loc[0]
    synthetic.loc[1, "z"] = 8.0
    narrow = ["k", "c", "d"]
    disclosure = DisclosureProtection.compute_breakdown(
        real.copy(), synthetic.copy(), known_column_names=["k", "d"], sensitive_column_names=["c"])
    binned = DisclosureProtection.compute_breakdown(
        real.assign(n=real["n"].fillna(0)), synthetic.assign(n=synthetic["n"].fillna(0)),
        known_column_names=["d"], sensitive_column_names=["c", "n"],
        continuous_column_names=["n"], num_discrete_bins=4)
    records.append({
        "real": columns(real), "synthetic": columns(synthetic),
        "dcr": calculate_dcr(synthetic, real, metadata).tolist(),
        "newRows": NewRowSynthesis.compute(
            real[narrow].copy(), synthetic[narrow].copy(),
            metadata={"columns": {c: metadata["columns"][c] for c in narrow}}),
        "newRowsLoose": NewRowSynthesis.compute(
            real[["n", "k", "d"]].copy(), synthetic[["n", "k", "d"]].copy(),
            metadata={"columns": {c: metadata["columns"][c] for c in ["n", "k", "d"]}},
            numerical_match_tolerance=0.3),
        "disclosure": {a: None if np.isnan(b) else float(b) for a, b in disclosure.items()},
        "disclosureBinned": {a: None if np.isnan(b) else float(b) for a, b in binned.items()},
    })

memberships = []
for members, others, gap in [(50, 60, 0.3), (300, 400, 1.0), (5, 5, 0.0)]:
    a = np.round(numpy_draw.exponential(1, members) / (1 + gap), 2)
    b = np.round(numpy_draw.exponential(1, others), 2)
    labels, scores = [1] * members + [0] * others, np.concatenate([-a, -b])
    rates = roc_curve(labels, scores, drop_intermediate=False)
    memberships.append({
        "members": a.tolist(), "others": b.tolist(), "area": float(roc_auc_score(labels, scores)),
        "rate": float(max(t for f, t, _ in zip(*rates) if f <= 0.01)),
        "rate10": float(max(t for f, t, _ in zip(*rates) if f <= 0.10)),
    })

tables = [(0, 5, 5, 5), (5, 5, 5, 5), (1, 9, 11, 14), (8, 10, 1, 6), (0, 3, 0, 7), (3, 3, 7, 7),
          (30, 1000, 55, 1200), (0, 4000, 12, 4000), (500, 1000, 1000, 2000), (2, 2, 0, 100000),
          (700, 100000, 900, 100000), (90000, 100000, 100, 100000)]
tables += [(draw.randint(0, a), a, draw.randint(0, b), b)
           for a, b in [(draw.randint(1, 40), draw.randint(1, 40)) for _ in range(60)]]
shares = []
for a, n, b, m in tables:
    low, high = confint_proportions_2indep(b, m, a, n, method="newcomb", compare="diff")
    z, p = (0, 1.0) if a + b in (0, n + m) else proportions_ztest([a, b], [n, m])
    shares.append({
        "counts": [a, n, b, m], "low": float(low), "high": float(high), "z": float(p),
        "exact": float(stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue)})


def amplification(real, synthetic):
    def share(rows):
        table = pd.crosstab(pd.Series([r[0] for r in rows]), pd.Series([r[1] for r in rows]))
        return table.div(table.sum(axis=1), axis=0)
    a, b = share(real), share(synthetic)
    labels = [o for o in a.index if o in b.index]
    total = sum(float(b.loc[o].get(g, 0.0)) - float(a.loc[o, g])
                for o in labels for g in a.columns if a.loc[o, g] > 1 / len(a.columns))
    return total / len(labels)


rows = [("cook", draw.choices("fm", [7, 3])[0]) for _ in range(60)]
rows += [("drive", draw.choices("fm", [4, 6])[0]) for _ in range(40)] + [("fly", "f")]
made = [("cook", draw.choices("fm", [9, 1])[0]) for _ in range(80)]
made += [("drive", draw.choices("fmx", [2, 6, 1])[0]) for _ in range(50)] + [("swim", "m")]
bias = {"real": rows, "synthetic": made, "mean": amplification(rows, made)}

trends = []
for points in (3, 5, 6, 7):
    x = [float(i // 2 if points == 7 else i) for i in range(points)]
    y = [10 - 0.4 * v + draw.gauss(0, 0.5) for v in x]
    if points == 6:
        y = [float(round(v)) for v in y]
    line = stats.linregress(x, y)

    def p(values, alternative):
        def slope(shuffled):
            return float(np.dot(np.asarray(x) - np.mean(x), shuffled))
        return float(stats.permutation_test(
            (values,), slope, permutation_type="pairings", n_resamples=np.inf,
            alternative=alternative).pvalue)
    first = np.mean([v for a, v in zip(x, y) if a == min(x)])
    held = [v + 0.02 * abs(first) * a for a, v in zip(x, y)]
    trends.append({"depths": x, "values": y, "slope": float(line.slope),
                   "intercept": float(line.intercept), "falls": p(y, "less"),
                   "holds": p(held, "greater")})

golden = {
    "texts": texts, "compression": compression, "overlaps": overlaps, "cosines": cosines,
    "records": records, "memberships": memberships, "shares": shares, "bias": bias, "trends": trends,
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "diversity.json")
with open(path, "w", encoding="utf-8") as file:
    json.dump(golden, file, ensure_ascii=False, indent=1)
    file.write("\n")
