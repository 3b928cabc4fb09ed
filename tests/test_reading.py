"""The files are read without loss into their graphs, and a file that cannot be is named by line."""

import hashlib
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mfgraph.errors import SourceFault, SyntaxFault
from mfgraph.reading import digest, load_files, read_files, stored_text
from mfgraph.store import OxigraphStore
from mfgraph.vocab import ENTITIES_GRAPH, ONTOLOGY_GRAPH, source_graph, term
from mfgraph.workspace import Workspace

ENTITIES: Final = "data/entities/organizations.ttl"
SOURCE: Final = "data/sources/note.ttl"
TEXT: Final = "data/sources/note.txt"
LEAST: Final = 9_000


def test_each_file_goes_into_its_graph(small: Workspace) -> None:
    files = read_files(small)
    graphs = {quad.graph_name for quad in files}
    assert graphs == {ONTOLOGY_GRAPH, ENTITIES_GRAPH, source_graph("note")}
    fnam, name = term("organization:fnam"), term("skos:prefLabel")
    assert Quad(fnam, name, Literal("الفدرالية", language="ar"), ENTITIES_GRAPH) in files


def test_the_stored_text_joins_its_description(small: Workspace) -> None:
    text = Literal("تأسست الفدرالية يوم 4 أكتوبر 2001 بالدار البيضاء.")
    quad = Quad(term("text:note-1"), term("schema:text"), text, source_graph("note"))
    assert quad in read_files(small)


def test_a_store_is_loaded_with_what_is_read(seed: Workspace) -> None:
    read = read_files(seed)
    assert set(load_files(seed).quads()) == set(OxigraphStore.of(read).quads())
    assert len(read) >= LEAST


def test_shapes_checks_and_examples_are_not_read(small: Workspace) -> None:
    before = len(read_files(small))
    for folder in ("shapes", "examples", "checks"):
        (small.root / "ontology" / folder).mkdir()
        (small.root / "ontology" / folder / "x.ttl").write_text("not Turtle", encoding="utf-8")
    assert len(read_files(small)) == before


def test_a_number_stays_as_it_is_written(small: Workspace) -> None:
    _append(
        small, ENTITIES, 'organization:fnam dcterms:description 58.0 , "058"^^<http://e.org/n> .'
    )
    _prepend(small, ENTITIES, "@prefix dcterms: <http://purl.org/dc/terms/> .")
    found = {
        str(quad.object)
        for quad in read_files(small)
        if quad.predicate == term("dcterms:description")
    }
    assert found == {
        '"58.0"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        '"058"^^<http://e.org/n>',
    }


@pytest.mark.parametrize("name", [ENTITIES, SOURCE, "ontology/terms.ttl"])
def test_broken_turtle_is_named_by_file_and_line(small: Workspace, name: str) -> None:
    lines = (small.root / name).read_text(encoding="utf-8").count("\n")
    _append(small, name, "organization:fnam a org:Organization")
    with pytest.raises(SyntaxFault) as caught:
        read_files(small)
    assert caught.value.where in {f"{name}:{lines + 1}", f"{name}:{lines + 2}"}
    assert caught.value.message.startswith("not Turtle: ")


def test_an_unknown_prefix_is_named_by_its_line(small: Workspace) -> None:
    _append(small, ENTITIES, "\nunknown:x a org:Organization .")
    with pytest.raises(SyntaxFault) as caught:
        read_files(small)
    # Six lines stand in the file; an empty one and this one follow.
    assert caught.value.where == f"{ENTITIES}:8"


def test_turtle_that_is_not_utf8_is_named_by_its_line(small: Workspace) -> None:
    path = small.root / ENTITIES
    path.write_bytes(
        path.read_bytes() + b'organization:fnam skos:prefLabel "F\xe9d\xe9ration"@fr .\n'
    )
    with pytest.raises(SyntaxFault) as caught:
        read_files(small)
    assert caught.value.where == f"{ENTITIES}:7"
    assert "UTF-8" in caught.value.message


def test_a_folder_that_is_named_like_a_file_is_not_read(small: Workspace) -> None:
    before = len(read_files(small))
    (small.root / "data/entities/people.ttl").mkdir()
    assert len(read_files(small)) == before


@pytest.mark.parametrize(("content", "byte"), [(b"\xff", 0), ("تأسست".encode() + b"\xe9 ", 10)])
def test_a_text_that_is_not_utf8_is_named_by_its_byte(
    small: Workspace, content: bytes, byte: int
) -> None:
    (small.root / TEXT).write_bytes(content)
    with pytest.raises(SyntaxFault) as caught:
        read_files(small)
    assert caught.value.where == TEXT
    assert caught.value.message.startswith(f"the stored text is not UTF-8: byte {byte} is ")


@pytest.mark.parametrize("content", ["سطر\r\nثان\r", "\ufeffنص", "نص\n\n", "e\u0301", ""])
def test_a_text_is_not_changed_by_reading_it(small: Workspace, content: str) -> None:
    path = small.root / TEXT
    path.write_bytes(content.encode())
    assert stored_text(path, small) == content
    assert digest(path) == hashlib.sha256(content.encode()).hexdigest()


def test_a_text_without_a_description_is_refused_and_the_nearest_offered(small: Workspace) -> None:
    (small.root / "data/sources/notes.txt").write_text("نص", encoding="utf-8")
    with pytest.raises(SourceFault) as caught:
        read_files(small)
    assert str(caught.value) == (
        "data/sources/notes.txt:1: a stored text without its description; "
        "write notes.ttl beside it, or is it note.txt?"
    )


def test_a_description_without_its_text_is_refused(small: Workspace) -> None:
    (small.root / TEXT).unlink()
    with pytest.raises(SourceFault) as caught:
        read_files(small)
    assert str(caught.value) == (
        "data/sources/note.ttl:9: the text it describes is not stored: "
        "data/sources/note.txt is missing; put the text back, or describe the source without one"
    )


def test_a_source_may_be_described_without_a_text(small: Workspace) -> None:
    (small.root / "data/sources/book.ttl").write_text(
        "<https://w3id.org/mfgraph/id/source/book> a <https://schema.org/NewsArticle> .\n",
        encoding="utf-8",
    )
    assert source_graph("book") in {quad.graph_name for quad in read_files(small)}


def test_the_repository_has_no_triple_twice_in_one_graph(workspace: Workspace) -> None:
    files = read_files(workspace)
    assert len(files) == len({str(quad) for quad in files}) > 3000
    assert NamedNode("https://w3id.org/mfgraph/graph/source/almassae-324458") in {
        quad.graph_name for quad in files
    }


def _append(workspace: Workspace, name: str, line: str) -> None:
    path = workspace.root / name
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


def _prepend(workspace: Workspace, name: str, line: str) -> None:
    path = workspace.root / name
    path.write_text(f"{line}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
