"""Makes numbers.json: numbers with right check digits, computed here from the published rules alone.

Run: python3 make_numbers.py > numbers.json
"""

import hashlib
import json
import random

draw = random.Random(20240229)


def digits(count):
    return "".join(draw.choice("0123456789") for _ in range(count))


def luhn(body):
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def card():
    prefix, length = draw.choice([("4", 16), ("51", 16), ("2221", 16), ("37", 15), ("6011", 16), ("3530", 16)])
    return luhn(prefix + digits(length - len(prefix) - 1))


def iban():
    country, form = draw.choice([("GB", "AAAA00000000000000"), ("DE", "0" * 18), ("ES", "0" * 20), ("FR", "0" * 23), ("NL", "AAAA0000000000")])
    body = "".join(draw.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if c == "A" else draw.choice("0123456789") for c in form)
    number = int("".join(str(int(c, 36)) for c in body + country + "00"))
    return f"{country}{98 - number % 97:02d}{body}"


VERHOEFF_D = [[(a + b) % 5 if a < 5 and b < 5 else (a + b - 5) % 5 + 5 if a < 5 else (a - 5 - b) % 5 + 5 if b < 5 else (a - b) % 5 for b in range(10)] for a in range(10)]


def verhoeff(body):
    permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    for last in "0123456789":
        check = 0
        for place, digit in enumerate(reversed(body + last)):
            value = int(digit)
            for _ in range(place % 8):
                value = permutation[value]
            check = VERHOEFF_D[check][value]
        if check == 0:
            return body + last
    raise ValueError(body)


def aadhaar():
    number = verhoeff(draw.choice("23456789") + digits(10))
    return f"{number[:4]} {number[4:8]} {number[8:]}"


def dni():
    number = digits(8)
    return number + "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23]


def nir():
    body = draw.choice("12") + digits(2) + f"{draw.randint(1, 12):02d}" + f"{draw.randint(1, 95):02d}" + digits(6)
    number = body + f"{97 - int(body) % 97:02d}"
    return " ".join([number[0], number[1:3], number[3:5], number[5:7], number[7:10], number[10:13], number[13:]])


def cpf():
    body = digits(9)
    for weight in (10, 11):
        total = sum(int(d) * (weight - i) for i, d in enumerate(body))
        body += str(total * 10 % 11 % 10)
    return f"{body[:3]}.{body[3:6]}.{body[6:9]}-{body[9:]}"


def bitcoin():
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    body = bytes([0]) + bytes(draw.randrange(1, 256) for _ in range(20))
    whole = body + hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4]
    number, text = int.from_bytes(whole, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = alphabet[rest] + text
    return "1" + text


def ssn():
    return f"{draw.randint(1, 665):03d}-{draw.randint(1, 99):02d}-{draw.randint(1, 9999):04d}"


MAKERS = {"credit_card": card, "iban": iban, "in_aadhaar": aadhaar, "es_dni": dni, "fr_nir": nir, "br_cpf": cpf, "crypto_address": bitcoin, "us_ssn": ssn}
print(json.dumps({name: [make() for _ in range(25)] for name, make in MAKERS.items()}, indent=1))
