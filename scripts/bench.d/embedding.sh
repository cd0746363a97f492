# Embeddings: sentences a second, beside onnxruntime and sentence-transformers on the same model and texts.
if corpus short_100k; then
  head -n 5000 "$BASELINES_CORPORA/short_100k.jsonl" > "$work/5000.jsonl"
  measure "seedbed embed, minilm" 5000 "$program" embed "$work/5000.jsonl" --model minilm --output "$work/v.npy"
  RUNS=1 measure "seedbed embed, static, with its making if there is none" 100000 \
    "$program" embed "$BASELINES_CORPORA/short_100k.jsonl" --model static --output "$work/v.npy"
  measure "seedbed embed, static" 100000 \
    "$program" embed "$BASELINES_CORPORA/short_100k.jsonl" --model static --output "$work/v.npy"
  measure "seedbed embed, hashed" 100000 \
    "$program" embed "$BASELINES_CORPORA/short_100k.jsonl" --model hashed --output "$work/v.npy"
  # The first run of this peer writes its graph.
  [ -e "$BASELINES_VENV/minilm.onnx" ] || peer "onnxruntime" ml embed_minilm.py --engine onnx >/dev/null
  peer "onnxruntime" ml embed_minilm.py --engine onnx
  peer "sentence-transformers" ml embed_minilm.py --engine st
fi
