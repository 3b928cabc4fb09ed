"""The bounds that a query derives from dates are those that `mfgraph.dates` reads in them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from mfgraph.dates import bounds
from mfgraph.store import OxigraphStore, Store
from mfgraph.vocab import PREFIXES, source_graph, term

QUERY: Final = Path(__file__).parents[2] / "queries/construct/50-date-bounds.rq"
EDTF: Final = ox.NamedNode(f"{PREFIXES['edtf']}EDTF")
EVENT, CLAIM, SOURCE = (f"{PREFIXES[kind]}x" for kind in ("event", "claim", "source"))
Bounds = tuple[date | None, date | None]
# rdflib's own parser and query engine still call what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\..* is deprecated:DeprecationWarning")

# The last days of all months, leap years and common years, each form, and what is no date.
FORMS: Final = (
    *(f"{year}-{month:02}" for year in (1900, 1996, 2000, 2015) for month in range(1, 13)),
    "2001", "0001", "0000", "9999", "2000~", "1999-02?", "2000-02-29", "1900-02-29", "2015-04-31",
    "2015-04-30?", "2001-13", "2001-00", "2001-10-00", "XXXX-09", "XXXX-09-15", "..", "../..",
    "../2005-09-30", "../2005~", "2010-04/..", "2001/2004", "2012-10-11/2012-10", "2004/2001",
    "2001-02-30/2002", "2001/2002/2003", "2001/", "/2001", "", "2001-1", "20011", "2001?~", "x2001",
)  # fmt: skip


def dated(texts: Iterable[str]) -> OxigraphStore:
    """A store of things in the default graph, each with one date."""
    return OxigraphStore.of(
        ox.Quad(
            ox.NamedNode(f"{EVENT}-{place}"),
            term("dcterms:date"),
            ox.Literal(text, datatype=EDTF),
        )
        for place, text in enumerate(texts)
    )


def derived(triples: Iterable[ox.Triple]) -> Mapping[str, Bounds]:
    found: dict[str, list[date | None]] = {}
    for triple in triples:
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.Literal)
        assert triple.object.datatype == term("xsd:date")
        sides = found.setdefault(triple.subject.value, [None, None])
        side = [term("mf:notBefore"), term("mf:notAfter")].index(triple.predicate)
        assert sides[side] is None
        sides[side] = date.fromisoformat(triple.object.value)
    return {iri: (first, last) for iri, (first, last) in found.items()}


def expected(texts: Iterable[str]) -> Mapping[str, Bounds]:
    read = {f"{EVENT}-{place}": bounds(text) for place, text in enumerate(texts)}
    return {iri: sides for iri, sides in read.items() if sides != (None, None)}


def in_oxigraph(store: Store) -> Mapping[str, Bounds]:
    return derived(store.construct(QUERY.read_text(encoding="utf-8")))


def test_each_form_in_oxigraph() -> None:
    assert len(expected(FORMS)) == 48 + 17
    assert in_oxigraph(dated(FORMS)) == expected(FORMS)


def test_each_form_in_rdflib(as_rdflib: Callable[[Store], rdflib.Dataset]) -> None:
    graph = as_rdflib(dated(FORMS)).query(QUERY.read_text(encoding="utf-8")).graph
    assert graph is not None
    written = graph.serialize(format="nt")
    found = ox.parse(input=written, format=ox.RdfFormat.N_TRIPLES)
    assert derived(quad.triple for quad in found) == expected(FORMS)


texts = st.one_of(
    st.text(alphabet="0129X-/.~?", max_size=21),
    st.builds(lambda day, length, mark: f"{day}"[:length] + mark, st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?"])),
)  # fmt: skip


@given(texts=st.lists(st.one_of(texts, st.builds("{}/{}".format, texts, texts)), max_size=20))
def test_any_text_in_oxigraph(texts: list[str]) -> None:
    assert in_oxigraph(dated(texts)) == expected(texts)


def test_dates_of_claims_and_sources_are_bounded_too() -> None:
    graph = source_graph("x")
    given = {"2013-12": (SOURCE, "dcterms:date"), "2001-10-04": (CLAIM, "mf:claimValue")}
    store = OxigraphStore.of(
        ox.Quad(ox.NamedNode(thing), term(predicate), ox.Literal(text, datatype=EDTF), graph)
        for text, (thing, predicate) in given.items()
    )
    assert in_oxigraph(store) == {
        SOURCE: (date(2013, 12, 1), date(2013, 12, 31)),
        CLAIM: (date(2001, 10, 4), date(2001, 10, 4)),
    }


def test_what_is_not_declared_to_be_a_date_has_no_bounds() -> None:
    plain = ox.Quad(ox.NamedNode(CLAIM), term("mf:claimValue"), ox.Literal("2001"))
    assert in_oxigraph(OxigraphStore.of([plain])) == {}
