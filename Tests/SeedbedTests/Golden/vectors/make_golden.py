"""Makes vendi.json: effective numbers of a small table by vendi-score 0.0.3.

Needs numpy and vendi-score. The table is written as whole numbers, from which the test makes the
same 32-bit floats: value / 1000.
"""

import json
import pathlib

import numpy
from vendi_score import vendi

random = numpy.random.default_rng(7)
centres = random.standard_normal((12, 24))
rows = centres[random.integers(0, 12, 300)] + 0.6 * random.standard_normal((300, 24))
values = numpy.round(1000 * rows).astype(int)
table = (values / 1000).astype(numpy.float32).astype(numpy.float64)

golden = {
    "dimensions": 24,
    "values": values.flatten().tolist(),
    "vendi": {
        str(order): float(vendi.score_dual(table, q=order, normalize=True)) for order in (1, 2)
    },
}
path = pathlib.Path(__file__).with_name("vendi.json")
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
