"""The wheel carries the workspace: installed elsewhere, it answers at once."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_answers_outside_the_repository(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("mfgraph-*.whl")
    venv.create(tmp_path / "fresh", with_pip=True)
    python = tmp_path / "fresh" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    command = [str(python.with_name("mfgraph")), "query", "activity-shares", "--format", "csv"]
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert [line.split(",")[3] for line in done.stdout.splitlines()[1:]] == ["58", "21", "15", "6"]
    # Without the plot extra, a picture is refused in one line that says what to install.
    draw = [command[0], "network", "officials-organizations", "--format", "png", "-o", "pictures"]
    refused = subprocess.run(
        draw, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True
    )
    assert refused.returncode == 2
    assert "pip install" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
