"""Drives headless Chromium over the DevTools protocol, with what Python brings along.

    with Browser() as browser:
        page = browser.page()
        page.open("http://127.0.0.1:8080/")
        page.press("a")
        print(page.evaluate("document.title"))

Commands go through two pipes (`--remote-debugging-pipe`): no port is opened, and nothing else can come in. Keys are real
key events, which the browser sends through the page as it does those of a keyboard.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"]
NAMED_KEYS = {
    "Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), "Tab": ("Tab", 9, "\t"), " ": ("Space", 32, " "),
    "ArrowDown": ("ArrowDown", 40, ""), "ArrowUp": ("ArrowUp", 38, ""), "Backspace": ("Backspace", 8, ""),
    "End": ("End", 35, ""), "Home": ("Home", 36, ""),
}
CONTROL, SHIFT = 2, 8


class BrowserError(Exception):
    """The browser refused a command, or did not answer in time."""


def program():
    """The path of Chromium; CHROMIUM names another one."""
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [path for path in map(shutil.which, NAMES) if path]
    if not found:
        raise BrowserError("chromium was not found; run scripts/bootstrap --web")
    return found[0]


class Browser:
    """A browser that lives as long as the `with` block."""

    def __init__(self, patience=20.0):
        self.patience = patience
        self.number = 0
        self.buffer = b""
        self.pages = {}
        self.folder = tempfile.mkdtemp(prefix="seedbed-browser-")
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()

        def place_pipes():
            # The browser reads from descriptor 3 and writes to 4; both may be in each other's way before.
            first, second = os.dup(to_read), os.dup(to_write)
            os.dup2(first, 3, inheritable=True)
            os.dup2(second, 4, inheritable=True)

        self.process = subprocess.Popen(
            [
                program(), "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-default-apps", "--metrics-recording-only", "--mute-audio", "--hide-scrollbars",
                "--force-color-profile=srgb", "--lang=en-GB", f"--user-data-dir={self.folder}", "about:blank",
            ],
            close_fds=False, preexec_fn=place_pipes, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends the browser and removes what it kept."""
        try:
            self.send("Browser.close")
        except (BrowserError, OSError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for end in (self.to_browser, self.from_browser):
            try:
                os.close(end)
            except OSError:
                pass
        shutil.rmtree(self.folder, ignore_errors=True)

    def page(self):
        """A window with cookies and storage of its own, as if it were another person's."""
        context = self.send("Target.createBrowserContext")["browserContextId"]
        target = self.send("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        self.pages[session] = page
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable", session=session)
        # Each window takes keys as if it were in front, however many there are.
        self.send("Emulation.setFocusEmulationEnabled", session=session, enabled=True)
        return page

    def send(self, method, session=None, **parameters):
        """Carries out a command and waits for its result."""
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + self.patience
        while True:
            answer = self.receive(end - time.monotonic())
            if answer is None:
                raise BrowserError(f"{method} was not answered in {self.patience:.0f} seconds")
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                return answer.get("result", {})

    def receive(self, seconds):
        """The next message; None when none comes in time. Events go to their page on the way."""
        while b"\0" not in self.buffer:
            if seconds <= 0 or not select.select([self.from_browser], [], [], seconds)[0]:
                return None
            chunk = os.read(self.from_browser, 1 << 20)
            if not chunk:
                raise BrowserError("the browser is gone")
            self.buffer += chunk
        text, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(text)
        page = self.pages.get(message.get("sessionId"))
        if page and "method" in message:
            page.note(message["method"], message.get("params", {}))
        return message


class Page:
    """One window: what was asked of the network and said on the console is kept."""

    def __init__(self, browser, session):
        self.browser = browser
        self.session = session
        self.forget()

    def forget(self):
        """Begins anew to keep what is asked for and said."""
        self.requests = []
        self.complaints = []
        # Everything that scripts wrote to the console, harmless things too.
        self.said = []

    def send(self, method, **parameters):
        """Carries out a command on this page."""
        return self.browser.send(method, session=self.session, **parameters)

    def note(self, method, parameters):
        """Takes an event."""
        if method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description") or details.get("text"))
        elif method == "Runtime.consoleAPICalled":
            words = " ".join(str(one.get("value", one.get("description"))) for one in parameters["args"])
            self.said.append(words)
            if parameters["type"] in ("error", "warning", "assert"):
                self.complaints.append(words)
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(parameters["entry"]["text"])

    def open(self, url):
        """Goes to an address and waits until the page is there."""
        result = self.send("Page.navigate", url=url)
        if result.get("errorText"):
            raise BrowserError(f"{url}: {result['errorText']}")
        self.until("document.readyState === 'complete'", "the page has loaded")

    def evaluate(self, expression):
        """The value of an expression in the page."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True,
                           userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description") or details.get("text"))
        return answer["result"].get("value")

    def until(self, expression, what, seconds=10.0):
        """Waits until an expression is true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.evaluate(f"Boolean({expression})"):
                    return
            except BrowserError:
                # A page that is being left has nothing to evaluate in.
                pass
            self.browser.receive(0.01)
        raise BrowserError(f"waited {seconds:.0f} seconds in vain: {what}")

    def press(self, key, control=False, shift=False):
        """Presses a key, with others held down, and lets it go."""
        modifiers = (CONTROL if control else 0) | (SHIFT if shift else 0)
        code, number, text = NAMED_KEYS.get(key) or (f"Key{key.upper()}" if key.isalpha() else "", ord(key.upper()), key)
        if key.isdigit():
            code = f"Digit{key}"
        common = {"key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers}
        if control:
            text = ""
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text):
        """Types a text, key by key."""
        for key in text:
            self.press("Enter" if key == "\n" else key)

    def click(self, selector):
        """Clicks with the mouse into the middle of an element."""
        box = self.evaluate(
            f"(() => {{ const box = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def view(self, width, height, dark=False, reduced=True):
        """Sets the size of the window and what the reader prefers."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 600)
        self.send("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if reduced else "no-preference"},
        ])

    def picture(self, path, whole=False):
        """Writes what is seen to a PNG file; the whole page, as far as a picture can hold it, where that is asked for."""
        clip = {}
        if whole:
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"clip": {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}}
        answer = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole, **clip)
        with open(path, "wb") as file:
            file.write(base64.b64decode(answer["data"]))

    def paper(self):
        """The page as it prints: a PDF."""
        self.send("Emulation.setEmulatedMedia", media="", features=[])
        answer = self.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        return base64.b64decode(answer["data"])
