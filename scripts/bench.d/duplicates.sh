# Near-duplicates: the whole program beside rensa and datasketch, on the corpora of ../shared/bench.
for name in short_100k docs_50k short_1M; do
  corpus "$name" || continue
  file=$BASELINES_CORPORA/$name.jsonl
  rows=$(wc -l < "$file")
  measure "seedbed dedup $name" "$rows" "$program" dedup "$file" --json
  "$program" dedup "$file" --removed "$work/removed.jsonl" >/dev/null
  python3 scripts/bench.d/recall.py "$shared/bench" "$name" "$work/removed.jsonl" 0.8
  peer "rensa dedup $name" dedup dedup_rensa.py --mode dedup --corpus "$name"
  peer "rensa rho (its fastest) $name" dedup dedup_rensa.py --mode rho --corpus "$name"
  peer "rensa matrix $name" dedup dedup_rensa.py --mode matrix --corpus "$name"
  peer "datasketch $name" dedup dedup_datasketch.py --corpus "$name"
  if [ "$name" = short_100k ]; then
    SCORE=1 peer "datasketch, character 5-grams, $name" dedup dedup_datasketch.py --corpus "$name" --shingle char5
    SCORE=1 peer "rensa, character 5-grams, $name" dedup dedup_rensa.py --corpus "$name" --shingle char5
  fi
done
if corpus short_1M; then
  "$program" dedup "$BASELINES_CORPORA/short_100k.jsonl" --index "$work/short.index" >/dev/null
  measure "seedbed dedup short_1M --against a saved index" 1000000 \
    "$program" dedup "$BASELINES_CORPORA/short_1M.jsonl" --against "$work/short.index" --json
fi
