# Sourced by scripts/bench: the program, the data, and how a command is measured.
root=$PWD
shared=${SEEDBED_SHARED:-$root/../shared}
export BASELINES_VENV=${BASELINES_VENV:-$HOME/.cache/baselines}
export BASELINES_CORPORA=${BASELINES_CORPORA:-$BASELINES_VENV/corpora}

# measure NAME ROWS COMMAND…: best of three by wall time, with the peak of the resident memory.
# RESET is a command before each run, RUNS another number of runs.
measure() {
  python3 - "$@" <<'PYTHON'
import os, subprocess, sys, time
name, rows, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
best, peak = None, 0
for _ in range(int(os.environ.get("RUNS", 3))):
    if os.environ.get("RESET"):
        subprocess.run(os.environ["RESET"], shell=True, check=True)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{name}: the command failed with status {status}")
    best = seconds if best is None else min(best, seconds)
    peak = max(peak, usage.ru_maxrss)
print(f"{name:52} {best:8.3f} s {rows / best:12,.0f} /s {peak / 1024:8.0f} MB peak", flush=True)
PYTHON
}

# peer NAME ENVIRONMENT SCRIPT ARGUMENTS…: a peer's script of ../shared/bench, from the start of its process to its decisions.
peer() {
  local name=$1 environment=$2 script=$3
  shift 3
  local python=$BASELINES_VENV/$environment/bin/python
  if [ ! -x "$python" ]; then
    echo "$name: skipped, there is no $environment environment (see $shared/bench/setup.sh)"
    return
  fi
  "$python" "$root/scripts/bench.d/peer.py" "$name" "$shared/bench" "$script" "$@"
}

# corpus NAME: whether a corpus of ../shared/bench has been made; says how otherwise.
corpus() {
  [ -e "$BASELINES_CORPORA/$1.jsonl" ] && return
  echo "$1: skipped, there is no corpus (see $shared/bench/make_corpora.py)"
  return 1
}
