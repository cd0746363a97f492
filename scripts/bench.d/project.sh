# The stages on a project, from file to result.
# A million short rows, made from the example by numbering them.
python3 - "$root/examples/support/messages.csv" "$work/million.jsonl" <<'PYTHON'
import csv, json, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for number in range(1_000_000):
        row = rows[number % len(rows)]
        out.write(json.dumps({"text": row["text"][:80] + f" {number}", "label": row["intent"]},
                             ensure_ascii=False) + "\n")
PYTHON
measure "gaps, 1,000,000 short rows" 1000000 "$program" gaps "$work/million.jsonl"
measure "gaps, 1,000,000 short rows, 1 thread" 1000000 "$program" gaps "$work/million.jsonl" --threads 1

demo="$work/support"
cp -r examples/support "$demo"
RESET="rm -rf '$demo/.seedbed' '$demo/plan.yaml' '$demo/versions' && '$program' init --holdout '$demo/holdout.csv' --project '$demo' >/dev/null" \
  measure "run, support example (408 rows)" 408 "$program" run --project "$demo"

if [ -e "$shared/data/banking77/train.csv" ]; then
  banking="$work/banking"
  "$program" init "$shared/data/banking77/train.csv" --project "$banking" >/dev/null
  # A higher minimum than the default, so that about 2,000 candidates and more are made.
  sed -i 's/minimum: .*/minimum: 110/; s/maximum_share: .*/maximum_share: 1/' "$banking/seedbed.yaml"
  RESET="rm -rf '$banking/.seedbed/'ledger* '$banking/plan.yaml' '$banking/versions'" \
    measure "run, banking77 (10,003 rows)" 10003 "$program" run --project "$banking"
  "$program" run --project "$banking" | grep -E '^Candidates'
else
  echo "run, banking77: skipped, there is no $shared/data/banking77"
fi
