"""Makes plane.json: the first two principal components of a small table by scikit-learn 1.9.1.

Needs numpy and scikit-learn. The table is written as whole numbers, from which the test makes the same
32-bit floats: value / 1000.
"""

import json
import pathlib

import numpy
from sklearn.decomposition import PCA

random = numpy.random.default_rng(11)
spread = numpy.array([3.0, 2.0] + [0.4] * 18)
turn, _ = numpy.linalg.qr(random.standard_normal((20, 20)))
rows = (random.standard_normal((90, 20)) * spread) @ turn + random.standard_normal(20)
values = numpy.round(1000 * rows).astype(int)
table = (values / 1000).astype(numpy.float32).astype(numpy.float64)

pca = PCA(n_components=2, svd_solver="full").fit(table)
golden = {
    "dimensions": 20,
    "values": values.flatten().tolist(),
    "points": pca.transform(table).tolist(),
    "explained": pca.explained_variance_ratio_.tolist(),
}
path = pathlib.Path(__file__).with_name("plane.json")
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
