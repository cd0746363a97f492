"""Writes schemas.json: random schemas and values with the verdict of the Python package jsonschema.

    pip install jsonschema==4.26.0
    python3 make_schema_golden.py > schemas.json

Each case is {"schema", "value", "found": [[json pointer, keyword], ...]}, the pairs sorted and each once.
"""

import json
import random

from jsonschema import Draft202012Validator

random.seed(7)
WORDS = ["a", "b", "text", "label", "x/y", "t~n"]
STRINGS = ["", "a", "ab", "abc", "neutral", "polite", "é", "日本語", "A1", "2026-01-31", "a b", "12", "aab", "zzz"]
NUMBERS = [0, 1, -1, 2, 3, 5, 10, 1.0, 1.5, 2.25, -0.5, 100, 7, 12]
PATTERNS = ["^a", "b$", "^[a-z]+$", "^(ab|a)*b?$", "[0-9]", "^.{2,3}$", "^[A-Za-z0-9_]+$", "a?a?b", "^[^a-c]*$", "^(?:x|y)|b", "\\bb", "^a{2}b"]


def value(depth=0):
    roll = random.random()
    if depth > 2 or roll < 0.5:
        return random.choice(
            [None, True, False, random.choice(NUMBERS), random.choice(STRINGS), random.choice(STRINGS)]
        )
    if roll < 0.75:
        return [value(depth + 1) for _ in range(random.randrange(4))]
    return {random.choice(WORDS): value(depth + 1) for _ in range(random.randrange(4))}


def schema(depth=0, refs=True):
    if random.random() < 0.06:
        return random.choice([True, False])
    s = {}
    kinds = ["null", "boolean", "integer", "number", "string", "array", "object"]
    roll = random.random()
    if roll < 0.45:
        s["type"] = random.choice(kinds)
    elif roll < 0.6:
        s["type"] = random.sample(kinds, 2)
    for _ in range(random.randrange(1, 4)):
        k = random.randrange(17)
        if k == 0:
            s["enum"] = [value(2) for _ in range(random.randrange(1, 4))]
        elif k == 1:
            s["const"] = value(1)
        elif k == 2:
            s["minimum"] = random.choice(NUMBERS)
            s["exclusiveMaximum"] = random.choice(NUMBERS)
        elif k == 3:
            s["maximum"] = random.choice(NUMBERS)
            s["exclusiveMinimum"] = random.choice(NUMBERS)
        elif k == 4:
            s["multipleOf"] = random.choice([1, 2, 3, 0.5, 0.25])
        elif k == 5:
            s["minLength"] = random.randrange(4)
        elif k == 6:
            s["maxLength"] = random.randrange(4)
        elif k == 7:
            s["pattern"] = random.choice(PATTERNS)
        elif k == 8:
            s["minItems"] = random.randrange(3)
            s["uniqueItems"] = random.random() < 0.7
        elif k == 9:
            s["maxItems"] = random.randrange(3)
        elif k == 10 and depth < 3:
            s["items"] = schema(depth + 1)
            if random.random() < 0.4:
                s["prefixItems"] = [schema(depth + 1) for _ in range(random.randrange(1, 3))]
        elif k in (11, 12) and depth < 3:
            s["properties"] = {random.choice(WORDS): schema(depth + 1) for _ in range(random.randrange(1, 4))}
            if random.random() < 0.6:
                s["additionalProperties"] = random.choice([False, False, schema(depth + 1)])
            if random.random() < 0.3:
                s["patternProperties"] = {random.choice(PATTERNS): schema(depth + 1)}
        elif k == 13:
            s["required"] = random.sample(WORDS, random.randrange(1, 3))
        elif k == 14:
            s["minProperties"] = random.randrange(3)
            s["maxProperties"] = random.randrange(1, 4)
        elif k == 15 and depth < 3:
            s[random.choice(["anyOf", "oneOf", "allOf"])] = [schema(depth + 1) for _ in range(random.randrange(1, 4))]
        elif k == 16 and depth < 3:
            s["not"] = schema(depth + 1)
    if depth > 0 and refs and random.random() < 0.12:
        s["$ref"] = random.choice(["#/$defs/one", "#/$defs/two"])
    if random.random() < 0.2:
        s["title"] = "T"
        s["description"] = "D"
    return s


def pointer(error):
    return "".join("/" + str(p).replace("~", "~0").replace("/", "~1") for p in error.absolute_path)


def flat(errors):
    for e in errors:
        yield [pointer(e), e.validator]


def main():
    cases, good, bad = [], 0, 0
    while len(cases) < 700:
        s = schema()
        if not isinstance(s, dict):
            continue
        s["$defs"] = {
            "one": {"type": ["string", "null"], "maxLength": 3},
            "two": {"anyOf": [{"type": "integer"}, {"items": {"$ref": "#/$defs/two"}, "type": "array"}]},
        }
        Draft202012Validator.check_schema(s)
        v = value()
        errors = list(Draft202012Validator(s).iter_errors(v))
        # The package leaves the last step out of the place of a value that `false` refuses.
        if any(e.validator is None for e in errors):
            continue
        found = sorted({tuple(f) for f in flat(errors)})
        if found and bad > good + 50:
            continue
        good, bad = good + (not found), bad + bool(found)
        cases.append({"schema": s, "value": v, "found": [list(f) for f in found]})
    print("[" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in cases) + "]")


main()
