"""Examples in docstrings are tests wherever they stand."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_module_with_an_example_is_collected() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "src"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    collected = {line.partition("::")[0] for line in listed.splitlines() if "::" in line}
    written = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if ">>> " in path.read_text(encoding="utf-8")
    }
    assert len(written) > 100
    assert collected == written
