"""S-13 and S-18: bytes on disk against the store, and dates with gaps."""

import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import Graph

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate.stored_text import edtf_dates, stored_texts
from mfgraph.workspace import Workspace

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
FILE = "data/sources/almassae-324458.txt"


def messages(seed_built: Built, workspace: Workspace) -> list[str]:
    merged = OxigraphStore.merged(seed_built.store)
    return [result.message("en") for result in stored_texts(merged, workspace)]


def test_the_seed_text_is_as_described(seed_built: Built, copy: Workspace) -> None:
    assert messages(seed_built, copy) == []


def test_one_byte_changed_after_the_build_is_seen(seed_built: Built, copy: Workspace) -> None:
    path = copy.root / FILE
    path.write_bytes(path.read_bytes().replace(b"75", b"57", 1))
    (message,) = messages(seed_built, copy)
    assert message.startswith("S-13 The stored text differs from its fingerprint: ")
    assert message.endswith(", not f5b762e493fd")


def test_a_text_that_went_away_is_seen(seed_built: Built, copy: Workspace) -> None:
    (copy.root / FILE).unlink()
    assert messages(seed_built, copy) == ["S-13 The text described here is not stored"]


@pytest.mark.parametrize(
    ("content", "in_store", "said"),
    [
        (unicodedata.normalize("NFD", "أكد"), None, "not in the Unicode form NFC"),
        ("أكد", "أكدت", "not the one the graph was built from"),
        ("أكد", None, None),
    ],
)
def test_form_and_copy(
    graphs: Graphs, tmp_path: Path, content: str, in_store: str | None, said: str | None
) -> None:
    folder = tmp_path / "data" / "sources"
    folder.mkdir(parents=True)
    (folder / "note.txt").write_text(content, encoding="utf-8")
    _, store = graphs(f"""
        <https://w3id.org/mfgraph/id/text/note-1> a <https://schema.org/TextDigitalDocument> ;
            <http://purl.org/dc/terms/isVersionOf> <https://w3id.org/mfgraph/id/source/note> ;
            <https://schema.org/sha256> "{sha256(content.encode()).hexdigest()}" ;
            <https://schema.org/text> "{in_store or content}" .
    """)
    found = list(stored_texts(store, Workspace(tmp_path)))
    assert [said in result.message("en") for result in found if said] == ([True] if said else [])
    assert len(found) == (said is not None)


def test_dates_are_read(graphs: Graphs) -> None:
    _, store = graphs("""
        @prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
        ex:a ex:when "XXXX-09"^^edtf:EDTF , "2001/.."^^edtf:EDTF .
        ex:b ex:when "2001-13"^^edtf:EDTF .
        ex:c ex:when "سبتمبر" .
    """)
    (found,) = edtf_dates(store)
    assert str(found.focus) == "https://example.org/b"
    assert (found.rule, found.path) == ("S-18", "https://example.org/when")
    assert found.message("fr") == "S-18 2001-13 n'est pas une date EDTF d'une forme admise"
