"""How long the review page waits for its next sample: calls from the page in a headless Chromium to its own server.

    review-latency.py PROGRAM PROJECT [QUEUE]
"""
import json
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "web"))
from browser import Browser  # noqa: E402
from review_desk import Reviewer, Server  # noqa: E402

CALLS = """(async (queue, count) => {
  const { get, post } = await import("/assets/api.js");
  const { queues } = await get("/api/queues");
  const times = { next: [], decided: [] };
  for (let turn = 0; turn < count; turn += 1) {
    const asked = performance.now();
    const { card } = await get("/api/next", { queue });
    const decided = performance.now();
    await post("/api/decisions", { queue, sample: card.sample.id, verdict: "skip", besides: [] });
    times.next.push(decided - asked);
    times.decided.push(performance.now() - decided);
  }
  return JSON.stringify({ rows: queues.find((known) => known.id === queue).count, times });
})"""


def main():
    program, project = sys.argv[1:3]
    queue = sys.argv[3] if len(sys.argv) > 3 else "low_margin"
    with Server(program, project) as server, Browser() as browser:
        page = Reviewer(browser, server.address(), "Ada").page
        found = json.loads(page.evaluate(f"{CALLS}({json.dumps(queue)}, 60)"))
    for name, words in (("next", "the next sample"), ("decided", "a decision, with the sample after it")):
        times = found["times"][name]
        print(
            f"{words} of {found['rows']:,} in `{queue}`: median {statistics.median(times):.1f} ms, "
            f"slowest {max(times):.1f} ms"
        )


main()
