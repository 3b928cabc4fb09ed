"""A store is a function of the files, saved whole or not at all, and never older than they are."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import DefaultGraph

from mfgraph.build import Built, build, load, save
from mfgraph.errors import QuoteMismatch, StoreError
from mfgraph.files import locked
from mfgraph.reading import read_files
from mfgraph.store import OxigraphStore, Store
from mfgraph.vocab import CHOICES_GRAPH, DERIVED_GRAPH, source_graph, term
from mfgraph.workspace import Workspace

NQUADS: Final = """
import sys
from pathlib import Path
from mfgraph.build import build
from mfgraph.workspace import Workspace

built = build(Workspace(Path(sys.argv[1])))
sys.stdout.write("\\n".join(sorted(str(quad) for quad in built.store.quads())))
"""
# Saves half of the store and is then killed, as by a power cut.
KILLED: Final = """
import os, signal, sys
from pathlib import Path
from mfgraph.build import build, save
from mfgraph.store import OxigraphStore
from mfgraph.workspace import Workspace

def half(store, folder):
    folder.mkdir()
    (folder / "CURRENT").write_text("half a store")
    os.kill(os.getpid(), signal.SIGKILL)

OxigraphStore.save = half
save(build(Workspace(Path(sys.argv[1]))))
"""


def test_two_builds_have_the_same_quads_byte_for_byte(workspace: Workspace, built: Built) -> None:
    # Another process hashes strings with another seed.
    other = _run(NQUADS, workspace, seed="1").stdout
    assert other == "\n".join(_sorted(built.store))
    assert other.count("\n") > 4000


def test_the_default_graph_holds_what_claims_assert(built: Built) -> None:
    assert built.store.ask(
        "ASK { <https://w3id.org/mfgraph/id/org/fnam> <https://schema.org/foundingDate> ?day }"
    )
    default = {(q.subject, q.predicate, q.object) for q in built.store.quads(DefaultGraph())}
    derived = {(q.subject, q.predicate, q.object) for q in built.store.quads(DERIVED_GRAPH)}
    assert derived
    assert derived <= default
    assert not list(built.store.quads(source_graph("nowhere")))


def test_what_the_files_say_stands_beside_the_view_as_it_was_read(built: Built) -> None:
    # A store rewrites numbers: the files keep "58" as it is written, the graphs are the same.
    said = {quad.graph_name for quad in built.files}
    made = {DERIVED_GRAPH, CHOICES_GRAPH}
    assert said <= set(built.store.graphs()) <= said | made
    assert set(built.files) == set(read_files(built.workspace))


def test_a_thing_is_located(built: Built) -> None:
    where = built.locations.where(term("organization:cms").value)
    assert where is not None
    assert where.startswith("data/entities/organizations.ttl:")


def test_a_store_is_saved_under_the_fingerprint_and_loaded_again(small: Workspace) -> None:
    built = build(small)
    folder = save(built)
    assert folder == small.root / "build" / "stores" / small.fingerprint()
    loaded = load(small)
    assert _sorted(loaded.store) == _sorted(built.store)
    assert set(loaded.files) == set(built.files)
    assert _leftovers(small) == []


def test_the_saved_store_is_the_one_that_answers(small: Workspace) -> None:
    folder = save(build(small))
    OxigraphStore.of([]).save(small.root / "empty")
    folder.rename(small.root / "gone")
    (small.root / "empty").rename(folder)
    assert _sorted(load(small).store) == []


def test_a_store_of_other_files_is_never_loaded(small: Workspace) -> None:
    save(build(small))
    _change(small)
    assert load(small).store.ask("ASK { GRAPH ?g { <https://example.org/added-1> a ?kind } }")


def test_a_fault_is_found_although_a_store_was_saved(small: Workspace) -> None:
    save(build(small))
    source = small.root / "data/sources/note.ttl"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("oa:start 6", "oa:start 5"), encoding="utf-8")
    with pytest.raises(QuoteMismatch):
        load(small)


def test_nothing_is_saved_of_files_that_changed_since_they_were_read(small: Workspace) -> None:
    built = build(small)
    with (small.root / "ontology/terms.ttl").open("a", encoding="utf-8") as file:
        file.write("skos:altLabel a owl:AnnotationProperty .\n")
    with pytest.raises(StoreError) as caught:
        save(built)
    assert str(caught.value) == "the files have changed since they were read; build again"
    assert not (small.root / "build").exists()


def test_saving_twice_changes_nothing(small: Workspace) -> None:
    folder = save(build(small))
    before = sorted((p.name, p.stat().st_mtime_ns) for p in folder.iterdir())
    assert save(build(small)) == folder
    assert sorted((p.name, p.stat().st_mtime_ns) for p in folder.iterdir()) == before


def test_a_build_that_is_killed_leaves_the_store_before_it(small: Workspace) -> None:
    folder = save(build(small))
    before = _sorted(load(small).store)
    _change(small)
    killed = _run(KILLED, small, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [path.name for path in _whole(small)] == [folder.name]
    assert _sorted(OxigraphStore.open(folder)) == before
    # The files that the killed build was about have no store yet: one is made in memory.
    assert _sorted(load(small).store) == _sorted(build(small).store)
    assert save(build(small)).is_dir()
    assert len(_whole(small)) == 2


def test_a_store_that_cannot_be_written_leaves_nothing_half_done(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: OxigraphStore, folder: Path) -> None:
        folder.mkdir()
        (folder / "CURRENT").touch()
        raise StoreError("no space left", where=str(folder))

    built = build(small)
    monkeypatch.setattr(OxigraphStore, "save", full)
    with pytest.raises(StoreError, match="no space left"):
        save(built)
    assert _whole(small) == []
    assert _leftovers(small) == []


def test_builds_at_once_all_end_well_and_wait_for_one_another(small: Workspace) -> None:
    code = "from mfgraph.cli import main; main()"
    command = [sys.executable, "-c", code, "-C", str(small.root), "build"]
    with locked(_stores_folder(small) / ".lock"):
        running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
        with pytest.raises(subprocess.TimeoutExpired):
            running[0].wait(timeout=1)
        assert _whole(small) == []
    assert [build.wait(timeout=60) for build in running] == [0, 0, 0]
    assert [path.name for path in _whole(small)] == [small.fingerprint()]
    assert _sorted(load(small).store) == _sorted(build(small).store)
    assert _leftovers(small) == []


def test_a_build_folder_that_is_a_file_is_an_error_of_the_store(small: Workspace) -> None:
    (small.root / "build").touch()
    with pytest.raises(StoreError, match="cannot write the store"):
        save(build(small))


def test_the_store_before_is_kept_and_older_ones_go(small: Workspace) -> None:
    folders = []
    for number in range(3):
        folders.append(save(build(small)))
        os.utime(folders[-1], (number, number))
        _change(small)
    folders.append(save(build(small)))
    assert [path.is_dir() for path in folders] == [False, False, True, True]


def test_only_an_embedded_store_is_saved(small: Workspace) -> None:
    class Elsewhere:
        pass

    with pytest.raises(StoreError, match="only an embedded store is saved"):
        save(Built(small, Elsewhere()))  # type: ignore[arg-type]  # the point of the test


def _change(workspace: Workspace) -> None:
    path = workspace.root / "data/entities/organizations.ttl"
    text = path.read_text(encoding="utf-8")
    number = text.count("added-") + 1
    added = f"<https://example.org/added-{number}> a org:Organization .\n"
    path.write_text(text + added, encoding="utf-8")


def _sorted(store: Store) -> list[str]:
    return sorted(str(quad) for quad in store.quads())


def _whole(workspace: Workspace) -> list[Path]:
    return [path for path in _stores(workspace) if not path.name.startswith(".")]


def _leftovers(workspace: Workspace) -> list[Path]:
    hidden = [path for path in _stores(workspace) if path.name.startswith(".")]
    return [path for path in hidden if path.name != ".lock"]


def _stores(workspace: Workspace) -> list[Path]:
    return sorted(_stores_folder(workspace).iterdir())


def _stores_folder(workspace: Workspace) -> Path:
    folder = workspace.build_dir / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _run(
    code: str, workspace: Workspace, *, seed: str = "0", check: bool = True
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(workspace.root)],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=check,
    )
