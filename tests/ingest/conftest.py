"""What the tests of the converters share: a line from its JSON, and what a draft says in short."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from mfgraph.ingest.drafts import ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.terms import compact
from mfgraph.vocab import PREFIXES, term

Said = Callable[[Draft], list[str]]
Turtle = Callable[[str], set[Triple]]
Records = Callable[[Draft], set[Triple]]


@pytest.fixture
def make_line() -> Callable[[Mapping[str, Any]], Line]:
    """A line as the reader of a facts file hands it to a converter."""

    def make(data: Mapping[str, Any]) -> Line:
        return Line(Path("facts.jsonl"), 1, str(data["fact_id"]), str(data["kind"]), data)

    return make


@pytest.fixture
def source() -> SourceRef:
    return SourceRef("lavieeco-1", term("organization:la-vie-eco"), "press")


@pytest.fixture
def said() -> Said:
    """Each claim of a draft in one line: what it supports, or subject, property and value."""
    return lambda draft: [_claim(each) for each in draft.claims]


@pytest.fixture
def records() -> Records:
    """The triples of the records of a draft."""
    return lambda draft: {
        Triple(block.subject, predicate, value)
        for block in draft.records
        for predicate, values in block.pairs
        for value in values
    }


@pytest.fixture
def turtle() -> Turtle:
    """The triples of a piece of Turtle that uses the project's prefixes."""
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return lambda text: {quad.triple for quad in parse(head + text, format=RdfFormat.TURTLE)}


def _claim(claim: ClaimDraft) -> str:
    if claim.supports:
        words = "supports " + " ".join(compact(each.value) for each in claim.supports)
    else:
        words = " ".join(_term(each) for each in (claim.subject, claim.predicate, claim.value))
    mode = "" if claim.mode == "narrated" else f" ({claim.mode})"
    return f"{words}{mode}" + (f" [{claim.as_printed}]" if claim.as_printed else "")


def _term(value: NamedNode | Literal | None) -> str:
    if isinstance(value, NamedNode):
        return compact(value.value)
    if isinstance(value, Literal) and value.language is None:
        return f'"{value.value}"^^{compact(value.datatype.value)}'
    return str(value)
