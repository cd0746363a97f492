"""The review server and the people at it, for checks of the review page.

    with Server(program, project) as server, Browser() as browser:
        ada = Reviewer(browser, server.address(), "Ada")
        ada.decide("a")
"""

import json
import signal
import subprocess


class Server:
    """`seedbed review serve` on a project, until the end of the `with` block or `stop`."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, "review", "serve", "--project", str(folder), "--port", "0", "--no-open"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def address(self):
        """The next address: the first line it prints, then one more after each that was used."""
        line = self.process.stdout.readline().strip()
        if not line.startswith("http://127.0.0.1:"):
            self.process.kill()
            raise SystemExit(f"no address came: {line!r} {self.process.stderr.read()}")
        return line

    def stop(self):
        """Ends it as Ctrl-C does; gives its exit code, None where it had to be killed."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None


class Reviewer:
    """A person at a window."""

    def __init__(self, browser, address, name, taken=None):
        """Opens the page and says a name; where `taken` is another person's, that one is tried before."""
        self.page = browser.page()
        self.page.view(1400, 900)
        self.page.open(address)
        self.page.until("document.querySelector('#name-dialog[open]')", "the name is asked for")
        if taken:
            self.page.type(taken)
            self.page.press("Enter")
            self.page.until("!document.getElementById('name-same').hidden", f"the name {taken} is refused")
            for _ in taken:
                self.page.press("Backspace")
        self.page.type(name)
        self.page.press("Enter")
        self.page.until("!document.querySelector('dialog[open]') && document.querySelector('.words')", "a sample is shown")

    def id(self):
        """The short id of the sample on the screen."""
        return self.page.evaluate("document.querySelector('#sample-heading .id')?.textContent ?? ''")

    def text(self, selector):
        """The words of an element; a space that must not break is a space."""
        return self.page.evaluate(f"document.querySelector({json.dumps(selector)}).textContent").replace("\u00a0", " ")

    def is_finished(self):
        """Whether the queue is at its end for this person."""
        return self.page.evaluate("!document.getElementById('finished').hidden")

    def opens(self, key, window):
        """Presses a key and waits for the window that it opens."""
        self.page.press(key)
        self.page.until(f"document.querySelector('#{window}-dialog[open]')", f"{key} opens the {window} window")

    def closes(self):
        """Closes a window by Escape."""
        self.page.press("Escape")
        self.page.until("!document.querySelector('dialog[open]')", "Escape closes the window")

    def moved(self, before):
        """Waits until another sample is there, or the end."""
        self.page.until(
            f"!document.getElementById('finished').hidden || "
            f"document.querySelector('#sample-heading .id')?.textContent !== {json.dumps(before)}",
            f"the sample after {before}", 30)

    def decide(self, *keys):
        """Decides by keys."""
        before = self.id()
        for key in keys:
            self.page.press(key)
        self.moved(before)

    def decide_by_mouse(self):
        """Accepts by a click."""
        before = self.id()
        self.page.click("#actions button[data-action=accept]")
        self.moved(before)

    def reject(self, reason):
        """Rejects with a reason typed."""
        before = self.id()
        self.opens("r", "reject")
        self.page.type(reason)
        self.page.press("Enter")
        self.moved(before)

    def fix(self, addition):
        """Adds something to the end of the text and saves that."""
        before = self.id()
        self.opens("e", "fix")
        self.page.type(addition)
        self.page.press("Enter", control=True)
        self.moved(before)

    def relabel(self):
        """Gives another label, found by typing; returns it."""
        before = self.id()
        self.opens("l", "label")
        other = self.page.evaluate(
            "[...document.querySelectorAll('#label-list li')].find((one) => !one.querySelector('.small')).textContent.trim()")
        self.page.type(other)
        self.page.press("Enter")
        self.moved(before)
        return other

    def undo(self, sample):
        """Takes the last decision back and waits for its sample."""
        self.page.press("u")
        self.page.until(
            f"document.querySelector('#sample-heading .id')?.textContent === {json.dumps(sample)}",
            f"undo brings {sample} back")

    def settled(self, decided, wrong):
        """Waits until the server has counted so many samples, so many of them wrong."""
        words = f"{wrong} wrong," if decided else "nothing decided"
        self.page.until(
            f"document.getElementById('done-number').textContent.startsWith('{decided} of')"
            f" && document.getElementById('rate-words').textContent.startsWith('{words}')",
            f"{decided} are counted, {wrong} of them wrong", 20)

    def ruling(self):
        """What the release gate says."""
        return self.page.evaluate("document.getElementById('gate').dataset.ruling")
