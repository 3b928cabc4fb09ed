"""Changes of organizations: what went into what, and under which new name."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pyoxigraph import Literal, Triple

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters import changes, relations
from mfgraph.ingest.drafts import Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import PREFIXES, term

Make = Callable[[Mapping[str, Any]], Line]
Said = Callable[[Draft], list[str]]
Records = Callable[[Draft], set[Triple]]
Turtle = Callable[[str], set[Triple]]

ZAKOURA = {
    "id": "relation/org-zakoura--merged_into--org-attawfiq",
    "fact_id": "f0510",
    "kind": "relation",
    "subject": "org/zakoura",
    "predicate": "merged_into",
    "object": "org/attawfiq",
    "date": "2009-05-05",
    "precision": "day",
    "locator": "La Fondation Zakoura et la Fondation Banque Populaire",
}


def date(text: str) -> Literal:
    return Literal(text, datatype=term("edtf:EDTF"))


def test_a_merger_is_an_event_of_its_own(
    make_line: Make, source: SourceRef, said: Said, records: Records, turtle: Turtle
) -> None:
    draft = relations.convert(make_line(ZAKOURA), source)
    assert said(draft) == [
        "supports event:zakoura--merger--attawfiq",
        'event:zakoura--merger--attawfiq dcterms:date "2009-05-05"^^edtf:EDTF',
    ]
    assert records(draft) == turtle(
        """
        event:zakoura--merger--attawfiq a org:ChangeEvent ;
            dcterms:type change-type:merger ;
            org:originalOrganization organization:zakoura ;
            org:resultingOrganization organization:attawfiq .
        """
    )


def test_what_one_source_calls_a_merger_and_another_an_absorption_is_one_event(
    make_line: Make, source: SourceRef, records: Records
) -> None:
    drafts = [
        relations.convert(make_line(ZAKOURA | {"predicate": predicate}), source)
        for predicate in ("merged_into", "absorbed_by")
    ]
    merged, absorbed = (records(each) for each in drafts)
    assert {each.object for each in merged ^ absorbed} == {
        term("change-type:merger"),
        term("change-type:absorption"),
    }


def test_a_new_name_leaves_the_body_the_same(said: Said, records: Records, turtle: Turtle) -> None:
    draft = changes.renaming(
        term("organization:arrawaj"),
        Literal("Fondation Al Baraka", language="fr"),
        date=date("2013"),
    )
    event = "event:arrawaj--renaming--fondation-al-baraka"
    assert said(draft) == [
        f"supports {event}",
        f'{event} dcterms:date "2013"^^edtf:EDTF',
        f'{event} mf:newName "Fondation Al Baraka"@fr',
    ]
    assert records(draft) == turtle(
        f"""
        {event} a org:ChangeEvent ;
            dcterms:type change-type:renaming ;
            org:originalOrganization organization:arrawaj ;
            org:resultingOrganization organization:arrawaj .
        """
    )


def test_two_sources_of_one_new_name_tell_of_one_event() -> None:
    drafts = [
        changes.renaming(
            term("organization:attawfiq"),
            Literal("Attawfiq Micro-Finance", language="fr"),
            date=date(text),
        )
        for text in ("2012-10", "2012-10-19")
    ]
    assert {each.records[0].subject.value for each in drafts} == {
        f"{PREFIXES['event']}attawfiq--renaming--attawfiq-micro-finance"
    }


def test_an_undated_change_has_no_claim_of_a_date(said: Said) -> None:
    draft = changes.merger(
        term("organization:zakoura"), term("organization:attawfiq"), kind="merger", date=None
    )
    assert said(draft) == ["supports event:zakoura--merger--attawfiq"]


def test_a_name_that_gives_no_address_is_refused() -> None:
    with pytest.raises(UnknownTerm, match="Latin"):
        changes.renaming(
            term("organization:arrawaj"), Literal("مؤسسة الرواج", language="ar"), date=None
        )
