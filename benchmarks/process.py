"""One measurement in a process of its own: what it prints, how long it took, its peak of memory.

A child prints one JSON object a line: `{"begin": NAME}` before what it measures, then
`{"case": NAME, "seconds": […], "rows": …}`. One that is silent for too long is stopped, and what
it has printed stands.
"""

import json
import math
import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CHUNK = 65536


@dataclass(frozen=True)
class Run:
    """What became of one child."""

    lines: tuple[dict[str, Any], ...]
    seconds: float
    peak_mb: float
    code: int
    stopped: bool
    complaint: str

    @property
    def done(self) -> bool:
        """Whether it came to its end."""
        return not self.stopped and self.code == 0

    @property
    def cases(self) -> tuple[dict[str, Any], ...]:
        """What it measured."""
        return tuple(line for line in self.lines if "case" in line)

    @property
    def unfinished(self) -> str | None:
        """What it was at when it ended, if it did not finish it."""
        last = self.lines[-1] if self.lines else {}
        return last.get("begin")


def run(command: Sequence[str], limit: float, log: Path, until: float = math.inf) -> Run:
    """Run a command to its end, or until it has printed nothing for `limit` seconds.

    At `until`, by the monotonic clock, it is stopped in any case.
    """
    if shutil.which(command[0]) is None:
        return Run((), 0.0, 0.0, code=127, stopped=False, complaint="no such program")
    # The peak of a child is never below what its parent holds: the driver imports next to nothing.
    begin = time.perf_counter()
    with log.open("wb") as errors:
        # Children of the child are to end with it.
        child = subprocess.Popen(  # noqa: S603  (the commands are ours)
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
            env=_environment(),
        )
        printed, stopped = _read(child, limit, until)
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    complaint = log.read_bytes().decode(errors="replace").strip().splitlines()
    return Run(
        lines=tuple(_objects(printed)),
        seconds=seconds,
        peak_mb=usage.ru_maxrss / 1024,
        code=child.returncode,
        stopped=stopped,
        complaint=complaint[-1] if complaint else "",
    )


def _environment() -> dict[str, str]:
    # Our modules are to be compiled once, as those of the peers were when they were installed.
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _read(child: "subprocess.Popen[bytes]", limit: float, until: float) -> tuple[bytes, bool]:
    assert child.stdout is not None  # noqa: S101  (it was asked for)
    printed = bytearray()
    with child.stdout as pipe:
        while True:
            patience = max(0.0, min(limit, until - time.monotonic()))
            ready, _, _ = select.select([pipe], [], [], patience)
            if not ready:
                os.killpg(child.pid, signal.SIGKILL)
                return bytes(printed), True
            chunk = os.read(pipe.fileno(), _CHUNK)
            if not chunk:
                return bytes(printed), False
            printed += chunk


def _objects(printed: bytes) -> list[dict[str, Any]]:
    found = []
    for line in printed.decode(errors="replace").splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue  # commands that are not of ours print what they like
        if isinstance(value, dict):
            found.append(value)
    return found
