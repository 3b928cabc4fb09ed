"""Reference periods: a day, a month, a quarter, a year, an interval, and one with an open start."""

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.calendars import span
from mfgraph.ingest.converters.periods import Period, period
from mfgraph.ingest.drafts import Block
from mfgraph.vocab import PREFIXES, term

EDTF = NamedNode(PREFIXES["edtf"] + "EDTF")


def day(text: str) -> Literal:
    return Literal(text, datatype=term("xsd:date"))


def names(ar: str, fr: str, en: str) -> tuple[Literal, ...]:
    return (Literal(ar, language="ar"), Literal(fr, language="fr"), Literal(en, language="en"))


def bounds(found: Period) -> dict[str, str]:
    """The days of the nodes of a period, by the last part of the node's IRI."""
    return {
        block.subject.value.rsplit("/", 1)[-1]: objects[0].value
        for block in found.blocks
        for predicate, objects in block.pairs
        if predicate == term("time:inXSDDate")
    }


def label(found: Period, lang: str) -> str:
    told = dict(found.blocks[0].pairs)[term("skos:prefLabel")]
    return next(text.value for text in told if isinstance(text, Literal) and text.language == lang)


def test_a_day_is_an_instant() -> None:
    node = term("reference-period:2007-12-31")
    assert period("2007-12-31").blocks == (
        Block(
            node,
            (
                (term("rdf:type"), (term("time:Instant"),)),
                (term("dcterms:type"), (term("period-type:instant"),)),
                (
                    term("skos:prefLabel"),
                    names("31 دجنبر 2007", "31 décembre 2007", "31 December 2007"),
                ),
                (term("dcterms:date"), (Literal("2007-12-31", datatype=EDTF),)),
                (term("time:inXSDDate"), (day("2007-12-31"),)),
            ),
        ),
    )


def test_a_sum_since_the_beginning_ends_and_does_not_begin() -> None:
    found = period("2005-09-30", cumulative=True)
    node = term("reference-period:until-2005-09-30")
    end = NamedNode(f"{node.value}#end")
    assert found.blocks == (
        Block(
            node,
            (
                (term("rdf:type"), (term("time:ProperInterval"),)),
                (term("dcterms:type"), (term("period-type:open-start"),)),
                (
                    term("skos:prefLabel"),
                    names(
                        "إلى غاية 30 شتنبر 2005",
                        "jusqu'au 30 septembre 2005",
                        "up to 30 September 2005",
                    ),
                ),
                (term("dcterms:date"), (Literal("../2005-09-30", datatype=EDTF),)),
                (term("time:hasEnd"), (end,)),
            ),
        ),
        Block(
            end,
            (
                (term("rdf:type"), (term("time:Instant"),)),
                (term("time:inXSDDate"), (day("2005-09-30"),)),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "slug", "first", "last", "arabic"),
    [
        ("2007", "2007", "2007-01-01", "2007-12-31", "2007"),
        ("2012-02", "2012-02", "2012-02-01", "2012-02-29", "فبراير 2012"),
        ("2012-Q4", "2012-q4", "2012-10-01", "2012-12-31", "الفصل الرابع 2012"),
        ("1997/2003", "1997--2003", "1997-01-01", "2003-12-31", "من 1997 إلى 2003"),
        (
            "2022-01-01/2022-09-30",
            "2022-01-01--2022-09-30",
            "2022-01-01",
            "2022-09-30",
            "من 1 يناير 2022 إلى 30 شتنبر 2022",
        ),
    ],
)
def test_an_interval_has_its_first_and_last_day(
    text: str, slug: str, first: str, last: str, arabic: str
) -> None:
    found = period(text)
    assert found.slug == slug
    assert bounds(found) == {f"{slug}#beginning": first, f"{slug}#end": last}
    assert label(found, "ar") == arabic


def test_an_interval_given_whole_keeps_its_start_in_a_sum() -> None:
    assert period("1993/2016", cumulative=True).slug == "1993--2016"


def test_a_quarter_is_dated_by_its_months() -> None:
    assert span("2012-Q4").edtf == "2012-10/2012-12"


def test_french_writes_the_first_of_a_month_in_its_own_way() -> None:
    assert label(period("2004-04-01"), "fr") == "1er avril 2004"


def test_no_period_is_said_to_be_none() -> None:
    found = period(None)
    assert found.node == term("period:not-stated")
    assert found.entities == ()


@pytest.mark.parametrize("text", ["", "septembre", "2012-Q5", "12-2012", "2012/"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UnknownTerm, match="is no reference period"):
        period(text)
