"""Participations: one agent, one event, one role, and in whose name."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pyoxigraph import Triple

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters import participations
from mfgraph.ingest.drafts import Draft, SourceRef
from mfgraph.ingest.lines import Line

Make = Callable[[Mapping[str, Any]], Line]
Said = Callable[[Draft], list[str]]
Records = Callable[[Draft], set[Triple]]
Turtle = Callable[[str], set[Triple]]


@pytest.fixture
def told(make_line: Make, source: SourceRef) -> Callable[..., Draft]:
    def draft(event: str, participant: str, role: str, **fields: Any) -> Draft:
        data = {
            "id": f"participation/{event}--{participant.replace('/', '-')}",
            "fact_id": "f0371",
            "kind": "participation",
            "event": f"event/{event}",
            "participant": participant,
            "participation_role": role,
            "note": None,
        }
        return participations.convert(make_line(data | fields), source)

    return draft


def test_a_signatory_signs_on_behalf_of_a_body(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "jaida-cms-2021",
        "person/mohamed-karim-mounir",
        "signatory",
        on_behalf_of="org/cms",
    )
    name = "participation:jaida-cms-2021--person-mohamed-karim-mounir--signatory"
    assert said(draft) == [f"supports {name}"]
    assert records(draft) == turtle(
        f"""
        {name} a mf:Participation ;
            mf:participant person:mohamed-karim-mounir ;
            mf:inEvent event:jaida-cms-2021 ;
            mf:participationRole participation-role:signatory ;
            mf:onBehalfOf organization:cms .
        """
    )


def test_a_speaker_of_another_outlet_is_the_same_participation(
    told: Callable[..., Draft], records: Records, turtle: Turtle
) -> None:
    draft = told(
        "rt-protection-clients",
        "person/mohamed-el-mazouri",
        "speaker",
        on_behalf_of="org/fnam",
    )
    assert records(draft) == turtle(
        """
        participation:rt-protection-clients--person-mohamed-el-mazouri a mf:Participation ;
            mf:participant person:mohamed-el-mazouri ;
            mf:inEvent event:rt-protection-clients ;
            mf:participationRole participation-role:speaker ;
            mf:onBehalfOf organization:fnam .
        """
    )


def test_a_name_in_the_line_is_a_claim_about_the_participant(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "forum-microfinance-2005",
        "person/driss-jettou",
        "opening speaker",
        label={"fr": "Driss Jettou"},
        label_source={"fr": "this source"},
    )
    assert said(draft) == [
        "supports participation:forum-microfinance-2005--person-driss-jettou--opening-speaker",
        'person:driss-jettou skos:altLabel "Driss Jettou"@fr',
    ]


def test_two_roles_of_one_person_are_two_participations(
    told: Callable[..., Draft], said: Said
) -> None:
    drafts = [told("pnme-2", "person/mhamed-grine", role) for role in ("jury", "jury president")]
    assert [said(each) for each in drafts] == [
        ["supports participation:pnme-2--person-mhamed-grine--jury-member"],
        ["supports participation:pnme-2--person-mhamed-grine--jury-chair"],
    ]


def test_the_representative_of_the_king_stands_for_him(
    told: Callable[..., Draft], records: Records, turtle: Turtle
) -> None:
    draft = told(
        "sommet-microcredit-nairobi-2010",
        "person/zoulikha-nasri",
        "representative of the King",
    )
    expected = turtle(
        """
        participation:sommet-microcredit-nairobi-2010--person-zoulikha-nasri--representative
            mf:participationRole participation-role:representative ;
            mf:onBehalfOf person:mohammed-vi .
        """
    )
    assert expected <= records(draft)


def test_an_announced_participant_is_only_expected(
    told: Callable[..., Draft], records: Records, turtle: Turtle
) -> None:
    draft = told("bam-fnam-2008-09-04", "person/abdellatif-jouahri", "participant (announced)")
    expected = turtle(
        """
        participation:bam-fnam-2008-09-04--person-abdellatif-jouahri--expected-participant
            mf:participationRole participation-role:expected-participant .
        """
    )
    assert expected <= records(draft)


def test_a_partner_of_the_round_table_organized_it_and_hosted_it(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told("rt-protection-clients", "org/cms", "partner and host")
    assert said(draft) == [
        "supports participation:rt-protection-clients--org-cms",
        "supports participation:rt-protection-clients--org-cms--host",
    ]


def test_of_several_organizers_the_first_is_the_organizer(make_line: Make) -> None:
    line = make_line(
        {
            "id": "event/pnme-2",
            "fact_id": "f0327",
            "kind": "event",
            "organisers": ["org/cms", "org/fnam"],
            "partners": ["org/jaida"],
            "guarantor": "org/usaid",
        }
    )
    found = [block.pairs[-1][1][0].value.rpartition("/")[2] for block in participations.named(line)]
    assert found == ["organiser", "co-organiser", "guarantor", "partner"]


def test_a_role_in_no_table_is_refused(told: Callable[..., Draft]) -> None:
    with pytest.raises(UnknownTerm, match="heckler"):
        told("pnme-2", "person/mhamed-grine", "heckler")


def test_who_is_neither_a_person_nor_a_body_is_refused(told: Callable[..., Draft]) -> None:
    with pytest.raises(UnknownTerm, match="names nobody"):
        told("pnme-2", "somebody", "speaker")
