# Decontamination: 100 MB of documents, with copies planted among them, against 1 MB of benchmark rows.
if [ -e "$shared/bench/pool.json.gz" ]; then
  python3 scripts/bench.d/plant.py "$shared/bench" "$work"
  rows=$(wc -l < "$work/data.jsonl")
  measure "seedbed decontaminate, $(du -m "$work/data.jsonl" | cut -f1) MB against 1 MB" "$rows" \
    "$program" decontaminate "$work/data.jsonl" --against "$work/benchmark.jsonl" --json
  "$program" decontaminate "$work/data.jsonl" --against "$work/benchmark.jsonl" --report "$work/report.jsonl" >/dev/null
  python3 scripts/bench.d/plant.py --score "$work"
fi
