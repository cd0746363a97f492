"""Rows of a file changed by nlpaug, one augmenter with its defaults, as many as are asked for.

augmented-by-nlpaug.py KIND COUNT SEED < rows.jsonl > augmented.jsonl      KIND: synonym keyboard ocr swap delete

WordNet is read from NLTK_DATA; nltk's tagger needs data that cannot be had here, so every word counts as a noun.
"""
import json, random, sys

import numpy as np
import nlpaug.augmenter.char as char
import nlpaug.augmenter.word as word

kind, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(seed)
np.random.seed(seed)
if kind == "synonym":
    from nlpaug.model.word_dict.wordnet import WordNet

    WordNet.pos_tag = classmethod(lambda cls, tokens: [(token, "NN") for token in tokens])
augmenter = {
    "synonym": lambda: word.SynonymAug(aug_src="wordnet"),
    "keyboard": char.KeyboardAug,
    "ocr": char.OcrAug,
    "swap": lambda: word.RandomWordAug(action="swap"),
    "delete": lambda: word.RandomWordAug(action="delete"),
}[kind]()
rows = [json.loads(line) for line in sys.stdin]
random.shuffle(rows)
written = 0
for row in rows * 3:
    changed = augmenter.augment(row["text"])
    changed = changed[0] if isinstance(changed, list) else changed
    if changed != row["text"]:
        print(json.dumps({**row, "text": changed}, ensure_ascii=False))
        written += 1
    if written == count:
        break
