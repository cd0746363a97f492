"""Writes small NumPy files for the tests of the reader, and what the writer must write.

Run in this folder with numpy: python make_npy.py
"""
import numpy as np

rows = np.array([[0.0, -1.5, 3.25], [1e-7, 65504.0, -2.0]])
for name, kind in [("half", "<f2"), ("single", "<f4"), ("double", "<f8")]:
    np.save(f"{name}.npy", rows.astype(kind))
np.save("fortran.npy", np.asfortranarray(rows.astype("<f4")))
np.save("big_endian.npy", rows.astype(">f4"))
np.save("integers.npy", np.arange(6, dtype="<i4").reshape(2, 3))
np.save("one_dimension.npy", rows[0].astype("<f4"))
with open("version2.npy", "wb") as file:
    np.lib.format.write_array(file, rows.astype("<f4"), version=(2, 0))
# Half numbers of every kind: zero, subnormal, normal, the largest, infinite, not a number.
bits = np.array([[0x0000, 0x8000, 0x0001, 0x03FF, 0x0400, 0x3C00, 0x7BFF, 0xFBFF, 0x7C00, 0xFC00, 0x7E00]], np.uint16)
np.save("halves.npy", bits.view("<f2"))
np.save("halves_as_singles.npy", bits.view("<f2").astype("<f4"))
