"""Headless Chromium, driven over its own pipe: pages opened, measured, printed and photographed.

The DevTools protocol is JSON ended by a zero byte, written to the browser's file descriptor 3 and read from its 4; so
nothing listens on a port and no library is needed. Nothing in here knows what a sheet is.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-default-apps",
    "--disable-breakpad",
    # text as grey shades without hinting, on every machine
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    # were anything to ask for the network after all, it would find nobody
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_PATIENCE = 60
"""Seconds to wait for an answer before something must be wrong."""
_READ, _WRITE = 3, 4
_ABOVE = 10
"""File descriptors from here on are neither of the two that the browser wants."""


def chromium():
    """The path of the browser, None where there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


class DevToolsError(Exception):
    """The browser refused an order, threw while running a script, or is gone."""


class Browser:
    """A running browser; `close` ends it and all its processes."""

    def __init__(self, program):
        self._profile = tempfile.TemporaryDirectory(prefix="sopkit-chromium-", ignore_cleanup_errors=True)
        to_read, self._out = _pipe()
        self._in, to_write = _pipe()
        self._log = Path(self._profile.name, "log.txt")
        with self._log.open("wb") as log, Path(os.devnull).open("rb") as nowhere:
            talk = (nowhere, log, log)
            actions = [(os.POSIX_SPAWN_DUP2, file.fileno(), fd) for fd, file in enumerate(talk)]
            actions += [(os.POSIX_SPAWN_DUP2, to_read, _READ), (os.POSIX_SPAWN_DUP2, to_write, _WRITE)]
            command = [program, *_FLAGS, f"--user-data-dir={self._profile.name}", "about:blank"]
            self._pid = os.posix_spawn(program, command, os.environ, file_actions=actions, setpgroup=0)
        os.close(to_read)
        os.close(to_write)
        self._numbers, self._rest, self.events = count(1), b"", []

    def close(self):
        """End the browser, and what is left of it by force."""
        with suppress(DevToolsError):
            self.call("Browser.close")
        deadline = time.monotonic() + 5
        while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.killpg(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)
                break
            time.sleep(0.02)
        os.close(self._in)
        os.close(self._out)
        self._profile.cleanup()

    def call(self, method, session=None, **parameters):
        """The answer of the browser to an order."""
        number = next(self._numbers)
        order = {"id": number, "method": method, "params": parameters}
        if session:
            order["sessionId"] = session
        self._write(json.dumps(order).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") == number:
                if "error" in message:
                    raise DevToolsError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def wait(self, method, session):
        """The next event of this name, which may have come already; it is taken away."""
        for at, event in enumerate(self.events):
            if (event["method"], event.get("sessionId")) == (method, session):
                return self.events.pop(at)
        while (event := self._next())["method"] != method or event.get("sessionId") != session:
            self.events.append(event)
        return event

    def _write(self, data):
        try:
            while data:
                data = data[os.write(self._out, data) :]
        except BrokenPipeError as error:
            raise self._gone() from error

    def _next(self):
        while b"\0" not in self._rest:
            if not select.select([self._in], [], [], _PATIENCE)[0]:
                raise DevToolsError(f"no answer within {_PATIENCE} seconds")
            part = os.read(self._in, 1 << 16)
            if not part:
                raise self._gone()
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)

    def _gone(self):
        return DevToolsError(
            f"the browser is gone; it said: {self._log.read_text('utf-8', 'replace')[-2000:]}"
        )

    @contextmanager
    def page(self, *, width=1700, height=1000):
        """An empty page in a window of this size, closed at the end."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.call(f"{domain}.enable")
        page.resize(width, height)
        try:
            yield page
        finally:
            self.call("Target.closeTarget", targetId=target)
            self.events = [event for event in self.events if event.get("sessionId") != session]


class Page:
    """One page of the browser."""

    def __init__(self, browser, session):
        self._browser, self._session = browser, session

    def call(self, method, **parameters):
        """The answer of the page to an order."""
        return self._browser.call(method, self._session, **parameters)

    def open(self, url):
        """Go to `url` and wait until all of it is there."""
        answer = self.call("Page.navigate", url=url)
        if "errorText" in answer:
            raise DevToolsError(f"{url}: {answer['errorText']}")
        self._browser.wait("Page.loadEventFired", self._session)

    def resize(self, width, height):
        """Make the window so many pixels wide and high."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def show_as(self, media):
        """Lay out for `print` or for `screen`."""
        self.call("Emulation.setEmulatedMedia", media=media)

    def run(self, script):
        """The value of a script, or of the promise that it gives."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise DevToolsError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def print(self):
        """The page as a PDF, as who prints it gets it without ticking anything."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(answer["data"])

    def photograph(self, *, box, scale):
        """A PNG of `box` (x, y, width, height in pixels of the whole page), `scale` times as large."""
        x, y, width, height = box
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": scale}
        answer = self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    def fonts(self, selector):
        """The families in which the browser really sets the text of the first element found."""
        self.call("DOM.enable")
        self.call("CSS.enable")
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        return {font["familyName"] for font in self.call("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]}

    @property
    def requests(self):
        """The URLs of all that was asked for so far."""
        return [event["params"]["request"]["url"] for event in self._of("Network.requestWillBeSent")]

    @property
    def complaints(self):
        """What stands in the console, and errors nobody caught."""
        self.run("0")
        return [
            event["params"]
            for name in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
            for event in self._of(name)
        ]

    def _of(self, method):
        return [
            event
            for event in self._browser.events
            if event["method"] == method and event.get("sessionId") == self._session
        ]


def _pipe():
    """The ends of a pipe to read from and to write to, both above the numbers that the browser's own will have."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _ABOVE) for end in ends]
    for end in ends:
        os.close(end)
    return high
