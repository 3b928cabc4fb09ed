"""Ranks without a source, by one voice, and by chance; copies of one release are one witness."""

from collections.abc import Callable

import pytest
from pyoxigraph import RdfFormat, parse

from mfgraph.errors import UsageError
from mfgraph.network import Edge, Projection
from mfgraph.network.affiliation import one_mode
from mfgraph.network.doubt import tell_sensitivity
from mfgraph.network.reliance import reliance
from mfgraph.network.sensitivity import Standing, ranks, sensitivity
from mfgraph.network.witnesses import Witnesses, witnesses
from mfgraph.store import OxigraphStore

EXAMPLE = "https://example.org/"
SOURCES = """
@prefix : <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix source-kind: <https://w3id.org/mfgraph/def/source-kind/> .

:g1 { :law schema:publisher :state ; dcterms:type source-kind:official ; dcterms:title "Loi"@fr . }
:g2 { :news schema:publisher :daily ; dcterms:type source-kind:press . }
:g3 { :copy schema:publisher :weekly ; dcterms:type source-kind:press ;
        prov:wasDerivedFrom :release . }
:g4 { :wire schema:publisher :agency ; dcterms:type source-kind:news-agency ;
        prov:wasDerivedFrom :release . }
:g5 { :diary schema:publisher :daily ; dcterms:type source-kind:blog . }
"""


@pytest.fixture(scope="module")
def known() -> Witnesses:
    return witnesses(OxigraphStore.of(parse(SOURCES, RdfFormat.TRIG)))


@pytest.fixture
def roles(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    """BANK has three officials, of whom two stand in one document only; FUND has two."""
    return made(
        tie("amina", "BANK", "news"),
        tie("brahim", "BANK", "news"),
        tie("chama", "BANK", "law", "news"),
        tie("chama", "FUND", "copy", "wire"),
        tie("dounia", "FUND", "law"),
    )


def _of(standings: tuple[Standing, ...], name: str) -> Standing:
    return next(s for s in standings if s.node == EXAMPLE + name)


def test_sources_that_print_one_release_are_one_witness(known: Witnesses) -> None:
    copy, wire = known.of(f"{EXAMPLE}copy"), known.of(f"{EXAMPLE}wire")
    assert copy == wire
    assert copy.iri == f"{EXAMPLE}release"
    assert copy.documents == (f"{EXAMPLE}copy", f"{EXAMPLE}wire")
    assert copy.outlets == {f"{EXAMPLE}weekly", f"{EXAMPLE}agency"}
    assert known.of(f"{EXAMPLE}law").titles == {"fr": "Loi"}


def test_a_source_of_which_nothing_is_known_is_its_own_witness(known: Witnesses) -> None:
    unknown = known.of(f"{EXAMPLE}unknown")
    assert (unknown.iri, unknown.documents) == (f"{EXAMPLE}unknown", (f"{EXAMPLE}unknown",))
    assert not unknown.is_heard("press")


def test_a_blog_is_not_the_press(known: Witnesses) -> None:
    heard = {name: known.of(EXAMPLE + name).is_heard("press") for name in ("wire", "diary", "law")}
    assert heard == {"wire": True, "diary": False, "law": False}


def test_ranks_are_shared_by_equals_and_taken_within_a_kind(roles: Projection) -> None:
    found = ranks(roles, {node.iri: float(node.iri.endswith("a")) for node in roles.nodes})
    assert {iri.removeprefix(EXAMPLE): rank for iri, rank in found.items()} == {
        **dict.fromkeys(("amina", "chama", "dounia"), 1),
        "brahim": 4,
        **dict.fromkeys(("BANK", "FUND"), 1),
    }


def test_leaving_out_one_source_turns_a_ranking_round(roles: Projection, known: Witnesses) -> None:
    found = sensitivity(roles, "degree", known, draws=50)
    assert found.witnesses == 3
    bank, fund = (_of(found.standings, name) for name in ("BANK", "FUND"))
    assert (bank.value, bank.rank, fund.value, fund.rank) == (3, 1, 2, 2)
    # Without the news: BANK has chama, by the law; FUND has two and comes first.
    assert (bank.leave_one_out, fund.leave_one_out) == ((1, 2), (1, 2))
    # By the law alone BANK has chama and FUND dounia; by the press BANK has all three.
    assert dict(bank.voices) == {"official": 1, "press": 1}
    assert dict(fund.voices) == {"official": 1, "press": 2}
    assert _of(found.standings, "dounia").voices["press"] is None


def test_who_falls_with_a_source_comes_last(roles: Projection, known: Witnesses) -> None:
    found = sensitivity(roles, "degree", known, draws=50)
    # Chama has two ties and comes first; the others share the second rank of four.
    assert _of(found.standings, "chama").leave_one_out == (1, 1)
    assert _of(found.standings, "amina").leave_one_out == (1, 4)


def test_the_same_seed_gives_the_same_intervals(roles: Projection, known: Witnesses) -> None:
    once, again = (sensitivity(roles, "degree", known, draws=30, seed=5) for _ in range(2))
    assert once == again


def test_one_witness_leaves_nothing_to_draw(
    made: Callable[..., Projection], tie: Callable[..., Edge], known: Witnesses
) -> None:
    alone = made(tie("amina", "BANK", "copy"), tie("brahim", "BANK", "wire"))
    bank = _of(sensitivity(alone, "degree", known, draws=20).standings, "BANK")
    assert (bank.rank, bank.bootstrap) == (1, (1, 1))


def test_a_folded_network_loses_the_edges_it_was_folded_from(
    roles: Projection, known: Witnesses
) -> None:
    found = sensitivity(
        roles, "degree", known, derive=lambda left: one_mode(left, ["officials"]), draws=10
    )
    chama, dounia = (_of(found.standings, name) for name in ("chama", "dounia"))
    # Chama sits with amina and brahim in BANK and with dounia in FUND.
    assert (chama.value, chama.rank, chama.leave_one_out) == (3, 1, (1, 1))
    # Without the news nobody sits with another in BANK, and the tie in FUND is the only one;
    # without the law dounia sits nowhere.
    assert (dounia.value, dounia.rank, dounia.leave_one_out) == (1, 4, (1, 4))


def test_an_unknown_measure_is_refused(roles: Projection, known: Witnesses) -> None:
    with pytest.raises(UsageError, match="no measure is called 'fame'"):
        sensitivity(roles, "fame", known)


def test_what_falls_with_each_witness_and_outlet(roles: Projection, known: Witnesses) -> None:
    found = reliance(roles, known)
    assert (found.edges, found.on_one_witness) == (5, 4)
    fallen = {fall.what.removeprefix(EXAMPLE): fall for fall in found.witnesses}
    assert {what: (f.edges, f.nodes, f.pieces) for what, f in fallen.items()} == {
        # amina and brahim are gone; chama still joins BANK and FUND.
        "news": (2, 2, 0),
        "law": (1, 1, 0),
        # Without the release chama and FUND stay, but nothing joins them any more.
        "release": (1, 0, 1),
    }
    # The release stands as long as one of its two outlets does.
    assert {fall.what.removeprefix(EXAMPLE) for fall in found.outlets} == {"daily", "state"}


def test_ranks_and_intervals_are_told_with_what_they_mean(
    roles: Projection, known: Witnesses
) -> None:
    told = list(tell_sensitivity(roles, sensitivity(roles, "degree", known, draws=20), "fr"))
    bank = next(line for line in told if f"{EXAMPLE}BANK" in line)
    assert bank.split()[-5:-3] == ["1", "1–2"]
    assert any("sur 3 témoins" in line for line in told)
    assert any("aucun classement n'a encore de sens" in line for line in told)
