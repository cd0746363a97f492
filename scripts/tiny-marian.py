"""Writes a MarianMT model of random weights into a folder: a real model for a real plug-in, which talks nonsense at once.

tiny-marian.py FOLDER     needs the packages transformers and torch

Where sentencepiece can be imported, the vocabulary is a pair of SentencePiece models, as Marian's own are; elsewhere it
is a list of words and characters in a tokenizer.json.
"""
import itertools
import json
import os
import sys

import torch
from transformers import MarianConfig, MarianMTModel, PreTrainedTokenizerFast

try:
    import sentencepiece
except ImportError:
    sentencepiece = None

WIDTH, HEADS, LAYERS, INNER, POSITIONS = 32, 4, 2, 64, 128
WORDS = "my the a is not card money order please where when how refund parcel late account help cancel thanks".split()
# What stands first and last in the vocabularies of Marian's own models.
END, UNKNOWN, PADDING = "</s>", "<unk>", "<pad>"


def sentencepiece_vocabulary(folder):
    """Two SentencePiece models and the numbers of their pieces."""
    texts = [" ".join(words) for words in itertools.permutations(WORDS, 2)] + [chr(code) for code in range(0x21, 0x7F)]
    names = {END: 0, UNKNOWN: 1}
    for side in ("source", "target"):
        with open(os.path.join(folder, f"{side}.spm"), "wb") as file:
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=iter(texts),
                model_writer=file,
                vocab_size=200,
                hard_vocab_limit=False,
                character_coverage=1.0,
                num_threads=1,
                minloglevel=2,
            )
        model = sentencepiece.SentencePieceProcessor(model_file=file.name)
        for number in range(model.get_piece_size()):
            if not model.is_control(number):
                names.setdefault(model.id_to_piece(number), len(names))
    names[PADDING] = len(names)
    with open(os.path.join(folder, "vocab.json"), "w", encoding="utf-8") as file:
        json.dump(names, file)
    with open(os.path.join(folder, "tokenizer_config.json"), "w", encoding="utf-8") as file:
        json.dump({"tokenizer_class": "MarianTokenizer", "source_lang": "en", "target_lang": "de"}, file)
    return names


def word_vocabulary(folder):
    """Words and characters, each with a mark where a space was before it."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

    mark = "\u2581"
    characters = [mark] + [chr(code) for code in range(0x21, 0x7F)]
    names = {name: number for number, name in enumerate([END, UNKNOWN, *(mark + word for word in WORDS), *characters])}
    names[PADDING] = len(names)
    # A unigram model takes the best way through a text: a whole word where there is one, else its characters.
    scores = [(name, -1.0 if len(name) > 1 else -4.0) for name in names]
    tokenizer = Tokenizer(models.Unigram(scores, unk_id=names[UNKNOWN]))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {END}", special_tokens=[(END, names[END])])
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token=END, unk_token=UNKNOWN, pad_token=PADDING, model_max_length=POSITIONS
    ).save_pretrained(folder)
    return names


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
names = (sentencepiece_vocabulary if sentencepiece else word_vocabulary)(folder)
torch.manual_seed(20)
config = MarianConfig(
    vocab_size=len(names),
    d_model=WIDTH,
    encoder_layers=LAYERS,
    decoder_layers=LAYERS,
    encoder_attention_heads=HEADS,
    decoder_attention_heads=HEADS,
    encoder_ffn_dim=INNER,
    decoder_ffn_dim=INNER,
    max_position_embeddings=POSITIONS,
    # Weights this large make what is said depend on what is asked.
    init_std=1.0,
    eos_token_id=names[END],
    forced_eos_token_id=names[END],
    pad_token_id=names[PADDING],
    decoder_start_token_id=names[PADDING],
)
model = MarianMTModel(config)
model.generation_config.bad_words_ids = [[names[PADDING]]]
# Random weights would say the same word for ever, or nothing at all.
model.generation_config.no_repeat_ngram_size = 2
model.generation_config.min_new_tokens = 6
model.save_pretrained(folder)
