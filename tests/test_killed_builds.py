"""A build that is killed at any moment leaves the last good store, and the next one tidies up."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from mfgraph.build import build, load, save
from mfgraph.files import replace
from mfgraph.store import OxigraphStore
from mfgraph.store.oxigraph import damage
from mfgraph.workspace import Workspace

# Builds, and is killed before the step of that number that makes, renames or removes something.
AT_STEP: Final = """
import os, signal, sys
left = int(sys.argv.pop(1))

def count(event, _):
    global left
    if event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

from mfgraph.cli import main
sys.addaudithook(count)
main()
"""
READER: Final = """
import sys
from pathlib import Path
import mfgraph

root, stop = map(Path, sys.argv[1:])
answers = []
while not stop.exists() or not answers:
    found = mfgraph.open(root).sparql("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a ?kind } }")
    answers.append(found.records()[0]["n"])
assert answers == sorted(answers), answers
print(len(answers), answers[0], answers[-1])
"""
BUILD: Final = "from mfgraph.cli import main; main()"


@pytest.fixture
def three(small: Workspace) -> Workspace:
    """Two stores are kept and the files have changed: a build writes a third and removes one."""
    for number in range(2):
        os.utime(save(build(small)), (number, number))
        _change(small, number)
    shutil.copytree(_stores(small), small.root / "before")
    return small


def test_killed_at_each_step_of_keeping_a_store(three: Workspace) -> None:
    killed = 0
    while (ended := _run(AT_STEP, three, str(killed + 1)).wait(timeout=60)) != 0:
        assert ended == -signal.SIGKILL
        killed += 1
        _check(three)
    # A folder is made and renamed, and of the oldest store each file goes by itself.
    assert killed > 10


def test_killed_at_moments_over_its_whole_duration(three: Workspace) -> None:
    begin = time.monotonic()
    assert _run(BUILD, three).wait(timeout=60) == 0
    whole = time.monotonic() - begin
    ends = set()
    for part in (0.4, 0.55, 0.65, 0.75, 0.8, 0.85, 0.9, 0.95):
        _restore(three)
        running = _run(BUILD, three)
        time.sleep(whole * part)
        running.kill()
        ends.add(running.wait(timeout=60))
        _check(three)
    assert ends <= {0, -signal.SIGKILL}


def test_readers_are_answered_while_stores_are_built(small: Workspace) -> None:
    save(build(small))
    stop = small.root / "stop"
    command = [sys.executable, "-c", READER, str(small.root), str(stop)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for number in range(5):
        _change(small, number)
        save(build(small))
    stop.touch()
    told = [reader.communicate(timeout=60)[0].split() for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0]
    assert all(int(answers) >= 1 for answers, _, _ in told)


def _check(workspace: Workspace) -> None:
    """Whole stores alone stand there, the last one answers, and a build goes on from here."""
    kept = [path for path in _stores(workspace).iterdir() if not path.name.startswith(".")]
    assert kept
    assert [damage(path) for path in kept] == [""] * len(kept)
    last = max(kept, key=lambda path: path.stat().st_mtime)
    assert OxigraphStore.open(last).ask(
        "ASK { GRAPH ?g { <https://example.org/added-0> a ?kind } }"
    )
    save(build(workspace))
    assert load(workspace).store.ask("ASK { GRAPH ?g { <https://example.org/added-1> a ?kind } }")
    hidden = [path.name for path in _stores(workspace).iterdir() if path.name.startswith(".")]
    assert hidden == [".lock"]
    _restore(workspace)


def _restore(workspace: Workspace) -> None:
    shutil.rmtree(_stores(workspace))
    shutil.copytree(workspace.root / "before", _stores(workspace))


def _run(code: str, workspace: Workspace, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", code, *arguments, "-C", str(workspace.root), "build"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


def _stores(workspace: Workspace) -> Path:
    return workspace.build_dir / "stores"


def _change(workspace: Workspace, number: int) -> None:
    # In one step: a reader that builds for itself meets no half file.
    path = workspace.root / "data/entities/organizations.ttl"
    added = f"<https://example.org/added-{number}> a org:Organization .\n"
    replace(path, path.read_bytes() + added.encode())
