"""Makes drift.json: what other packages say about small seeded pairs of columns, tables and vectors.

# scipy==1.17.1 numpy==2.4.6 scikit-learn==1.9.1 sdmetrics==0.32.0 mauve-text==0.4.0 pandas

Run: python3 make_drift.py
"""

import json
import os
import sys
import warnings

import numpy as np
import pandas as pd
from scipy import linalg, special, stats
from scipy.spatial.distance import jensenshannon
from sdmetrics.column_pairs import ContingencySimilarity, CorrelationSimilarity
from sdmetrics.single_column import BoundaryAdherence, RangeCoverage, StatisticSimilarity
from sklearn.metrics import roc_auc_score
from sklearn.metrics.pairwise import rbf_kernel
import mauve  # noqa: F401

curves = sys.modules["mauve.compute_mauve"]
warnings.simplefilter("ignore")
random = np.random.default_rng(20260611)


def number(value):
    value = float(value)
    return value if np.isfinite(value) else None


# Columns of numbers.

A = [1, 2, 2.5, 3, 4.5, 5, 7, 8]
B = [1.5, 2, 3.5, 4, 4.5, 6, 9, 10, 12]
columns = [
    ("golden", A, B),
    ("normal", random.normal(size=50), random.normal(0.4, 1.2, size=63)),
    ("equal counts", random.normal(size=40), random.normal(0.5, 1, size=40)),
    ("common divisor", random.normal(size=60), random.normal(0.3, 1, size=90)),
    ("ties", random.integers(0, 6, size=80), random.integers(1, 8, size=55)),
    ("constants", [5.0] * 7, [5.0] * 4),
    ("other constants", [5.0] * 7, [6.0] * 4),
    ("one value each", [1.0], [2.0]),
    ("one against many", [0.3], random.normal(size=30)),
    ("same", A, A),
    ("apart", random.normal(size=30), random.normal(50, 1, size=45)),
    ("huge", random.normal(size=25) * 1e100, random.normal(size=31) * 1e100),
    ("tiny", random.normal(size=25) * 1e-200, random.normal(size=31) * 1e-200),
    ("skewed", random.exponential(size=400), random.exponential(1.3, size=500)),
    ("many", random.normal(size=900), random.normal(0.05, 1, size=1100)),
]


def stability(p, q):
    p, q = [np.maximum(np.asarray(v, float) / np.sum(v), 1e-4) for v in (p, q)]
    p, q = p / p.sum(), q / q.sum()
    return float(np.sum((p - q) * np.log(p / q)))


def column(name, r, s):
    r, s = np.asarray(r, float), np.asarray(s, float)
    exact = stats.ks_2samp(r, s, method="exact")
    limit = stats.ks_2samp(r, s, method="asymp")
    edges = np.unique(np.quantile(r, np.arange(1, 10) / 10))
    counts = [
        np.bincount(np.searchsorted(edges, v, side="right"), minlength=len(edges) + 1)
        for v in (r, s)
    ]
    width = r.max() - r.min()

    def similarity(statistic):
        if width == 0 or (statistic == "std" and min(len(r), len(s)) < 2):
            return None
        return number(
            StatisticSimilarity.compute(
                real_data=pd.Series(r), synthetic_data=pd.Series(s), statistic=statistic
            )
        )

    return {
        "name": name,
        "first": r.tolist(),
        "second": s.tolist(),
        "ks": exact.statistic,
        "exact": exact.pvalue,
        "limit": number(limit.pvalue),
        "wasserstein": stats.wasserstein_distance(r, s),
        "normalized": stats.wasserstein_distance(r, s) / max(np.std(r), 0.001),
        "energy": stats.energy_distance(r, s),
        "edges": edges.tolist(),
        "stability": stability(*counts),
        "range_coverage": None if width == 0 else number(RangeCoverage.compute(pd.Series(r), pd.Series(s))),
        "adherence": number(BoundaryAdherence.compute(pd.Series(r), pd.Series(s))),
        "mean": similarity("mean"),
        "median": similarity("median"),
        "deviation": similarity("std"),
    }


# The limit with many rows: two samples of 2n rows stand for one of n, at whole steps of the distance.

limits = []
for rows in [141, 500, 1000, 20_000]:
    for z in [0.2, 0.5, 0.8, 1.0, 1.3, 1.45, 1.6, 2.5, 5]:
        step = round(z / rows**0.5 * 2 * rows)
        limits.append([rows, step, float(stats.kstwo.sf(step / (2 * rows), rows))])

# Distributions over categories.

pairs = [
    ([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.2, 0.3]),
    ([4, 3, 2, 1, 0], [2, 5, 2, 0, 1]),
    ([1, 0], [0, 1]),
    ([3, 3], [3, 3]),
    ([1e-300, 1], [1, 1e-300]),
    (random.integers(0, 50, size=30), random.integers(1, 50, size=30)),
    (random.integers(1, 9, size=200), random.integers(0, 9, size=200)),
]


def categories(p, q):
    p, q = np.asarray(p, float), np.asarray(q, float)
    a, b = p / p.sum(), q / q.sum()
    return {
        "p": p.tolist(),
        "q": q.tolist(),
        "variation": float(np.abs(a - b).sum() / 2),
        "js_e": float(jensenshannon(a, b)),
        "js_two": float(jensenshannon(a, b, 2)),
        "kl": number(stats.entropy(a, b)),
        "hellinger": float(np.sqrt(np.sum((np.sqrt(a) - np.sqrt(b)) ** 2) / 2)),
        "stability": stability(p, q),
    }


tables = [
    [[4, 3, 2, 1, 0], [2, 5, 2, 0, 1]],
    [[10, 20], [30, 5]],
    [[1, 2], [2, 1]],
    [[7, 0, 3], [1, 0, 9], [0, 0, 0]],
    [[100_000, 200_000], [100_500, 199_000]],
    random.integers(0, 30, size=(3, 7)).tolist(),
    random.integers(20, 30, size=(2, 2_000)).tolist(),
]


def table(counts):
    full = np.asarray(counts)
    full = full[:, full.sum(0) > 0][full.sum(1) > 0]
    plain = stats.chi2_contingency(full, correction=False)
    corrected = stats.chi2_contingency(full, correction=True)
    return {
        "counts": counts,
        "statistic": plain.statistic,
        "freedom": int(plain.dof),
        "p": plain.pvalue,
        "corrected": corrected.statistic,
        "corrected_p": corrected.pvalue,
        "cramer": float(stats.contingency.association(full, method="cramer")),
        "smallest": float(plain.expected_freq.min()),
    }


tails = [
    [k, x * k, float(stats.chi2.sf(x * k, k))]
    for k in [1, 2, 3, 7, 30, 400, 5_000, 90_000]
    for x in [0, 1e-6, 0.3, 0.9, 1, 1.02, 1.3, 3, 20]
]

# Pairs of columns.

x, y = random.integers(0, 9, size=40), random.normal(size=40)
u, v = random.integers(0, 9, size=55), random.normal(size=55)
numeric = [
    (A, [2, 1, 4, 3, 6, 5, 8, 9], B, [1, 3, 2, 5, 4, 4, 9, 8, 7]),
    (x, x + y, u, v - u),
    (y, x, v, u),
    ([1, 2], [3, 1], [5, 6, 7], [1, 1, 2]),
]


def correlation(a, b, c, d):
    real, synthetic = pd.DataFrame({"x": a, "y": b}), pd.DataFrame({"x": c, "y": d})
    result = {k: np.asarray(w, float).tolist() for k, w in zip(("ax", "ay", "bx", "by"), (a, b, c, d))}
    for kind in ("Pearson", "Spearman"):
        found = CorrelationSimilarity.compute_breakdown(real, synthetic, coefficient=kind)
        result[kind.lower()] = [number(found[key]) for key in ("real", "synthetic", "score")]
    return result


names = ["a", "b", "naïve", "日本", "", None]
contingency = []
for a, b in [(30, 45), (200, 150), (1, 1)]:
    sides = []
    for count in (a, b):
        values = random.normal(size=count).round(1)
        missing = random.random(count) < 0.1
        sides.append(
            {
                "x": [names[int(k)] for k in random.integers(0, len(names), size=count)],
                "y": [None if m else float(w) for w, m in zip(values, missing)],
            }
        )
    frames = [pd.DataFrame({"x": s["x"], "y": np.array(s["y"], float)}) for s in sides]
    if frames[0]["y"].notna().sum() == 0:
        continue
    # Missing names are a category by their own name, as the package may treat None and NaN apart.
    for frame in frames:
        frame["x"] = frame["x"].fillna("missing name")
    score = ContingencySimilarity.compute(*frames, continuous_column_names=["y"])
    contingency.append({"sides": sides, "score": float(score)})

# Vectors.

discrepancies = []
for n, m, d, shift in [(4, 3, 2, None), (12, 17, 5, 0.0), (30, 30, 40, 0.5), (2, 2, 1, 3.0)]:
    if shift is None:
        first, second = [[0, 0], [1, 0], [0, 1], [1, 1]], [[0.5, 0.5], [2, 1], [1, 2]]
    else:
        first = random.normal(size=(n, d)).astype(np.float32).tolist()
        second = (random.normal(size=(m, d)) + shift).astype(np.float32).tolist()
    first, second = np.asarray(first, float), np.asarray(second, float)
    distances = np.sqrt(((first[:, None] - second[None]) ** 2).sum(-1))
    width = float(np.median(distances))

    def unbiased(gamma):
        xx, yy = rbf_kernel(first, gamma=gamma), rbf_kernel(second, gamma=gamma)
        xy = rbf_kernel(first, second, gamma=gamma)
        n, m = len(first), len(second)
        return float(
            (xx.sum() - np.trace(xx)) / (n * (n - 1))
            + (yy.sum() - np.trace(yy)) / (m * (m - 1))
            - 2 * xy.mean()
        )

    discrepancies.append(
        {
            "first": first.tolist(),
            "second": second.tolist(),
            "bandwidth": width,
            "squared": unbiased(1 / width**2),
            "wide": unbiased(1 / 3.0**2),
        }
    )

frechet = []
for n, m, d in [(30, 40, 3), (25, 25, 8), (9, 12, 1), (60, 50, 6)]:
    mixing = random.normal(size=(d, d))
    first = (random.normal(size=(n, d)) @ mixing).astype(np.float32).astype(float)
    second = (random.normal(size=(m, d)) + 0.3).astype(np.float32).astype(float)
    covariances = [np.atleast_2d(np.cov(v, rowvar=False)) for v in (first, second)]
    root = np.real(linalg.sqrtm(covariances[0] @ covariances[1]))
    value = np.sum((first.mean(0) - second.mean(0)) ** 2) + np.trace(sum(covariances) - 2 * root)
    frechet.append({"first": first.tolist(), "second": second.tolist(), "value": float(value)})

histograms = [
    ([0.5, 0.3, 0.2, 0], [0.3, 0.3, 0.2, 0.2]),
    ([1, 0], [0, 1]),
    ([2, 2, 1], [2, 2, 1]),
    (random.integers(0, 9, size=50), random.integers(0, 9, size=50)),
    (random.integers(1, 900, size=500), random.integers(1, 900, size=500)),
    ([1, 1, 1e-9], [1, 1 + 1e-6, 1e-9]),
]


def mauve_of(p, q, scaling):
    p, q = np.asarray(p, float), np.asarray(q, float)
    p, q = p / p.sum(), q / q.sum()
    mixtures = np.linspace(1e-6, 1 - 1e-6, 25)
    points = curves.get_divergence_curve_for_multinomials(p, q, mixtures, scaling)
    x, y = points.T
    first, second = np.argsort(x), np.argsort(y)
    return float(
        0.5 * (curves.compute_area_under_curve(x[first], y[first])
               + curves.compute_area_under_curve(y[second], x[second]))
    )


def frontier(p, q):
    p, q = np.asarray(p, float), np.asarray(q, float)
    return float(curves.get_fronter_integral(p / p.sum(), q / q.sum()))


# The variance of an area after DeLong, by all pairs.

areas = []
for n, m in [(8, 9), (40, 25), (2, 2)]:
    positive, negative = random.normal(0.7, 1, size=n).round(1), random.normal(size=m).round(1)
    wins = (positive[:, None] > negative[None]) + 0.5 * (positive[:, None] == negative[None])
    area = float(wins.mean())
    assert abs(area - roc_auc_score([1] * n + [0] * m, np.r_[positive, negative])) < 1e-12
    variance = np.var(wins.mean(1), ddof=1) / n + np.var(wins.mean(0), ddof=1) / m
    ends = [area, area]
    if 0 < area < 1:
        width = stats.norm.ppf(0.975) * np.sqrt(variance) / (area * (1 - area))
        ends = [float(special.expit(special.logit(area) + s * width)) for s in (-1, 1)]
    areas.append(
        {"positive": positive.tolist(), "negative": negative.tolist(), "area": area, "ends": ends}
    )

if __name__ == "__main__":
    result = {
        "columns": [column(*c) for c in columns],
        "limits": limits,
        "categories": [categories(*c) for c in pairs],
        "tables": [table(c) for c in tables],
        "tails": tails,
        "correlations": [correlation(*c) for c in numeric],
        "contingency": contingency,
        "discrepancies": discrepancies,
        "frechet": frechet,
        "histograms": [
            {
                "p": np.asarray(p, float).tolist(),
                "q": np.asarray(q, float).tolist(),
                "mauve": mauve_of(p, q, 5),
                "sharp": mauve_of(p, q, 1),
                "frontier": frontier(p, q),
            }
            for p, q in histograms
        ],
        "areas": areas,
    }
    file = os.path.join(os.path.dirname(os.path.abspath(__file__)), "drift.json")
    with open(file, "w") as out:
        json.dump(result, out, separators=(",", ":"))
        out.write("\n")
