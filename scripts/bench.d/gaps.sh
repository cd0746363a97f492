# Learned gaps of 100,000 rows, from file to report.
if [ -e "$shared/data/banking77/train.csv" ]; then
  splice=scripts/bench.d/splice.py
  python3 "$splice" "$shared/data/banking77/train.csv" text category 100000 "$work/many.jsonl"
  python3 "$splice" "$shared/data/banking77/test.csv" text category 20000 "$work/log.jsonl"
  measure "gaps --learned, 100,000 rows of 77 labels" 100000 \
    "$program" gaps "$work/many.jsonl" --learned --label label
  measure "the same, 20,000 reference rows, static embedder" 100000 \
    "$program" gaps "$work/many.jsonl" --label label --reference "$work/log.jsonl" --embedder static
  "$program" init "$work/many.jsonl" --project "$work/many" >/dev/null
  RESET="rm -f '$work/many/.seedbed/'ledger*" measure "the same in a project, vectors kept" 100000 \
    "$program" gaps --project "$work/many" --reference "$work/log.jsonl" --embedder static
else
  echo "gaps: skipped, there is no $shared/data/banking77"
fi
