# scikit-learn==1.9.1 scipy==1.17.1 numpy==2.4.6 cleanlab==2.9.0 statsmodels==0.15.0 nltk==3.10.4
"""Makes students.json: what scikit-learn, SciPy, cleanlab, statsmodels and NLTK say about seeded inputs.

The language model is compared with a plain formula over dictionaries of tuples, which is itself compared
with NLTK's model for the case that NLTK has. Run: python3 make_students.py
"""

import json
import math
import os
import warnings
from collections import Counter, defaultdict
from fractions import Fraction

import numpy as np
from cleanlab import count, filter, rank
from scipy import optimize, stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss
from sklearn.naive_bayes import MultinomialNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics.pairwise import cosine_similarity
from statsmodels.stats.contingency_tables import mcnemar

warnings.filterwarnings("ignore")
random = np.random.default_rng(20240611)
listed = lambda values: np.asarray(values).tolist()

# Rows of counts for naive Bayes, and of both signs for the others; the numbers are exact in single precision.
labels = np.array([int(v) for v in random.choice(4, 80, p=[0.4, 0.3, 0.2, 0.1])])
counts = random.poisson(0.5, (80, 16)).astype(float)
for row, label in enumerate(labels):
    counts[row, label * 3 : label * 3 + 3] += random.poisson(1.0, 3)
tests = random.poisson(0.7, (25, 16)).astype(float)
tests[0] = 0
dense = np.round(random.normal(size=(80, 24)) * 32) / 64
for row, label in enumerate(labels):
    dense[row, label * 4 : label * 4 + 4] += 0.5
dense_tests = np.round(random.normal(size=(25, 24)) * 32) / 64


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def centroids(x, test):
    means = np.array([x[labels == k].mean(axis=0) for k in range(4)])
    distances = ((test[:, None] - means[None]) ** 2).sum(axis=2)
    return {
        "cosine": listed(softmax(10 * cosine_similarity(test, means))),
        "euclidean": listed(softmax(-10 * distances / 2)),
    }


def nearest_centroid_predictions(x, test):
    from sklearn.neighbors import NearestCentroid

    # scikit-learn divides by the deviation within classes only for its probabilities.
    return listed(NearestCentroid().fit(x, labels).predict(test))


def neighbors(x, test):
    result = {}
    for metric in ["cosine", "euclidean"]:
        for k in [1, 3, 5]:
            model = KNeighborsClassifier(k, metric=metric, algorithm="brute").fit(x, labels)
            distances = model.kneighbors(test, k + 1)[0]
            # Where the last neighbour and the next are equally near, the choice is the library's.
            clear = [bool(d[k] - d[k - 1] > 1e-9) for d in distances]
            result[f"{metric}{k}"] = {"clear": clear, "probabilities": listed(model.predict_proba(test))}
    return result


def logistic(x, test, **options):
    model = LogisticRegression(tol=1e-10, max_iter=100000, **options).fit(x, labels)
    return {
        "coefficients": listed(model.coef_),
        "intercepts": listed(model.intercept_ - model.intercept_.mean()),
        "probabilities": listed(model.predict_proba(test)),
    }


given = [0.5, 1.0, 3.0, 2.5]
students = {
    "labels": listed(labels),
    "counts": listed(counts),
    "count_tests": listed(tests),
    "dense": listed(dense),
    "dense_tests": listed(dense_tests),
    "bayes": {
        "plain": listed(MultinomialNB().fit(counts, labels).predict_proba(tests)),
        "smooth": listed(MultinomialNB(alpha=0.1).fit(counts, labels).predict_proba(tests)),
        "uniform": listed(MultinomialNB(fit_prior=False).fit(counts, labels).predict_proba(tests)),
    },
    "centroids": {"sparse": centroids(counts, tests), "dense": centroids(dense, dense_tests)},
    "centroid_predictions": {
        "sparse": nearest_centroid_predictions(counts, tests),
        "dense": nearest_centroid_predictions(dense, dense_tests),
    },
    "neighbors": {"sparse": neighbors(counts, tests), "dense": neighbors(dense, dense_tests)},
    "given_weights": given,
    "logistic": {
        "dense": logistic(dense, dense_tests),
        "balanced": logistic(dense, dense_tests, class_weight="balanced"),
        "given": logistic(dense, dense_tests, class_weight=dict(enumerate(given))),
        "weak_penalty": logistic(dense, dense_tests, C=5.0),
    },
}

# Calibration.
actual = random.integers(0, 4, 300)
scores = random.normal(size=(300, 4)) * 2
scores[np.arange(300), actual] += 1.2
probabilities = softmax(scores)


def loss(inverse):
    return log_loss(actual, softmax(scores * inverse), labels=range(4))


best = optimize.minimize_scalar(loss, bounds=(0.01, 10), method="bounded", options={"xatol": 1e-12})
confidence = probabilities.max(axis=1)
right = probabilities.argmax(axis=1) == actual


def gaps(groups):
    rows = [(len(g), abs(right[g].mean() - confidence[g].mean())) for g in groups if len(g)]
    return [sum(n * gap for n, gap in rows) / 300, max(gap for n, gap in rows)]


wide = [np.where((confidence > b / 10) & (confidence <= (b + 1) / 10))[0] for b in range(10)]
order = np.argsort(confidence, kind="stable")
heavy = [order[b * 300 // 10 : (b + 1) * 300 // 10] for b in range(10)]
calibration = {
    "actual": listed(actual),
    "probabilities": listed(probabilities),
    "temperature": 1 / best.x,
    "log_loss": loss(1),
    "scaled_log_loss": best.fun,
    "brier": brier_score_loss(actual, probabilities, labels=range(4)),
    "equal_width": gaps(wide),
    "equal_mass": gaps(heavy),
}

# Confident learning.
METHODS = ["self_confidence", "normalized_margin", "confidence_weighted_entropy"]
RULES = ["prune_by_noise_rate", "prune_by_class", "both", "confident_learning"]


def issues(given, p):
    return {r: listed(np.where(filter.find_label_issues(given, p, filter_by=r, n_jobs=1))[0]) for r in RULES}


def clear(given, p):
    """Whether no equal keys make the choice of rows arbitrary: the rows in reverse give the same."""
    back = issues(given[::-1], p[::-1])
    n = len(given)
    if any(sorted(n - 1 - i for i in back[r]) != v for r, v in issues(given, p).items()):
        return False
    # Equal remainders and halves make the rounding of the joint arbitrary.
    raw = count.compute_confident_joint(given, p, calibrate=False)
    for label, row in enumerate(raw):
        total = int((given == label).sum())
        rests = sorted(Fraction(int(c) * total, int(row.sum())) % 1 for c in row)
        ups = sum(rests)
        if ups and (rests[-int(ups)] == rests[-int(ups) - 1] or Fraction(1, 2) in rests):
            return False
    return True


def label_case(given, p):
    return {
        "labels": listed(given),
        "probabilities": listed(p),
        "thresholds": listed(count.get_confident_thresholds(given, p)),
        "raw": listed(count.compute_confident_joint(given, p, calibrate=False)),
        "joint": listed(count.compute_confident_joint(given, p)),
        "issues": issues(given, p),
        "scores": {m: listed(rank.get_label_quality_scores(given, p, method=m)) for m in METHODS},
    }


golden_labels = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 0])
golden_rows = ".9/.05/.05, .8/.1/.1, .1/.85/.05, .1/.8/.1, .2/.7/.1, .3/.3/.4, .05/.05/.9, .1/.2/.7, .7/.2/.1, .6/.3/.1"
golden_probabilities = np.array([[float(v) for v in row.split("/")] for row in golden_rows.split(", ")])
cases = [label_case(golden_labels, golden_probabilities)]
for n, k, noise in [(20, 2, 0.2), (40, 3, 0.3), (60, 2, 0.1), (80, 5, 0.2), (100, 4, 0.4), (150, 6, 0.15),
                    (200, 10, 0.1), (200, 10, 0.3), (200, 8, 0.05), (120, 3, 0.5)]:
    while True:
        true = random.integers(0, k, n)
        true[:k] = range(k)
        noisy = np.where(random.random(n) < noise, random.integers(0, k, n), true)
        noisy[:k] = range(k)
        z = random.normal(size=(n, k))
        z[np.arange(n), true] += 2.0
        p = softmax(z)
        if clear(noisy, p):
            break
    cases.append(label_case(noisy, p))

# Tests of statistics.
binomial = []
for k, n, p in [(0, 0, 0.5), (0, 1, 0.5), (1, 1, 0.3), (3, 10, 0.5), (5, 10, 0.5), (7, 10, 0.2), (0, 20, 0.1),
                (20, 20, 0.9), (37, 100, 0.31), (520, 1000, 0.5), (4, 1000, 0.01), (50321, 100000, 0.5),
                (499000, 1000000, 0.5), (100, 1000000, 0.0001), (2, 30, 0.0), (30, 30, 1.0), (3, 7, 1e-8),
                (16, 17, 0.5), (8, 33, 0.25), (999, 1000, 0.999)]:
    tests_of = [stats.binomtest(k, n, p, alternative=a).pvalue if n else 1.0 for a in ["two-sided", "greater", "less"]]
    binomial.append([k, n, p, *tests_of])
pairs = []
for b, c in [(0, 0), (1, 0), (5, 5), (3, 9), (12, 25), (0, 8), (60, 90), (510, 490), (2000, 2200)]:
    exact = mcnemar([[10, b], [c, 10]], exact=True).pvalue if b + c else 1.0
    middle = min(1.0, 2 * stats.binom.cdf(min(b, c), b + c, 0.5) - stats.binom.pmf(b, b + c, 0.5))
    pairs.append([b, c, float(exact), float(middle)])
lists = [[0.5], [0.01, 0.02, 0.03, 0.04], listed(random.random(50) ** 3), [0.2, 0.2, 0.2], [0.0, 1.0, 0.05, 1e-12]]
adjusted = [[values, listed(stats.false_discovery_control(values))] for values in lists]

# The language model.
VOCABULARY = "the a cat dog sat ran on mat hat in park today red big and then it was not very".split()
texts = []
for _ in range(120):
    words, state = [], 0
    for _ in range(int(random.integers(0, 12))):
        state = int((state * 3 + random.integers(0, 5)) % len(VOCABULARY))
        words.append(VOCABULARY[state])
    texts.append(" ".join(words))


def discounts_of(tally):
    n = [tally[i] for i in range(1, 5)]
    if 0 in n:
        return [0.5, 1, 1.5]
    y = n[0] / (n[0] + 2 * n[1])
    d = [i - (i + 1) * y * n[i] / n[i - 1] for i in range(1, 4)]
    return d if all(0 < v <= i + 1 for i, v in enumerate(d)) else [0.5, 1, 1.5]


class Model:
    """Chen and Goodman's formula, word for word; sequences are tuples."""

    def __init__(self, texts, order, fixed=None, uniform=True, bottom=None):
        raw = Counter()
        for text in texts:
            tokens = ["<s>"] * (order > 1) + text + ["</s>"]
            for i in range(len(tokens)):
                for n in range(1, order + 1):
                    if i - n + 1 >= 0:
                        raw[tuple(tokens[i - n + 1 : i + 1])] += 1
        before = defaultdict(set)
        for gram in raw:
            before[gram[1:]].add(gram[0])
        self.count = {
            g: c if len(g) == order or g[0] == "<s>" else len(before[g])
            for g, c in raw.items() if g != ("<s>",)
        }
        self.vocabulary = {g[0] for g in self.count if len(g) == 1} | {"<unk>"}
        self.discounts = []
        for n in range(1, order + 1):
            tally = Counter(c for g, c in self.count.items() if len(g) == n)
            self.discounts.append([fixed] * 3 if fixed else discounts_of(tally))
        if bottom is not None:
            self.discounts[0] = [bottom] * 3
        self.following = defaultdict(dict)
        for gram, c in self.count.items():
            self.following[gram[:-1]][gram[-1]] = c
        self.order, self.uniform = order, uniform

    def probability(self, word, context):
        context = tuple(context)[max(0, len(context) - self.order + 1) :] if self.order > 1 else ()
        lower = self.probability(word, context[1:]) if context else self.uniform / len(self.vocabulary)
        following = self.following.get(context)
        if not following:
            return lower
        total = sum(following.values())
        d = self.discounts[len(context)]
        taken = sum(d[min(c, 3) - 1] for c in following.values())
        c = following.get(word, 0)
        return (c - (d[min(c, 3) - 1] if c else 0)) / total + taken / total * lower


def check_against_nltk():
    from nltk.lm import KneserNeyInterpolated
    from nltk.util import ngrams

    # NLTK: one discount, none for single words, no unknown word; for pairs its counts are the same as here.
    plain = [text.split() for text in texts]
    model = KneserNeyInterpolated(2, discount=0.75)
    padded = [["<s>"] + t + ["</s>"] for t in plain]
    grams = [[g for n in (1, 2) for g in ngrams(t, n)] for t in padded]
    model.fit(grams, [w for t in padded for w in t])
    own = Model(plain, 2, fixed=0.75, uniform=0, bottom=1e-300)
    own.discounts[0] = [0, 0, 0]
    for context in ["<s>", "the", "cat", "very"]:
        for word in own.vocabulary - {"<unk>"}:
            assert abs(model.score(word, [context]) - own.probability(word, [context])) < 1e-12


check_against_nltk()
queries = ["the cat sat on the mat", "", "the unseen dog ran", "zebra", "it was not very big and red",
           "the the the the the", "mat the on sat cat the"] + texts[:8]
language = {"texts": texts, "queries": queries, "orders": [], "small": None}
plain = [text.split() for text in texts]
for order in range(1, 6):
    model = Model(plain, order)
    rows = []
    for query in queries:
        tokens = [w if w in model.vocabulary else "<unk>" for w in query.split()]
        history, row = ["<s>"] if order > 1 else [], []
        for token in tokens + ["</s>"]:
            row.append(math.log(model.probability(token, history)))
            history.append(token)
        rows.append(row)
    language["orders"].append({"discounts": model.discounts, "log_probabilities": rows})

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "students.json")
with open(path, "w") as file:
    json.dump(
        {
            "students": students,
            "calibration": calibration,
            "labels": cases,
            "binomial": binomial,
            "mcnemar": pairs,
            "adjusted": adjusted,
            "language": language,
        },
        file, separators=(",", ":"))
    file.write("\n")
