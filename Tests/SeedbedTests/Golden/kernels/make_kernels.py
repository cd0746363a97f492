"""Writes kernels.tsv: what the hashes, the random numbers and the sketches must always give.

A second implementation, straight from their descriptions, in arbitrary-precision integers.
Run: python3 make_kernels.py > kernels.tsv
"""

M32, M64 = 2**32 - 1, 2**64 - 1
FIRST = (0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1)
SECOND = (0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179)


def fold(a, b):
    return (a * b >> 64) ^ (a * b & M64)


def rotate(x, n):
    return (x << n | x >> (64 - n)) & M64


def scramble(x):
    x ^= x >> 32
    x = x * (FIRST[0] | 1) & M64
    x ^= x >> 29
    x = x * (FIRST[1] | 1) & M64
    return x ^ x >> 32


def word(data, at, size=8):
    return int.from_bytes(data[at:at + size], "little")


def hash_words(data, seed, keys):
    n = len(data)
    a, b, c, d = keys
    state = seed ^ fold(seed ^ a, n ^ b)
    at = 0
    if n > 64:
        lanes = [state, state ^ b, state ^ c, state ^ d]
        while True:
            for i in range(4):
                lanes[i] = fold(word(data, at + 16 * i) ^ keys[i],
                                word(data, at + 16 * i + 8) ^ lanes[i])
            at += 64
            if n - at <= 64:
                break
        state = lanes[0] ^ rotate(lanes[1], 17) ^ rotate(lanes[2], 34) ^ rotate(lanes[3], 51)
    while n - at > 16:
        state = fold(word(data, at) ^ a, word(data, at + 8) ^ state)
        at += 16
    if n > 16:
        first, last = word(data, n - 16), word(data, n - 8)
    elif n >= 8:
        first, last = word(data, 0), word(data, n - 8)
    elif n >= 4:
        first, last = word(data, 0, 4), word(data, n - 4, 4)
    elif n:
        first, last = data[0] | data[n // 2] << 8 | data[n - 1] << 16, 0
    else:
        first, last = 0, 0
    product = (first ^ c) * (last ^ state)
    return fold((product & M64) ^ d ^ n, (product >> 64) ^ b)


def hash64(data, seed=0):
    return hash_words(data, seed, FIRST)


def hash128(data, seed=0):
    return hash64(data, seed) << 64 | hash_words(data, seed ^ M64, SECOND)


def philox(c, k):
    c, k = list(c), list(k)
    for _ in range(10):
        left, right = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [right >> 32 ^ c[1] ^ k[0], right & M32, left >> 32 ^ c[3] ^ k[1], left & M32]
        k = [k[0] + 0x9E3779B9 & M32, k[1] + 0xBB67AE85 & M32]
    return c


def stream(seed, sample, operation, draw, count):
    inner = fold(seed ^ FIRST[0], scramble(operation) ^ FIRST[1])
    key = scramble(inner ^ scramble(seed + FIRST[2] & M64)
                   ^ scramble((draw >> 32) + FIRST[3] & M64))
    words, block = [], 0
    while len(words) < count:
        c = philox((block, draw & M32, sample & M32, sample >> 32), (key & M32, key >> 32))
        words += [c[0] | c[1] << 32, c[2] | c[3] << 32]
        block += 1
    return words[:count]


def named_stream(seed, sample, operation, draw, count):
    return stream(seed, hash64(sample.encode()), hash64(operation.encode()), draw, count)


def shingles(data, width):
    if len(data) < width:
        return [hash64(data)] if data else []
    windows = {data[i:i + width] for i in range(len(data) - width + 1)}
    if width > 8:
        return sorted(hash64(w) for w in windows)
    return sorted(scramble(word(w, 0, width) ^ SECOND[2] * width & M64) for w in windows)


def signature(hashes, permutations=128, seed=1):
    result = []
    for r in named_stream(seed, "permutations", "minhash", 0, permutations):
        a, b = r & M32 | 1, r >> 32
        low = M32
        for x in hashes:
            h = (x ^ x >> 32) & M32
            h = (h ^ h >> 16) * 0x85EBCA6B & M32
            h = (h ^ h >> 13) * 0xC2B2AE35 & M32
            low = min(low, a * (h ^ h >> 16) + b & M32)
        result.append(low)
    return result


def bands(sig, count=16, rows=8):
    keys = []
    for band in range(count):
        state = scramble(band ^ SECOND[0])
        values = sig[band * rows:(band + 1) * rows]
        for i in range(0, rows, 2):
            upper = values[i + 1] << 32 if i + 1 < rows else 0
            state = fold(state ^ values[i] ^ upper, SECOND[1])
        keys.append(scramble(state))
    return keys


def row(kind, *cells):
    print("\t".join([kind, *map(str, cells)]))


if __name__ == "__main__":
    # Philox against the published answer, so that this file does not merely agree with itself.
    assert philox((0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), (0xA4093822, 0x299F31D0)) \
        == [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]
    for n in [*range(0, 70), 127, 128, 129, 130, 192, 193, 255, 256, 257, 1000]:
        data = bytes((i * i * 7 + i * 13 + n) & 255 for i in range(n))
        for seed in (0, 1, M64):
            row("hash128", data.hex(), seed, f"{hash128(data, seed):032x}")
    for seed, sample, operation, draw in [(0, "", "", 0), (42, "sample", "typo", 0),
                                          (42, "sample", "typo", 1), (7, "zeile 1", "größe", 2**40)]:
        words = named_stream(seed, sample, operation, draw, 5)
        row("stream", seed, sample, operation, draw, *words)
    for width in (1, 3, 5, 8, 9, 13):
        for text in ("", "cat", "the cat sat on the mat", "a dog ran in the park today" * 3):
            row("shingles", text, width, *shingles(text.encode(), width))
    for text in ("cat", "the cat sat on the mat", "a dog ran in the park today" * 3):
        sig = signature(shingles(text.encode(), 5))
        row("signature", text, *sig)
        row("bands", text, *bands(sig))
        row("odd_bands", text, *bands(sig, 5, 3))
