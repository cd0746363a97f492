"""Writes static.json: cosines of vectors distilled from all-MiniLM-L6-v2, computed with numpy.

Needs torch, transformers and the model's folder: python make_static.py FOLDER
"""
import json
import sys

import numpy as np
import torch
from transformers import AutoModel, BertTokenizerFast

folder = sys.argv[1]
model = AutoModel.from_pretrained(folder).eval()
tokenizer = BertTokenizerFast(vocab=folder + "/vocab.txt", do_lower_case=True)
size = tokenizer.vocab_size
vectors = np.zeros((size, 384))
with torch.no_grad():
    for start in range(0, size, 512):
        ids = torch.arange(start, min(start + 512, size))
        x = torch.stack([torch.full_like(ids, 101), ids, torch.full_like(ids, 102)], 1)
        hidden = model(input_ids=x, attention_mask=torch.ones_like(x)).last_hidden_state
        vectors[start : start + len(ids)] = hidden.mean(1).numpy()
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
centred = vectors - vectors.mean(0)
values, axes = np.linalg.eigh(centred.T @ centred / (size - 1))
rows = centred @ axes[:, ::-1][:, :256] / values[::-1][:256] ** 0.125
rank = np.arange(size)
total = (1 / (rank + 2.7)).sum()
share = 1 / (np.maximum(rank - tokenizer.vocab["the"], 0) + 2.7) / total
rows *= (1e-3 / (1e-3 + share))[:, None]

pairs = [
    ["A man is playing a guitar.", "Someone plays an instrument."],
    ["Refund my order, please", "I want my money back"],
    ["The weather in Oslo is cold", "I want my money back"],
    ["Café au lait", "coffee with milk"],
    ["antidisestablishmentarianism", "the opposition to separating church and state"],
]


def embed(text):
    ids = tokenizer(text, add_special_tokens=False)["input_ids"]
    vector = rows[ids].sum(0)
    return vector / np.linalg.norm(vector)


cosines = [float(embed(a) @ embed(b)) for a, b in pairs]
with open("static.json", "w") as file:
    json.dump({"pairs": pairs, "cosines": [round(c, 6) for c in cosines]}, file, ensure_ascii=False, indent=1)
    file.write("\n")
