"""`mfgraph diff`: exit codes, revisions of git, and what is refused."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Refused = Callable[..., str]
ENTITIES = "data/entities/organizations.ttl"


def git(workspace: Workspace, *arguments: str) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(workspace.root), *author, *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def versioned(small: Workspace) -> Workspace:
    """The least workspace under git, with a change since its one commit."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git(small, "init", "--quiet")
    git(small, "add", ".")
    git(small, "commit", "--quiet", "-m", "One")
    path = small.root / ENTITIES
    path.write_text(path.read_text("utf-8").replace("الفدرالية", "الفيدرالية"), "utf-8")
    return small


def test_equal_versions_exit_with_0_and_others_with_1(run: Run, versioned: Workspace) -> None:
    root = str(versioned.root)
    same = run("-C", root, "diff", root, root)
    other = run("-C", root, "diff", "HEAD", root)
    assert (same.returncode, other.returncode) == (0, 1)
    assert "both versions say the same" in same.stdout
    assert "statements: 1 added, 1 removed" in other.stdout
    assert "entities and their names: +1 −1" in other.stdout


def test_two_revisions_and_a_file(run: Run, versioned: Workspace, tmp_path: Path) -> None:
    root, path = str(versioned.root), str(tmp_path / "new.nq")
    git(versioned, "commit", "--quiet", "--all", "-m", "Two")
    run("-C", root, "export", "nquads", "-o", path)
    assert run("-C", root, "diff", "HEAD", path).returncode == 0
    found = run("-C", root, "diff", "HEAD~1", "HEAD", "--format", "json")
    assert found.returncode == 1
    assert json.loads(found.stdout)["statements"] == {"removed": 1, "added": 1}
    patch = run("-C", root, "diff", "HEAD~1", path, "--format", "patch").stdout.splitlines()
    added = run("-C", root, "diff", "HEAD~1", path, "--format", "added").stdout.splitlines()
    assert [line[:1] for line in patch] == ["T", "D", "A", "T"]
    assert [line[2:] for line in patch if line.startswith("A ")] == added


def test_what_is_neither_a_path_nor_a_revision_is_refused(
    refused: Refused, versioned: Workspace
) -> None:
    root = str(versioned.root)
    for name in ("nowhere", "--output=x", "HEAD~7"):
        line = refused("-C", root, "diff", "--", name, root, LC_ALL="fr_FR.UTF-8")
        assert f"{name!r} is neither a folder nor a file, nor a revision of {root}" in line
        assert "'git log' lists the revisions there are" in line


def test_without_git_a_revision_is_refused(refused: Refused, small: Workspace) -> None:
    line = refused("-C", str(small.root), "diff", "HEAD", str(small.root), PATH="")
    assert "'HEAD' is neither a folder nor a file, and git is not installed; name a" in line


def test_a_folder_that_is_not_under_git_has_no_revisions(
    refused: Refused, small: Workspace
) -> None:
    ceiling = str(small.root.parent)
    line = refused(
        "-C", str(small.root), "diff", "HEAD", str(small.root), GIT_CEILING_DIRECTORIES=ceiling
    )
    assert "git says: fatal: not a git repository" in line


def test_a_fault_in_a_version_names_the_version(refused: Refused, versioned: Workspace) -> None:
    root = str(versioned.root)
    path = versioned.root / ENTITIES
    fine = path.read_text("utf-8")
    path.write_text(fine + "organization:broken a ; .\n", "utf-8")
    git(versioned, "commit", "--quiet", "--all", "-m", "Broken")
    path.write_text(fine, "utf-8")
    assert f"HEAD:{ENTITIES}:7: not Turtle" in refused("-C", root, "diff", "HEAD", root)


def test_a_file_that_is_not_what_its_name_says_is_refused(
    refused: Refused, small: Workspace, tmp_path: Path
) -> None:
    for name in ("broken.nq", "broken.ttl"):
        path = tmp_path / name
        path.write_text("<x:a> <x:p> <x:b> .\nthis is none\n")
        line = refused("diff", str(path), str(small.root))
        assert f"{path}:2: cannot be read" in line


def test_an_output_is_written_whole(run: Run, versioned: Workspace, tmp_path: Path) -> None:
    root, path = str(versioned.root), tmp_path / "changes.patch"
    done = run("-C", root, "diff", "HEAD", root, "--format", "patch", "-o", str(path))
    assert (done.returncode, done.stdout) == (1, "")
    assert path.read_text("utf-8").endswith("TC .\n")
