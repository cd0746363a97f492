# What a project's own synthetic rows are worth on banking77 with ten real rows a label, beside as many rows by nlpaug: the
# same real rows, the same student, the same test rows. DRAWS says how many draws of ten rows are made (3).
banking=$shared/data/banking77
if [ ! -e "$banking/train.csv" ]; then
  echo "utility: skipped, there is no $banking"
  return
fi

# worth NAME SYNTHETIC: the change that rows give the student, with its interval.
worth() {
  "$program" evaluate --real real.jsonl --synthetic "$2" --test "$banking/test.csv" --text text --label category \
    --group row --no-sweep --no-batches --no-curve --json | python3 "$root/scripts/bench.d/worth.py" "$1"
}

for draw in $(seq 0 $((${DRAWS:-3} - 1))); do
  mkdir -p "$work/utility$draw"
  cd "$work/utility$draw"
  # Draw 0 takes the first ten rows of each label as they stand in the file.
  python3 - "$banking/train.csv" "$draw" <<'PYTHON'
import collections, csv, random, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="")))
for number, row in enumerate(rows):
    row["row"] = number
if int(sys.argv[2]):
    random.Random(int(sys.argv[2])).shuffle(rows)
seen = collections.Counter()
with open("train.csv", "w", newline="") as file:
    writer = csv.DictWriter(file, ["row", "text", "category"])
    writer.writeheader()
    for row in rows:
        seen[row["category"]] += 1
        if seen[row["category"]] <= 10:
            writer.writerow(row)
PYTHON
  "$program" init train.csv --holdout "$banking/test.csv" --text text --label category --drop-leaking >init.txt
  "$program" run >run.txt
  python3 - versions/*/train.jsonl <<'PYTHON'
import json, sys
files = {"real": open("real.jsonl", "w"), "synthetic": open("made.jsonl", "w")}
for line in open(sys.argv[1]):
    row = json.loads(line)
    print(json.dumps({k: row[k] for k in ("row", "text", "category")}, ensure_ascii=False), file=files[row["seedbed"]["origin"]])
PYTHON
  made=$(wc -l <made.jsonl)
  worth "draw $draw: seedbed run" made.jsonl
  for kind in synonym keyboard swap delete; do
    if [ ! -x "$BASELINES_VENV/aug/bin/python" ]; then
      echo "nlpaug: skipped, there is no aug environment (see $shared/bench/setup.sh)"
      break
    fi
    NLTK_DATA=$BASELINES_VENV/nltk_data "$BASELINES_VENV/aug/bin/python" "$root/scripts/bench.d/augmented-by-nlpaug.py" \
      "$kind" "$made" 1 <real.jsonl >"nlpaug-$kind.jsonl"
    worth "draw $draw: nlpaug $kind" "nlpaug-$kind.jsonl"
  done
  cd "$root"
done
