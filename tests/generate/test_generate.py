"""A generated world: of the size asked for, the same again, made-up, and whole or not at all."""

import hashlib
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, parse

from mfgraph.errors import GenerateError
from mfgraph.generate import generate
from mfgraph.vocab import ID, term
from mfgraph.workspace import Workspace

SMALL = 4_000
TYPE = term("rdf:type")
# Each hash is over all files of data/, so that no Python and no machine makes another world.
SAME = "06b278c082a3c8af"


def test_it_holds_the_triples_that_were_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    for triples in (SMALL, 10_000, 30_000):
        done = generate(tmp_path / str(triples), workspace, triples=triples)
        written = Workspace(done.folder)
        files = (*written.entity_files(), *written.source_files())
        assert sum(1 for path in files for _ in parse(path=path)) == done.triples
        assert abs(done.triples - triples) <= 0.02 * triples
        assert len(written.source_files()) == done.sources


def test_the_same_numbers_give_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("two", 5), ("other", 6)):
        generate(tmp_path / name, workspace, triples=SMALL, seed=seed)
    one, two, other = (_hash(tmp_path / name) for name in ("one", "two", "other"))
    assert one == two != other


def test_any_python_makes_the_same_world(world: Workspace) -> None:
    assert _hash(world.root) == SAME


def test_memory_does_not_grow_with_the_triples(workspace: Workspace, tmp_path: Path) -> None:
    peaks = []
    for triples in (10_000, 100_000):
        tracemalloc.start()
        generate(tmp_path / str(triples), workspace, triples=triples)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


def test_it_has_every_kind_of_thing_of_the_real_data(
    workspace: Workspace, world: Workspace
) -> None:
    real, made = Counter(_classes(workspace)), Counter(_classes(world))
    # Academic papers differ from other sources in nothing but their class.
    missing = set(real) - set(made)
    assert missing == {term("schema:ScholarlyArticle"), term("prov:Collection")}
    assert len(made) >= 30


def test_no_name_and_no_thing_is_real(workspace: Workspace, world: Workspace) -> None:
    def named(of: Workspace) -> set[str]:
        return {
            quad.object.value
            for path in of.entity_files()
            for quad in parse(path=path)
            if isinstance(quad.object, Literal) and "label" in quad.predicate.value.lower()
        }

    def things(of: Workspace) -> set[str]:
        found = (quad.subject for path in of.entity_files() for quad in parse(path=path))
        return {t.value for t in found if isinstance(t, NamedNode) and t.value.startswith(ID)}

    # A year is called alike in all worlds, and the datasets are those of the code list.
    assert {name for name in named(workspace) & named(world) if not name[:4].isdigit()} == set()
    shared = {iri.removeprefix(ID).partition("/")[0] for iri in things(workspace) & things(world)}
    assert shared == {"agent", "dataset", "period"}


def test_it_says_that_it_is_synthetic(world: Workspace) -> None:
    assert "Synthetic" in world.settings()["dataset"]["title"]["en"]


def test_a_text_is_held_of_some_sources(workspace: Workspace, tmp_path: Path) -> None:
    done = generate(tmp_path / "world", workspace, triples=30_000)
    texts = [path.read_text(encoding="utf-8") for path in Workspace(done.folder).text_files()]
    assert 0.01 <= len(texts) / done.sources <= 0.1
    assert all("\u0621" <= char <= "\u064a" for text in texts for char in text[:3])


def test_a_folder_that_holds_something_is_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(GenerateError, match="there is something here already"):
        generate(tmp_path, workspace, triples=SMALL)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_too_few_triples_are_refused_with_the_least(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(GenerateError) as refused:
        generate(tmp_path / "world", workspace, triples=SMALL - 1)
    assert "ask for 4,000 or more" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_where_it_cannot_be_written(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(GenerateError, match="cannot write"):
        generate(tmp_path / "file" / "world", workspace, triples=SMALL)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def _hash(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted((root / "data").rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _classes(of: Workspace) -> list[NamedNode]:
    files = (*of.entity_files(), *of.source_files())
    found = [q.object for path in files for q in parse(path=path) if q.predicate == TYPE]
    return [kind for kind in found if isinstance(kind, NamedNode)]
