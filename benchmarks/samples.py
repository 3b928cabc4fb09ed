"""What the children of a benchmark share: they time a call and print it as a line of JSON."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from figures import enough


def begin(name: str) -> None:
    """Say what is measured next, so that it can be named if it never ends."""
    print(json.dumps({"begin": name}), flush=True)


def report(name: str, seconds: list[float], **more: Any) -> None:
    """Print one figure."""
    print(json.dumps({"case": name, "seconds": seconds, **more}), flush=True)


def once(name: str, call: Callable[[], int | None]) -> None:
    """Time a call once; what it gives is the number of rows."""
    begin(name)
    start = time.perf_counter()
    rows = call()
    report(name, [time.perf_counter() - start], rows=rows)


def often(name: str, call: Callable[[], int | None]) -> None:
    """Time a call as often as is enough; a refusal is printed instead."""
    begin(name)
    seconds: list[float] = []
    rows = None
    while not enough(seconds):
        start = time.perf_counter()
        try:
            rows = call()
        except Exception as error:  # noqa: BLE001  (whatever a peer cannot do is a result)
            report(name, [], refused=_line(error))
            return
        seconds.append(time.perf_counter() - start)
    report(name, seconds, rows=rows)


def _line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"


def arguments() -> list[str]:
    """What the driver asks of the child."""
    return sys.argv[1:]
