"""The commands that hold sources one against the other."""

import json
import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_commands_on_the_seed(run: Run) -> None:
    done = run("contradictions")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("total: 0")
    assert json.loads(run("contradictions", "--format", "json", "--about", "org/fnam").stdout) == []
    assert run("findings", "--lang", "fr").stdout.rstrip().endswith("total\u00a0: 0")


def test_an_unknown_thing_or_kind_is_refused(
    run: Run,
) -> None:
    done = run("contradictions", "--about", "org/nobody")
    assert done.returncode == 2
    assert "organization:nobody" in done.stderr
    assert run("contradictions", "--kind", "quarrel").returncode == 2
