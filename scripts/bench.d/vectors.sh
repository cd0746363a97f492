# Exact search among 100,000 vectors of 384 numbers, beside numpy and faiss, and the effective number of patterns.
vectors=$BASELINES_CORPORA/minilm_100k.npy
if corpus short_100k; then
  [ -e "$vectors" ] || {
    echo "making $vectors, which takes some minutes"
    "$program" embed "$BASELINES_CORPORA/short_100k.jsonl" --model minilm --output "$vectors" >/dev/null
  }
  measure "seedbed dedup --method semantic, 100,000 x 384" 100000 "$program" dedup "$BASELINES_CORPORA/short_100k.jsonl" \
    --method semantic --vectors "$vectors" --threshold 0.95 --json
  peer "numpy" dedup dedup_semantic.py --engine numpy
  peer "faiss flat" dedup dedup_semantic.py --engine faiss
  head -n 10000 "$BASELINES_CORPORA/short_100k.jsonl" > "$work/10000.jsonl"
  "$program" embed "$work/10000.jsonl" --model minilm --output "$work/10000.npy" >/dev/null
  measure "seedbed diversity, Vendi of 10,000 x 384" 10000 "$program" diversity "$work/10000.jsonl" \
    --vectors "$work/10000.npy" --json
fi
