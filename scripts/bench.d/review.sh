# A version of 50,000 synthetic rows: its report, and how long the next sample of a queue takes in a browser.
if [ -e "$shared/data/banking77/train.csv" ]; then
  grown=$work/grown
  python3 scripts/bench.d/splice.py "$shared/data/banking77/train.csv" text category 9900 "$work/grown.jsonl"
  "$program" init "$work/grown.jsonl" --project "$grown" >/dev/null
  sed -i -e 's/minimum: .*/minimum: 760/' -e 's/maximum_share: .*/maximum_share: 10/' \
    -e 's/children_per_seed: .*/children_per_seed: 40/' -e 's/oversampling: .*/oversampling: 1.5/' "$grown/seedbed.yaml"
  printf '\nstop_rules:\n  synthetic_share: 0.95\n' >>"$grown/seedbed.yaml"
  RUNS=1 measure "run, 9,900 real rows, 50,000 synthetic ones" 50000 "$program" run --project "$grown"
  measure "report on it" 60000 "$program" report --project "$grown" --output "$work/report.html"
  echo "the page has $(wc -c <"$work/report.html") bytes"
  python3 scripts/bench.d/review-latency.py "$program" "$grown"

  many=$work/hundred
  python3 scripts/bench.d/splice.py "$shared/data/banking77/train.csv" text category 100000 "$work/hundred.jsonl"
  "$program" init "$work/hundred.jsonl" --project "$many" >/dev/null
  printf '\nstop_rules:\n  synthetic_share: 0.95\n' >>"$many/seedbed.yaml"
  RUNS=1 measure "run, 100,000 real rows" 100000 "$program" run --project "$many"
  RUNS=1 measure "report on it" 100000 "$program" report --project "$many" --output "$work/report.html"
  echo "the page has $(wc -c <"$work/report.html") bytes"
else
  echo "review: skipped, there is no $shared/data/banking77"
fi
