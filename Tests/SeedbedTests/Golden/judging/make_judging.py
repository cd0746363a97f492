"""Makes judging.json: measures of agreement by scikit-learn, SciPy, or the formula itself in NumPy.

    python make_judging.py ../../../../../shared

The folder is where the shared datasets are; the second part of the file is made over all pairs of `llmbar` with
a scripted judge, whose rule is repeated in Swift (JudgingScript.swift). Only numbers are written.
Needs numpy, scipy and scikit-learn.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np
from scipy.stats import rankdata
from sklearn.metrics import cohen_kappa_score, precision_recall_fscore_support

SETS = [
    "Adversarial/GPTInst", "Adversarial/GPTOut", "Adversarial/Manual", "Adversarial/Neighbor",
    "Natural", "Processed/LLMEval^2",
]


def fleiss(counts):
    counts = np.array(counts, dtype=float)
    items, raters = counts.shape[0], counts[0].sum()
    shares = counts.sum(0) / (items * raters)
    each = ((counts**2).sum(1) - raters) / (raters * (raters - 1))
    chance = (shares**2).sum()
    return (each.mean() - chance) / (1 - chance)


def krippendorff(ratings, level):
    """By the definition over all pairs, not by the coincidence matrix."""
    units = [[v for v in unit if v is not None] for unit in ratings]
    units = [unit for unit in units if len(unit) > 1]
    everything = [v for unit in units for v in unit]
    total = len(everything)
    frequency = {v: everything.count(v) for v in set(everything)}

    def distance(a, b):
        if level == "nominal":
            return float(a != b)
        if level == "interval":
            return (a - b) ** 2
        low, high = min(a, b), max(a, b)
        between = sum(n for v, n in frequency.items() if low <= v <= high)
        return (between - (frequency[a] + frequency[b]) / 2) ** 2

    observed = sum(
        sum(distance(a, b) for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j)
        / (len(unit) - 1)
        for unit in units
    ) / total
    expected = sum(
        distance(a, b) for i, a in enumerate(everything) for j, b in enumerate(everything) if i != j
    ) / (total * (total - 1))
    return 1 - observed / expected


def agreement():
    random = np.random.default_rng(7)
    cases = []
    for classes, items in [(2, 40), (3, 60), (5, 200), (7, 25)]:
        first = random.integers(0, classes, items)
        noise = random.random(items) < 0.4
        second = np.where(noise, random.integers(0, classes, items), first)
        labels = list(range(classes))
        cases.append({
            "classes": classes, "first": first.tolist(), "second": second.tolist(),
            "unweighted": cohen_kappa_score(first, second, labels=labels),
            "linear": cohen_kappa_score(first, second, labels=labels, weights="linear"),
            "quadratic": cohen_kappa_score(first, second, labels=labels, weights="quadratic"),
        })
    tables = []
    for classes, items, raters in [(2, 30, 3), (4, 50, 6), (5, 10, 14)]:
        counts = [
            np.bincount(random.choice(classes, raters, p=random.dirichlet(np.ones(classes))),
                        minlength=classes).tolist()
            for _ in range(items)
        ]
        tables.append({"counts": counts, "kappa": fleiss(counts)})
    ratings = []
    for items, raters, missing in [(12, 4, 0.2), (40, 3, 0.0), (60, 5, 0.5)]:
        base = random.integers(1, 6, items)
        table = [
            [None if random.random() < missing
             else float(np.clip(base[i] + random.integers(-1, 2), 1, 5)) for _ in range(raters)]
            for i in range(items)
        ]
        ratings.append({
            "ratings": table,
            **{level: krippendorff(table, level) for level in ["nominal", "ordinal", "interval"]},
        })
    return {"cohen": cases, "fleiss": tables, "krippendorff": ratings}


def load(shared):
    pairs = []
    for name in SETS:
        path = shared / "data" / "llmbar" / name / "dataset.json"
        pairs += json.loads(path.read_text(encoding="utf-8"))
    return pairs


def draw(*parts):
    """Whole numbers in 0..<100 from a hash of the parts, 32 of them."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8")).digest()
    return [byte % 100 for byte in digest]


def pair_winner(pair, gold, variant):
    """1 or 2 for a winner, 0 for a tie, 'A' or 'B' for a judge that goes by the place, None for a refusal."""
    number = draw(pair["input"], pair["output_1"], pair["output_2"], "pair", str(variant))[0]
    if number < 80:
        winner = gold if number < 65 else 3 - gold
        # Which one of two equal texts won cannot be told: only the place stays.
        return winner if pair["output_1"] != pair["output_2"] else " AB"[winner]
    if number < 86:
        return 0
    return "A" if number < 94 else None


def pairs_part(pairs):
    gold_of = {}
    for pair in pairs:
        gold_of.setdefault((pair["input"], pair["output_1"], pair["output_2"]), pair["label"])
    gold, said, flips = [], [], 0
    wins = shown = answered = 0
    longer_wins = longer_better = decided = agreeing = 0
    for pair in pairs:
        key = (pair["input"], pair["output_1"], pair["output_2"])
        outcomes = [pair_winner(pair, gold_of[key], variant) for variant in range(2)]
        for outcome in outcomes:
            if outcome is None or outcome == 0:
                continue
            for better_first in [pair["label"] == 1, pair["label"] == 2]:
                answered += 1
                shown += better_first
                if outcome in ("A", "B"):
                    wins += outcome == "A"
                else:
                    wins += (outcome == pair["label"]) == better_first
        kinds = [{1: 1, 2: 2, 0: 3}.get(outcome, 0) for outcome in outcomes]
        agreeing += kinds[0] == kinds[1]
        winner = outcomes[0]
        flips += winner in ("A", "B")
        gold.append(pair["label"])
        said.append(winner if winner in (1, 2) else 0)
        lengths = len(pair["output_1"]), len(pair["output_2"])
        if winner in (1, 2) and lengths[0] != lengths[1]:
            longer = 1 if lengths[0] > lengths[1] else 2
            decided += 1
            longer_wins += winner == longer
            longer_better += pair["label"] == longer
    scores = precision_recall_fscore_support(gold, said, labels=[1, 2], average="macro", zero_division=0)
    return {
        "kappa": cohen_kappa_score(gold, said, labels=[0, 1, 2]),
        "precision": scores[0], "recall": scores[1], "f1": scores[2], "flips": flips,
        "position_bias": wins / answered - shown / answered,
        "length_bias": longer_wins / decided - longer_better / decided,
        "consistency": agreeing / len(pairs),
    }


WEIGHTS = [3, 2, 1, 1]  # right, followed, clear, concise
ESSENTIAL = [True, True, False, False]


def score(text, output, good, variant):
    """The score of one half by the standard rubric for instructions; None for a judge that misquotes."""
    numbers = draw(text, output, "score", str(variant))
    if numbers[9] < 4:
        return None
    base = 4 if good else 2
    points = [int(np.clip(base + numbers[i] % 5 - 2, 1, 5)) for i in range(4)]
    mean = sum((p - 1) * w for p, w in zip(points, WEIGHTS)) / (sum(WEIGHTS) * 4)
    return min([mean] + [(p - 1) / 4 for p, e in zip(points, ESSENTIAL) if e])


def residuals(values, given):
    columns = np.column_stack([np.ones(len(given)), given])
    solution, *_ = np.linalg.lstsq(columns, values, rcond=None)
    return values - columns @ solution


def scores_part(pairs):
    halves, gold_of = [], {}
    for pair in pairs:
        for side in (1, 2):
            halves.append((pair["input"], pair[f"output_{side}"], pair["label"] == side))
            gold_of.setdefault(halves[-1][:2], halves[-1][2])
    given = [score(text, output, gold_of[text, output], 0) for text, output, _ in halves]
    again = [score(text, output, gold_of[text, output], 1) for text, output, _ in halves]
    gold = [int(good) for _, _, good in halves]
    rows = []
    for threshold in sorted({value for value in given if value is not None}):
        passed = [int(value is not None and value >= threshold) for value in given]
        numbers = precision_recall_fscore_support(gold, passed, average="binary", zero_division=0)
        rows.append({
            "threshold": threshold, "passed": sum(passed),
            "kappa": cohen_kappa_score(gold, passed, labels=[0, 1]),
            "precision": numbers[0], "recall": numbers[1], "f1": numbers[2],
        })
    best = max(rows, key=lambda row: (round(row["kappa"], 12), -row["threshold"]))

    def decision(value):
        return 2 if value is None else int(value >= best["threshold"])

    usable = [i for i, value in enumerate(given) if value is not None]
    ranks = [
        rankdata(column) for column in (
            [given[i] for i in usable], [len(halves[i][1]) for i in usable], [gold[i] for i in usable]
        )
    ]
    return {
        "cases": len(halves), "rows": rows, "best": best["threshold"],
        "undecided_share": sum(value is None for value in given) / len(given),
        "consistency": sum(decision(a) == decision(b) for a, b in zip(given, again)) / len(given),
        "length_bias": np.corrcoef(residuals(ranks[0], ranks[2]), residuals(ranks[1], ranks[2]))[0, 1],
        "spearman": np.corrcoef(ranks[0], ranks[2])[0, 1],
    }


if __name__ == "__main__":
    pairs = load(pathlib.Path(sys.argv[1]))
    result = {
        "agreement": agreement(),
        "llmbar": {"pairs": pairs_part(pairs), "scores": scores_part(pairs), "count": len(pairs)},
    }
    text = json.dumps(result, default=float, indent=None, separators=(",", ":"))
    pathlib.Path(__file__).with_name("judging.json").write_text(text + "\n", encoding="utf-8")
