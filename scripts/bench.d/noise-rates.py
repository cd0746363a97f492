"""Counts how often real user text shows each kind of noise, per 100 characters.

    python3 scripts/bench.d/noise-rates.py [SHARED]

SHARED is the folder of the shared data sets (default: ../shared beside the project, or
SEEDBED_SHARED). The counts need no model: a typo is a lower-case word of four letters or more that
no dictionary has and clean text hardly ever, one edit (insertion, deletion, substitution, transposition)
away from exactly the words that they have often; words with digits, tags, mentions and addresses
are left out before anything is counted.
"""

import collections
import csv
import json
import os
import pathlib
import re
import sys

# How often a word must stand in clean text to be none of its typos.
KNOWN = 3
SHARED = pathlib.Path(
    sys.argv[1]
    if len(sys.argv) > 1
    else os.environ.get("SEEDBED_SHARED", pathlib.Path(__file__).resolve().parents[3] / "shared")
)
DATA = SHARED / "data"
SKIPPED = re.compile(r"https?://\S+|\bhttp\b|www\.\S+|[@#]\w+|&\w+;|\\u[0-9a-f]{4}|\S+@\S+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROWS = {"qwertyuiop": 0.0, "asdfghjkl": 0.25, "zxcvbnm": 0.75}
CHAT = set(
    "u ur r pls plz thx tnx ppl msg tmrw tmr tho bc cuz coz idk omg lol btw asap imo tbh gonna wanna "
    "gotta kinda lmao smh nite luv gr8 n w/ abt wat wut ya yall fam lil bday bro xq pq tb tmb xfa grax "
    "finde msj q k tlf svp stp slt bjr mdr pk ds vs pcq ptdr jsuis vllt eigtl lg iwie hab ne nen".split()
)
APOSTROPHES = set(
    "im ive dont cant wont didnt doesnt isnt wasnt arent couldnt wouldnt shouldnt havent hasnt thats "
    "whats theres youre theyre cest jai gehts gibts".split()
)


def lines(path):
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def sources():
    """Name, language and texts of each data set of what people wrote themselves."""
    for part in ["emotion", "offensive", "emoji"]:
        paths = sorted((DATA / "tweeteval" / part).glob("*_text.txt"))
        yield f"tweeteval {part}", "en", [line for path in paths for line in lines(path)][:6000]
    for folder, code in [("english", "en"), ("spanish", "es"), ("french", "fr"), ("german", "de")]:
        yield f"xlmt {folder}", code, lines(DATA / "xlmt-sentiment" / folder / "train_text.txt")
    with open(DATA / "banking77" / "train.csv", encoding="utf-8") as file:
        yield "banking77", "en", [row["text"] for row in csv.DictReader(file)]
    texts = []
    for path in sorted((DATA / "nlupp-banking").glob("fold*.json")):
        texts += [row["text"] for row in json.loads(path.read_text(encoding="utf-8"))]
    yield "nlupp-banking", "en", texts
    folder = DATA / "bitext-customer-support" / "train"
    with open(next(folder.glob("*.csv")), encoding="utf-8") as file:
        yield "bitext", "en", [row["utterance"] for row in csv.DictReader(file)]


def clean_counts(code):
    """How often words stand in edited text and dictionaries of a language."""
    counts = collections.Counter()
    names = {"en": "en_US", "es": "es_ES", "fr": "fr", "de": "de_DE"}
    path = pathlib.Path("/usr/share/hunspell") / f"{names[code]}.dic"
    if path.exists():
        is_utf8 = any("UTF-8" in line for line in lines(path.with_suffix(".aff"))[:40])
        encoding = "utf-8" if is_utf8 else "latin-1"
        for line in path.read_text(encoding=encoding, errors="replace").splitlines()[1:]:
            stem = line.split("/")[0].strip().lower()
            for ending in ["", "s", "es", "ed", "d", "ing", "ly", "er", "n", "en", "e", "t", "st"]:
                counts[stem + ending] += KNOWN
            if stem.endswith("e"):
                counts[stem[:-1] + "ing"] += KNOWN
    for folder in ["ag-news", "wikineural", "squad-sentence-question", "tatoeba-parallel"]:
        for path in sorted((DATA / folder).rglob("*")):
            if path.is_file() and path.suffix in {".csv", ".tsv", ".txt", ".json", ".jsonl", ".conll"}:
                if path.stat().st_size < 40_000_000:
                    text = path.read_text(encoding="utf-8", errors="replace").lower()
                    for word in WORD.findall(text):
                        counts[word] += 1
    return counts


def near_key(a, b):
    place = {c: (i + shift, y) for y, (row, shift) in enumerate(ROWS.items()) for i, c in enumerate(row)}
    if a not in place or b not in place:
        return False
    (ax, ay), (bx, by) = place[a], place[b]
    return (ax - bx) ** 2 + (ay - by) ** 2 <= 1.26**2


def origin(word, counts):
    """The kind of the one edit that makes a frequent word of a typo, by the most frequent one."""
    best, kind = 0, None
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        options = []
        if tail:
            double = at > 0 and tail[0] == word[at - 1]
            options.append((head + tail[1:], "double" if double else "insert"))
            for letter in LETTERS:
                if letter != tail[0]:
                    name = "neighbour" if near_key(tail[0], letter) else "substitute"
                    options.append((head + letter + tail[1:], name))
        if len(tail) > 1 and tail[0] != tail[1]:
            options.append((head + tail[1] + tail[0] + tail[2:], "transpose"))
        for letter in LETTERS:
            options.append((head + letter + tail, "drop"))
        for option, name in options:
            if counts[option] > max(best, 50):
                best, kind = counts[option], name
    return kind


def measure(texts, counts):
    total, characters = collections.Counter(), 0
    for text in texts:
        text = SKIPPED.sub("\ufffc", text).strip()
        if not text:
            continue
        characters += len(text)
        total["texts"] += 1
        words = WORD.findall(text)
        for word in words:
            lower = word.lower().replace("’", "'")
            if lower in CHAT:
                total["chat"] += 1
            if lower in APOSTROPHES:
                total["apostrophe"] += 1
            if len(word) >= 4 and word.isupper():
                total["capitals"] += 1
            if word == "i":
                total["small_i"] += 1
            if len(word) >= 4 and word == lower and counts[lower] < KNOWN and lower not in CHAT | APOSTROPHES:
                if re.search(r"(.)\1\1", word):
                    total["elongated"] += 1
                else:
                    kind = origin(lower, counts)
                    if kind == "insert" and lower.endswith("s"):
                        kind = None  # a plural or a verb form that the dictionary does not know
                    if kind:
                        total["typo"] += 1
                        total["typo " + kind] += 1
        total["small_start"] += text[0].islower()
        total["all_small"] += text == text.lower() and len(words) > 3
        total["all_capitals"] += text == text.upper() and len(words) > 1
        total["no_final_mark"] += text[-1].isalnum()
        total["repeated_mark"] += len(re.findall(r"([!?])\1+|\.{2,}", text))
        total["far_mark"] += len(re.findall(r"\w [,!?](?:\s|$)", text))
        total["close_mark"] += len(re.findall(r"[a-z][,!?][A-Za-z]", text))
        total["spaces"] += len(re.findall(r"\S(?:  +|\t|\u00a0)\S", text))
        total["odd_unicode"] += len(re.findall(r"[\u200b-\u200f\u2060\ufeff\u0300-\u036f\uff01-\uff5e]", text))
    return total, max(characters, 1)


def main():
    columns = ["typo", "capitals", "small_i", "repeated_mark", "far_mark", "close_mark", "apostrophe"]
    columns += ["spaces", "chat", "elongated", "odd_unicode"]
    shares = ["small_start", "all_small", "all_capitals", "no_final_mark"]
    print("| data | texts | " + " | ".join(columns + [f"{name} %" for name in shares]) + " |")
    print("|" + "---|" * (2 + len(columns) + len(shares)))
    cache, kinds = {}, collections.Counter()
    for name, code, texts in sources():
        counts = cache.setdefault(code, None) or clean_counts(code)
        cache[code] = counts
        total, characters = measure(texts, counts)
        cells = [f"{100 * total[column] / characters:.3f}" for column in columns]
        cells += [f"{100 * total[share] / max(total['texts'], 1):.1f}" for share in shares]
        print(f"| {name} | {total['texts']} | " + " | ".join(cells) + " |", flush=True)
        if code == "en":
            for key, count in total.items():
                if key.startswith("typo "):
                    kinds[key[5:]] += count
    everything = sum(kinds.values())
    print("\nKinds of English typos, %: " + ", ".join(
        f"{kind} {100 * count / everything:.0f}" for kind, count in kinds.most_common()
    ))


if __name__ == "__main__":
    main()
