"""Runs a peer's script of the benchmark folder and prints how long it took from the start of its process to its decisions.

peer.py NAME BENCH SCRIPT ARGUMENTS…

The scripts score their decisions before they report; that is taken out, so that the time of the process ends with the decisions.
The recall that they reach is asked for with SCORE=1 and costs a run of its own.
"""
import json, os, runpy, sys

name, bench, script = sys.argv[1:4]
sys.path.insert(0, bench)
import common

if not os.environ.get("SCORE"):
    common.score = lambda *arguments, **named: {}


def emit(peer, version, task, n, work, quality=None, **more):
    import time
    whole = time.time() - common.T0
    words = f"{name + ' ' + version:52} {whole:8.3f} s {n / whole:12,.0f} /s {work.peak:8.0f} MB peak; {work.seconds:.2f} s without start and reading"
    if os.environ.get("SCORE"):
        words = f"{name + ' ' + version:52} recall {json.dumps(quality.get('recall', quality))}"
    print(words, flush=True)


common.emit = emit
sys.argv = [os.path.join(bench, "peers", script)] + sys.argv[4:]
runpy.run_path(sys.argv[0], run_name="__main__")
