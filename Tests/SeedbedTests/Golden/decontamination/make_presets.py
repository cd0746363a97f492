"""Writes presets.json: which data rows hold which benchmark rows by each published rule.

The rules are stated again here with Python's own text functions and sets of joined strings, so
that nothing of the Swift way (hashes, tables, bytes) is shared.
"""

import json
import pathlib
import random
import re
import string
import unicodedata

WORDS = """river basket cannot lantern orchard 17 violin gonna winter copper maple 3.5 harbor silent
don't velvet Café market thunder 1,000 garden naïve puzzle Straße engine mirror über planet rocket
coffee window Ärger bridge forest candle pepper 2024 summer ticket wanna saddle marble ribbon island
well-known button carpet dragon falcon guitar hammer jacket kettle ladder magnet napkin oyster""".split()


def marks():
    codes = [0x2014, 0x201D, 0xFF05, 0xFF11, 0x3008, 0x3001, 0x2501, 0x3010, 0x300C, 0x300D, 0xFF0C]
    codes += [0x3011, 0xFF1B, 0x201C, 0x300A, 0x201E, 0x2019, 0x2236, 0xB4, 0xFF0E, 0xFF08, 0x2013]
    codes += [0xFF1F, 0xFF01, 0xFF1A, 0xFF5E, 0xAB, 0x3009, 0x300B, 0xFF09, 0x3002, 0x2026, 0x25BA]
    codes += [0xBB, *range(0, 9), 11, 12, *range(13, 32), *range(127, 160)]
    return string.punctuation + "".join(map(chr, codes))


def plain(text):
    kept = (c for c in text.lower() if c not in string.punctuation)
    return "".join(c for c in kept if unicodedata.category(c)[0] != "P").split()


def janitor(text):
    table = str.maketrans(string.ascii_uppercase, string.ascii_lowercase, string.punctuation)
    return text.translate(table).split()


def simplified(text):
    text = re.sub(r"\s+", " ", text.lower().strip())
    text = text.translate(str.maketrans("", "", marks()))
    text = "".join(
        c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn"
    )
    text = re.sub(r"\d+", "0", text).replace("\u2018", " \u2018 ")
    text = re.sub(r"\b(can)(not)\b|\b(gim)(me)\b|\b(lem)(me)\b", split_in_two, text)
    text = re.sub(r"\b(gon)(na)\b|\b(wan)(na)\b|\b(got)(ta)\b", split_in_two, text)
    return text.split()


def split_in_two(match):
    return " ".join(group for group in match.groups() if group)


def standard(text):
    def is_letter(c):
        return c.isalpha()

    def is_word(c):
        return c == "_" or unicodedata.category(c)[0] in "LNM"

    words, word = [], ""
    for i, c in enumerate(text):
        left = text[i - 1] if i else " "
        right = text[i + 1] if i + 1 < len(text) else " "
        letters = is_letter(left) and is_letter(right)
        digits = left.isdecimal() and right.isdecimal()
        joins = c in "'\u2019." and (letters or digits) or c in ":\u00b7" and letters
        joins = joins or c in ",;" and digits
        if is_word(c) or joins:
            word += c.lower()
        elif word:
            words.append(word)
            word = ""
    return words + [word] if word else words


def grams(words, n):
    return [" ".join(words[i : i + n]) for i in range(len(words) - n + 1)]


def joined(row):
    return row["question"] + "\n" + row["answer"] if row.get("answer") else row["question"]


def pairs(benchmark, data, holds):
    return [[d, b] for d in range(len(data)) for b in range(len(benchmark)) if holds(d, b)]


def any_gram(benchmark, data, form, n, most=None):
    seen = [set(grams(form(joined(row)), n)) for row in data]
    counts = {}
    for row in seen:
        for gram in row:
            counts[gram] = counts.get(gram, 0) + 1
    rows = [set(grams(form(joined(row)), n)) for row in benchmark]
    if most is not None:
        rows = [{gram for gram in row if counts.get(gram, 0) <= most} for row in rows]
    return pairs(benchmark, data, lambda d, b: bool(seen[d] & rows[b]))


def datatrove(benchmark, data, n=12):
    rows = []
    for row in benchmark:
        query = simplified(row["question"])
        label = simplified(row.get("answer") or "")
        if not label:
            query, label = [], query
        found = set(grams(label, n))
        for tail in range(1, n):
            if len(query) >= tail and len(label) >= n - tail:
                found.add(" ".join(query[-tail:] + label[: n - tail]))
        rows.append(found)
    seen = [set(grams(simplified(joined(row)), n)) for row in data]
    return pairs(benchmark, data, lambda d, b: bool(seen[d] & rows[b]))


def palm(benchmark, data, n=8):
    seen = [set(grams(plain(joined(row)), n)) for row in data]

    def holds(d, b):
        row = benchmark[b]
        for part in (row["question"], row.get("answer") or ""):
            found = grams(plain(part), n)
            if found and 10 * sum(gram in seen[d] for gram in found) >= 7 * len(found):
                return True
        return False

    return pairs(benchmark, data, holds)


def tulu(benchmark, data, n=8):
    seen = [set(grams(standard(joined(row)), n)) for row in data]

    def holds(d, b):
        words = standard(benchmark[b]["question"])
        covered = set()
        for i, gram in enumerate(grams(words, n)):
            if gram in seen[d]:
                covered.update(range(i, i + n))
        return 2 * len(covered) > len(words)

    return pairs(benchmark, data, holds)


def corpus():
    random.seed(20)
    marks = [" ", " ", " ", " ", ", ", ". ", "\n", " - ", "; ", "\u2014", "  ", "\u3000"]

    def text(words):
        return "".join(word + random.choice(marks) for word in words).strip() + "."

    def words(count):
        return [random.choice(WORDS) for _ in range(count)]

    def changed(word):
        return random.choice([word, word, word.upper(), word.title(), word + "!", '"' + word + '"'])

    benchmark, sources = [], []
    for i in range(40):
        question, answer = words(random.randint(14, 40)), words(random.randint(3, 24))
        row = {"question": text(question)}
        if i % 3:
            row["answer"] = text(answer)
        benchmark.append(row)
        sources.append(question + answer if i % 3 else question)
    data = []
    for i in range(220):
        own = words(random.randint(20, 60))
        if i % 4:
            source = random.choice(sources)
            length = max(random.randint(6, len(source)), random.randint(6, len(source)))
            start = random.randint(0, len(source) - length)
            piece = [changed(word) for word in source[start : start + length]]
            if i % 3 == 0:
                piece[random.randrange(len(piece))] = "changed"
            at = random.randint(0, len(own))
            own[at:at] = piece
        data.append({"text": text(own)})
    # One piece in twelve rows: GPT-3's rule forgets it.
    for i in range(12):
        data.append({"text": text(words(10) + sources[1][:14] + words(10))})
    return benchmark, data


def main():
    benchmark, data = corpus()
    rows = [{"question": row["text"]} for row in data]
    expected = {
        "gpt3": any_gram(benchmark, rows, plain, 13, most=10),
        "lm-eval": any_gram(benchmark, rows, janitor, 13),
        "datatrove": datatrove(benchmark, rows),
        "palm": palm(benchmark, rows),
        "tulu": tulu(benchmark, rows),
    }
    document = {"benchmark": benchmark, "data": data, "expected": expected}
    path = pathlib.Path(__file__).with_name("presets.json")
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print({name: len(found) for name, found in expected.items()})


main()
