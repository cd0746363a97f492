# scipy==1.17.1 numpy==2.4.6
"""Writes learnedgaps.json: one-sided Fisher tests and log-odds z-scores.

    python3 make_learnedgaps.py

Fisher: `scipy.stats.fisher_exact(alternative="greater")`, mid-p from `scipy.stats.hypergeom`.
Log-odds: the formula of Monroe et al. 2008, equations 15, 16 and 22, with a prior of `strength`
observations divided by the word's share in both groups.
"""

import json
import math
import pathlib

from scipy.stats import fisher_exact, hypergeom

TABLES = [
    (0, 1, 0, 1), (1, 1, 0, 1), (0, 5, 5, 5), (5, 5, 0, 5), (3, 10, 3, 10), (8, 20, 2, 30), (2, 30, 8, 20),
    (19, 34, 1300, 9400), (46, 155, 1296, 9279), (0, 60, 400, 9000), (100, 100, 0, 100000), (60, 3080, 0, 9937),
    (50000, 100000, 49000, 100000), (1, 2, 3, 100000), (30, 30, 70, 70), (0, 30, 0, 70),
]
WORDS = [
    (5, 100, 5, 100), (30, 100, 5, 900), (0, 100, 50, 900), (77, 160, 4, 9800), (1, 1, 0, 1), (3, 10, 0, 100000),
    (99999, 100000, 1, 100000),
]


def log_odds(count, total, other, other_total, strength=10.0):
    share = (count + other) / (total + other_total)
    a, rest = strength * share, strength * (1 - share)
    first, second = (count + a) / (total - count + rest), (other + a) / (other_total - other + rest)
    return (math.log(first) - math.log(second)) / math.sqrt(1 / (count + a) + 1 / (other + a))


def main():
    fisher = []
    for a, n, b, m in TABLES:
        law = hypergeom(n + m, a + b, n)
        exact = fisher_exact([[a, n - a], [b, m - b]], alternative="greater")[1]
        fisher.append({"table": [a, n, b, m], "exact": float(exact), "mid": float(law.sf(a) + law.pmf(a) / 2)})
    words = [{"counts": list(row), "z": log_odds(*row)} for row in WORDS]
    path = pathlib.Path(__file__).with_name("learnedgaps.json")
    path.write_text(json.dumps({"fisher": fisher, "log_odds": words}, indent=1) + "\n")


if __name__ == "__main__":
    main()
