# Requests to a language model: 2,000 of them against a mock endpoint on this machine, beside peers; and 256 under way at 200 ms.
# CPU counts the program alone, not the mock.
mock_python=$BASELINES_VENV/llmraw/bin/python
if [ ! -x "$mock_python" ]; then
  echo "skipped, there is no llmraw environment for the mock (see $shared/bench/setup.sh)"
elif corpus short_100k; then
  "$mock_python" - "$shared/bench" "$work" <<'PYTHON'
import json, sys
sys.path.insert(0, sys.argv[1])
import common
for count in (2000, 20000):
    with open(f"{sys.argv[2]}/requests-{count}.jsonl", "w") as file:
        for prompt in common.prompts(count):
            print(json.dumps({"prompt": prompt}), file=file)
PYTHON
  # asked LATENCY UNDER_WAY COUNT: seedbed ask, best of three, with a fresh store each time.
  asked() {
    "$shared/bench/with_mock.sh" "$1" "$mock_python" - "$program" "$work" "$@" <<'PYTHON'
import os, subprocess, sys, time
program, work, latency, width, count = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
best = None
for run in range(3):
    for end in ("", ".ledger.sqlite", ".ledger.sqlite-wal", ".ledger.sqlite-shm"):
        if os.path.exists(f"{work}/answers{end}"): os.remove(f"{work}/answers{end}")
    start = time.monotonic()
    asking = subprocess.Popen([program, "ask", f"{work}/requests-{count}.jsonl", "--url", os.environ["OPENAI_BASE_URL"],
        "--model", "mock", "--concurrency", str(width), "--out", f"{work}/answers", "--json"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(asking.pid, 0)
    seconds = time.monotonic() - start
    if status: sys.exit(f"seedbed ask failed with status {status}")
    line = (seconds, (usage.ru_utime + usage.ru_stime) * 1000 / count, usage.ru_maxrss / 1024)
    best = min(best or line, line)
seconds, cpu, peak = best
ideal = f"; {count / seconds / (width / (latency / 1000)) * 100:.0f} % of {width} / {latency} ms" if latency else ""
print(f"{f'seedbed ask, {latency} ms, {width} under way':52} {seconds:8.2f} s {count / seconds:12,.0f} /s {peak:8.0f} MB peak; "
      f"{cpu:.3f} ms CPU a request{ideal}", flush=True)
PYTHON
  }
  # other NAME LATENCY UNDER_WAY ENVIRONMENT SCRIPT ARGUMENTS…: a peer's own script, its work alone.
  other() {
    local name=$1 latency=$2 width=$3 python=$BASELINES_VENV/$4/bin/python script=$5
    shift 5
    [ -x "$python" ] || { echo "$name: skipped, there is no such environment (see $shared/bench/setup.sh)"; return; }
    "$shared/bench/with_mock.sh" "$latency" "$python" "$shared/bench/peers/$script" --conc "$width" --n 2000 "$@" 2>/dev/null |
      python3 -c '
import json, sys
run = json.loads(sys.stdin.read().strip().splitlines()[-1])
cpu = run.get("cpu_ms_per_row", 0)
label = "%s, %s ms, %s under way" % (sys.argv[1], sys.argv[2], sys.argv[3])
print(f"{label:52} {run['"'seconds'"']:8.2f} s {2000 / run['"'seconds'"']:12,.0f} /s {run['"'peak_rss_mb'"']:8.0f} MB peak; "
      f"{cpu:.3f} ms CPU a request, its work alone", flush=True)' "$name" "$latency" "$width"
  }
  asked 0 64 2000
  asked 0 64 20000
  other "aiohttp (plain loop)" 0 64 llmraw llm_raw.py --client aiohttp
  other curator 0 64 curator llm_curator.py
  other data-designer 0 64 datadesigner llm_datadesigner.py
  other distilabel 0 64 distilabel llm_distilabel.py
  asked 200 256 20000
fi
