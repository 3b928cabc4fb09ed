"""Nothing is built on a text, a quote or a term that is not what it claims to be."""

import hashlib
import unicodedata
from collections.abc import Callable
from typing import Final

import pytest

from mfgraph.build import build
from mfgraph.errors import QuoteMismatch, SourceFault, UnknownTerm, WorkspaceError
from mfgraph.workspace import Workspace

ENTITIES: Final = "data/entities/organizations.ttl"
SOURCE: Final = "data/sources/note.ttl"
TEXT: Final = "data/sources/note.txt"
HINT: Final = "copy the quote from the stored text and count in code points"


def test_the_small_workspace_is_built_as_it_stands(small: Workspace) -> None:
    assert len(build(small).store.graphs()) == 3


def test_a_changed_byte_of_a_text_is_found_by_its_fingerprint(small: Workspace) -> None:
    path = small.root / TEXT
    claimed = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes().replace(b"4", b"5"))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(SourceFault) as caught:
        build(small)
    assert str(caught.value) == (
        "data/sources/note.ttl:9: the stored text does not match its fingerprint: "
        f"{found[:12]}…, not {claimed[:12]}…; restore the text as it was taken; "
        "a new copy is a new text"
    )


def test_a_text_without_a_fingerprint_is_not_taken_on_trust(small: Workspace) -> None:
    _edit(small, SOURCE, lambda text: text.replace("schema:sha256", "oa:exact"))
    with pytest.raises(SourceFault):
        build(small)


def test_a_text_that_is_not_in_normal_form_is_refused(small: Workspace) -> None:
    text = unicodedata.normalize("NFD", "تأسست الفدرالية.")
    (small.root / TEXT).write_bytes(text.encode())
    new = hashlib.sha256(text.encode()).hexdigest()
    old = hashlib.sha256("تأسست الفدرالية يوم 4 أكتوبر 2001 بالدار البيضاء.".encode()).hexdigest()
    _edit(small, SOURCE, lambda source: source.replace(old, new))
    with pytest.raises(SourceFault) as caught:
        build(small)
    assert str(caught.value) == (
        "data/sources/note.ttl:9: the stored text is not in Unicode form NFC"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("oa:start 6", "oa:start 7", "the text at 7-15 is «لفدرالية», not «الفدرالية»"),
        ("oa:end 15", "oa:end 16", "the text at 6-16 is «الفدرالية », not «الفدرالية»"),
        ("oa:end 15", "oa:end 50", "6-50 is no span of the text, which ends at 49"),
        ("oa:end 15", "oa:end 6", "6-6 is no span of the text, which ends at 49"),
        ("oa:start 6", "oa:start -43", "-1-15 is no span of the text, which ends at 49"),
        ("oa:start 6", 'oa:start "six"', "-1-15 is no span of the text, which ends at 49"),
        ('"الفدرالية"', '"الفيدرالية"', "the text at 6-15 is «الفدرالية», not «الفيدرالية»"),
        (
            'oa:exact "الفدرالية"',
            'oa:exact "الفدرالية" ; oa:prefix "تأسست"',
            "the prefix «تأسست» does not stand before 6",
        ),
        (
            'oa:exact "الفدرالية"',
            'oa:exact "الفدرالية" ; oa:suffix "يوم"',
            "the suffix «يوم» does not stand after 15",
        ),
    ],
)
def test_a_quote_that_is_not_in_its_text_is_refused(
    small: Workspace, old: str, new: str, message: str
) -> None:
    _edit(small, "ontology/terms.ttl", lambda text: text + "oa:prefix a owl:DatatypeProperty .\n")
    _edit(small, "ontology/terms.ttl", lambda text: text + "oa:suffix a owl:DatatypeProperty .\n")
    _edit(small, SOURCE, lambda text: text.replace(old, new))
    with pytest.raises(QuoteMismatch) as caught:
        build(small)
    assert caught.value.where == "data/sources/note.ttl:16"
    assert caught.value.hint == HINT
    assert caught.value.message == message


def test_words_around_the_quote_that_do_stand_there_are_accepted(small: Workspace) -> None:
    _edit(small, "ontology/terms.ttl", lambda text: text + "oa:prefix a owl:DatatypeProperty .\n")
    _edit(small, SOURCE, lambda text: text.replace('oa:exact "', 'oa:prefix "ست " ; oa:exact "'))
    assert len(build(small).store.graphs()) == 3


def test_a_quote_of_a_text_that_is_not_stored_is_refused(small: Workspace) -> None:
    _edit(
        small, SOURCE, lambda text: text.replace("hasSource text:note-1", "hasSource text:note-2")
    )
    with pytest.raises(QuoteMismatch) as caught:
        build(small)
    assert str(caught.value) == (
        "data/sources/note.ttl:16: the quoted text text:note-2 is not stored"
    )


def test_an_excerpt_of_no_text_is_refused(small: Workspace) -> None:
    _edit(small, SOURCE, lambda text: text.replace("oa:hasSource text:note-1 ;", ""))
    with pytest.raises(QuoteMismatch) as caught:
        build(small)
    assert caught.value.message == "the quoted text (none named) is not stored"


@pytest.mark.parametrize("line", ["x:6-15\\#quote oa:exact", "x:6-15\\#position oa:start"])
def test_an_excerpt_without_its_selector_is_refused(small: Workspace, line: str) -> None:
    _edit(small, SOURCE, lambda text: text.replace(line, f"# {line}"))
    with pytest.raises(QuoteMismatch) as caught:
        build(small)
    assert caught.value.where == "data/sources/note.ttl:16"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "skos:prefLabel",
            "skos:preflabel",
            "skos:preflabel is not declared in the ontology; did you mean skos:prefLabel?",
        ),
        (
            "a org:Organization",
            "a org:Organisation",
            "org:Organisation is not declared in the ontology; did you mean org:Organization?",
        ),
        (
            "skos:prefLabel",
            "<https://example.org/zz>",
            "https://example.org/zz is not declared in the ontology; declare it in ontology/",
        ),
    ],
)
def test_a_term_that_is_not_declared_is_refused_and_the_nearest_offered(
    small: Workspace, old: str, new: str, message: str
) -> None:
    _edit(small, ENTITIES, lambda text: text.replace(old, new))
    with pytest.raises(UnknownTerm) as caught:
        build(small)
    assert str(caught.value) == f"data/entities/organizations.ttl:5: {message}"


def test_a_workspace_without_data_is_refused(small: Workspace) -> None:
    for name in (ENTITIES, SOURCE, TEXT):
        (small.root / name).unlink()
    with pytest.raises(WorkspaceError, match="the workspace holds no data"):
        build(small)


def _edit(workspace: Workspace, name: str, change: Callable[[str], str]) -> None:
    path = workspace.root / name
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
