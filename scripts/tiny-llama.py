"""Writes a Llama of random weights as a GGUF file: a real model for a real server, which talks nonsense at once.

tiny-llama.py FILE        needs the packages gguf and numpy
"""
import sys

import gguf
import numpy

WIDTH, HEADS, LAYERS, INNER, CONTEXT = 64, 4, 2, 160, 8192
random = numpy.random.default_rng(20)


def vocabulary():
    """Control tokens, every byte, every printable character, and some words, so that texts get words too."""
    kind = gguf.TokenType
    tokens = [("<unk>", kind.UNKNOWN), ("<s>", kind.CONTROL), ("</s>", kind.CONTROL)]
    tokens += [(f"<0x{byte:02X}>", kind.BYTE) for byte in range(256)]
    words = "my the a is not card money order please where when how refund parcel late account help cancel thanks".split()
    pieces = ["\u2581"] + ["\u2581" + word for word in words] + [chr(code) for code in range(0x21, 0x7F)]
    return tokens + [(piece, kind.NORMAL) for piece in pieces]


def weights(*shape):
    return (random.standard_normal(shape) * 0.06).astype(numpy.float32)


tokens = vocabulary()
writer = gguf.GGUFWriter(sys.argv[1], "llama")
writer.add_name("tiny")
writer.add_context_length(CONTEXT)
writer.add_embedding_length(WIDTH)
writer.add_block_count(LAYERS)
writer.add_feed_forward_length(INNER)
writer.add_head_count(HEADS)
writer.add_head_count_kv(HEADS)
writer.add_layer_norm_rms_eps(1e-5)
writer.add_rope_dimension_count(WIDTH // HEADS)
writer.add_vocab_size(len(tokens))
writer.add_file_type(0)
writer.add_tokenizer_model("llama")
writer.add_tokenizer_pre("default")
writer.add_token_list([text.encode() for text, _ in tokens])
writer.add_token_types([kind for _, kind in tokens])
writer.add_token_scores([0.0 if index < 259 else 258.0 - index for index in range(len(tokens))])
writer.add_unk_token_id(0)
writer.add_bos_token_id(1)
writer.add_eos_token_id(2)
writer.add_add_bos_token(True)
writer.add_chat_template("{% for turn in messages %}[{{ turn['role'] }}] {{ turn['content'] }}\n{% endfor %}[assistant]")
for name in ("token_embd", "output"):
    writer.add_tensor(f"{name}.weight", weights(len(tokens), WIDTH))
writer.add_tensor("output_norm.weight", numpy.ones(WIDTH, numpy.float32))
for layer in range(LAYERS):
    for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
        writer.add_tensor(f"blk.{layer}.{part}.weight", weights(WIDTH, WIDTH))
    for part, shape in (("ffn_gate", (INNER, WIDTH)), ("ffn_up", (INNER, WIDTH)), ("ffn_down", (WIDTH, INNER))):
        writer.add_tensor(f"blk.{layer}.{part}.weight", weights(*shape))
    for part in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"blk.{layer}.{part}.weight", numpy.ones(WIDTH, numpy.float32))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
