"""Makes meaning.json: facility location, farthest-first and Vendi scores in NumPy, the plain way.

Run with any Python that has numpy: python make_meaning.py > meaning.json
"""

import json

import numpy as np

rng = np.random.default_rng(11)
centres = rng.normal(size=(6, 8))
rows = centres[rng.integers(0, 6, size=48)] + 0.35 * rng.normal(size=(48, 8))
# Numbers that are the same as 32-bit floats.
rows = np.round(rows, 3).astype(np.float32)
unit = rows.astype(np.float64) / np.linalg.norm(rows.astype(np.float64), axis=1, keepdims=True)
cosine = unit @ unit.T


def facility_location(count):
    nearest = np.zeros(len(rows))
    chosen, gains = [], []
    for _ in range(count):
        gain = np.maximum(cosine - nearest[:, None], 0).sum(axis=0)
        gain[chosen] = -1
        # The lower row wins a tie, whatever the rounding says.
        best = int(np.argmax(gain >= gain.max() - 1e-9))
        chosen.append(best)
        gains.append(float(gain[best]))
        nearest = np.maximum(nearest, cosine[:, best])
    return {"rows": chosen, "gains": gains}


def farthest_first(count):
    chosen = [0]
    while len(chosen) < count:
        nearest = cosine[:, chosen].max(axis=1)
        nearest[chosen] = 2
        chosen.append(int(np.argmin(nearest)))
    return {"rows": chosen}


def vendi(order):
    values = np.linalg.eigvalsh(cosine / len(rows))
    values = values[values > 1e-12]
    if order == 1:
        return float(np.exp(-(values * np.log(values)).sum()))
    return float(1 / (values**2).sum())


nearest = np.sort(cosine - 2 * np.eye(len(rows)), axis=1)[:, -1]
print(
    json.dumps(
        {
            "dimensions": 8,
            "values": [float(v) for v in rows.ravel()],
            "facilityLocation": facility_location(12),
            "farthestFirst": farthest_first(12),
            "vendi1": vendi(1),
            "vendi2": vendi(2),
            "nearestCosine": float(nearest.mean()),
        },
        indent=1,
    )
)
