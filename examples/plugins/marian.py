#!/usr/bin/env python3
"""Translates with a MarianMT model (Helsinki-NLP/opus-mt and the like) from a folder on this machine.

    pip install transformers torch sentencepiece sacremoses
    marian.py models/opus-mt-en-de --from en --to de

It speaks the protocol of Seedbed's plug-ins: one JSON object a line in, one a line out. A model translates in one
direction; a request for another one is answered with an error. Nothing of a text is cut off: lines are translated
one by one, long ones in pieces that end where sentences or words end, and the white space between stays as it was.

Equal texts give equal translations: there is no sampling, and each piece is translated alone. --batch 16 is faster
and nearly the same: sums are then rounded in another order, which now and then changes a word.
"""

import argparse
import json
import os
import re
import sys

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")

# What a long line is cut into, the next where one of the former is still too long: sentences, words, characters.
UNITS = [re.compile(unit, re.DOTALL) for unit in (r".+?(?:[.!?…]+(?=\s)|[。！？]+|$)\s*", r"\S+\s*|\s+", r".")]


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="the folder with config.json, the weights and the vocabulary")
    parser.add_argument("--from", dest="source", help="the language of the texts; any when left out")
    parser.add_argument("--to", dest="target", help="the language of the translations; any when left out")
    parser.add_argument("--prefix", default="", help="what a model of several languages wants first, such as '>>fra<< '")
    parser.add_argument("--beams", type=int, default=4, help="how many translations are followed up at once")
    parser.add_argument("--batch", type=int, default=1, help="how many pieces are translated at once")
    parser.add_argument("--piece", type=int, default=200, help="how many tokens of a text are translated in one piece")
    parser.add_argument("--max-tokens", type=int, default=512, help="how many tokens the translation of a piece may have")
    return parser.parse_args()


class Translator:
    def __init__(self, options):
        if not os.path.isfile(os.path.join(options.folder, "config.json")):
            raise FileNotFoundError(f"the folder {options.folder} has no config.json")
        import torch
        from transformers import AutoTokenizer, MarianMTModel, MarianTokenizer

        self.torch = torch
        self.options = options
        # Marian's own vocabulary is a pair of SentencePiece models; a converted one is a tokenizer.json.
        has_pieces = os.path.isfile(os.path.join(options.folder, "source.spm"))
        self.tokenizer = (MarianTokenizer if has_pieces else AutoTokenizer).from_pretrained(options.folder)
        self.model = MarianMTModel.from_pretrained(options.folder).eval()
        self.positions = self.model.config.max_position_embeddings
        # Only max_new_tokens counts; both together draw a warning with each request.
        self.model.generation_config.max_length = None

    def length(self, text):
        return len(self.tokenizer.tokenize(text))

    def pieces(self, text, units=UNITS):
        """Cuts a text into pieces that the model takes; they give the text when they are joined."""
        limit = max(1, min(self.options.piece, self.positions // 2))
        if not units or self.length(text) <= limit:
            return [text]
        pieces, open_length = [], 0
        for unit in units[0].findall(text):
            length = self.length(unit)
            if length > limit:
                pieces += self.pieces(unit, units[1:])
                open_length = limit
            elif open_length and open_length + length <= limit:
                pieces[-1] += unit
                open_length += length
            else:
                pieces.append(unit)
                open_length = length
        return pieces

    def translate(self, texts):
        # White space at the ends of lines and pieces is no matter of translation.
        cut = [
            [piece for line in re.split(r"(\s*[\r\n]\s*)", text) for piece in self.pieces(line)] for text in texts
        ]
        bodies = sorted({piece.strip() for pieces in cut for piece in pieces} - {""}, key=lambda body: (len(body), body))
        known = {"": ""}
        for start in range(0, len(bodies), self.options.batch):
            part = bodies[start : start + self.options.batch]
            known.update(zip(part, self.run(part), strict=True))

        def translated(piece):
            body = piece.strip()
            before, _, after = piece.partition(body) if body else (piece, "", "")
            return before + known[body] + after

        return ["".join(map(translated, pieces)) for pieces in cut]

    def run(self, bodies):
        inputs = self.tokenizer([self.options.prefix + body for body in bodies], return_tensors="pt", padding=True)
        length = inputs["input_ids"].shape[1]
        if length > self.positions:
            raise ValueError(f"a piece has {length} tokens, and the model takes {self.positions}; lower --piece")
        with self.torch.inference_mode():
            outputs = self.model.generate(
                input_ids=inputs["input_ids"],
                attention_mask=inputs["attention_mask"],
                num_beams=self.options.beams,
                do_sample=False,
                max_new_tokens=min(self.options.max_tokens, self.positions),
            )
        return self.tokenizer.batch_decode(outputs, skip_special_tokens=True)


def answer(request, load, options):
    kind = request.get("kind")
    if kind == "hello":
        if request.get("protocol") != 1:
            return {"error": "only version 1 of the protocol is known"}
        load()
        return {"protocol": 1, "name": "marian"}
    if kind != "translate":
        return {"error": f"this program translates only; it does not know {kind!r}"}
    for name, wanted in (("from", options.source), ("to", options.target)):
        if wanted and request.get(name) != wanted:
            return {"error": f"the model translates {name} {wanted}, not {name} {request.get(name)}"}
    return {"texts": load().translate(request["texts"])}


def main():
    options = parse()
    # Libraries print to the standard output as they like, those in C too; the answers must stay alone there.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    translator = None

    def load():
        nonlocal translator
        translator = translator or Translator(options)
        return translator

    for line in sys.stdin.buffer:
        number = None
        try:
            request = json.loads(line)
            number = request["id"]
            reply = answer(request, load, options)
        except Exception as error:  # one bad request must not end the program
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"id": number, **reply}), file=answers, flush=True)


main()
