"""The sector's networks: ties that sources print, each with claims that can be walked back."""

from decimal import Decimal

import pytest

from mfgraph.build import Built
from mfgraph.claims import claims
from mfgraph.network import Edge, Projection, choose, measure, project
from mfgraph.network.affiliation import one_mode
from mfgraph.network.reliance import reliance
from mfgraph.network.spans import during, span
from mfgraph.network.witnesses import Witnesses, witnesses
from mfgraph.queries import Library
from mfgraph.terms import compact, expand

SMALL = (
    *("affiliations", "agents-events", "funding", "lineage", "officials-organizations"),
    *("organizations-events", "partnerships", "speakers-topics"),
)
LIVE = {"claim-status:preferred", "claim-status:accepted"}


@pytest.fixture(scope="module")
def networks(built: Built) -> dict[str, Projection]:
    names = [query.name for query in Library(built.workspace.queries).theme("network")]
    return {name: project(built.store, choose(built.workspace, name)) for name in names}


@pytest.fixture(scope="module")
def known(built: Built) -> Witnesses:
    return witnesses(built.store)


def _edge(network: Projection, name: str) -> Edge:
    return next(edge for edge in network.edges if compact(edge.iri) == name)


def _layer(network: Projection, name: str) -> Projection:
    return next(layer for layer in network.layers if [*map(compact, layer.query.edges)] == [name])


def _ends(network: Projection) -> set[tuple[str, str]]:
    return {(compact(edge.source), compact(edge.target)) for edge in network.edges}


@pytest.mark.parametrize("name", [*SMALL, "sources-claims", "ties"])
def test_every_edge_can_be_walked_back_to_its_sources(
    name: str, networks: dict[str, Projection], built: Built
) -> None:
    network = networks[name]
    assert network.edges
    found = {claim.iri: claim for claim in claims(built.store)}
    for edge in network.edges:
        assert edge.claims, edge.iri
        assert edge.documents, edge.iri
        for iri in edge.claims:
            assert compact(found[iri].status or "") in LIVE, iri


@pytest.mark.parametrize("name", SMALL)
def test_every_node_has_a_name_in_each_language(name: str, networks: dict[str, Projection]) -> None:
    assert networks[name].nodes
    for node in networks[name].nodes:
        assert set(node.labels) >= {"ar", "fr", "en"}, node.iri


def test_the_capital_of_jaida_is_shared_as_printed(networks: dict[str, Projection]) -> None:
    shares = _layer(networks["funding"], "relation-type:shareholder-of")
    held = {compact(edge.source): edge.amount for edge in shares.edges if edge.currency == "%"}
    assert held == {
        "organization:cdg": 45,
        "organization:kfw": 25,
        "organization:cdc-france": 20,
        "organization:afd": 10,
    }


def test_a_loan_keeps_its_amount_and_its_currency(networks: dict[str, Projection]) -> None:
    loan = _edge(networks["funding"], "relation:mcc--lent-to--jaida")
    assert (loan.amount, loan.currency) == (Decimal(25_000_000), "USD")
    assert compact(loan.kind) == "relation-type:funded"
    assert compact(loan.role) == "relation-type:lent-to"


def test_a_limit_is_not_an_amount_that_was_paid(networks: dict[str, Projection]) -> None:
    limit = _edge(networks["funding"], "relation:aecid--lent-to--jaida")
    assert (limit.amount, limit.currency) == (Decimal(20_000_000), "EUR")
    assert compact(limit.qualifier) == "value-qualifier:at-most"


def test_zakoura_went_into_attawfiq_on_a_day(networks: dict[str, Projection]) -> None:
    lineage = networks["lineage"]
    merger = _edge(lineage, "event:zakoura--merger--attawfiq")
    assert (compact(merger.source), compact(merger.target)) == (
        "organization:zakoura",
        "organization:attawfiq",
    )
    assert merger.inside == ("2009-05-05",)
    # One source calls it a merger, another an absorption: the closer word is kept.
    assert compact(merger.role) == "change-type:absorption"


def test_a_new_name_ties_a_body_to_itself_and_enters_no_measure(
    networks: dict[str, Projection],
) -> None:
    lineage = networks["lineage"]
    renaming = _edge(lineage, "event:attawfiq--renaming--attawfiq-micro-finance")
    assert renaming.source == renaming.target
    assert set(lineage.collapsed().edges()) == {
        (expand("org/zakoura").value, expand("org/attawfiq").value)
    }


def test_two_papers_that_print_one_release_are_one_witness(
    networks: dict[str, Projection], known: Witnesses
) -> None:
    officials = networks["officials-organizations"]
    delegate = "membership:mohamed-el-mazouri--fnam--delegate-general"
    assert {*map(compact, _edge(officials, delegate).documents)} == {
        "source:almaghrib-today-318",
        "source:almassae-324458",
        "source:aujourdhui-120758",
    }
    together = _edge(known.put_together(officials), delegate)
    assert {*map(compact, together.documents)} == {
        "source:release-rt-protection-clients",
        "source:aujourdhui-120758",
    }


def test_what_rests_on_one_witness_is_counted(
    networks: dict[str, Projection], known: Witnesses
) -> None:
    lineage = reliance(networks["lineage"], known)
    merger = _edge(networks["lineage"], "event:zakoura--merger--attawfiq")
    assert lineage.edges == 4
    # The merger is told by several papers, the two older names of Arrawaj by one each.
    assert len(merger.documents) > 1
    assert lineage.on_one_witness == 2


def test_the_third_prize_tied_its_organizers_and_its_guests(
    networks: dict[str, Projection],
) -> None:
    together = _layer(networks["partnerships"], "participation-role:organiser")
    tie = _edge(together, "event:pnme-3#organiser--org-cms--org-fnam")
    assert tie.inside == ("2014-12-09",)
    folded = one_mode(networks["agents-events"], ["people"])
    pairs = {frozenset(pair) for pair in _ends(folded)}
    assert frozenset(("person:youssef-errami", "person:tariq-sijilmassi")) in pairs
    assert frozenset(("person:mhamed-grine", "person:zoulikha-nasri")) in pairs


def test_parties_to_an_agreement_are_a_layer_of_their_own(
    networks: dict[str, Projection],
) -> None:
    parties = _layer(networks["partnerships"], "participation-role:party")
    assert ("organization:jaida", "organization:zakoura") in _ends(parties)
    assert ("organization:cms", "organization:fnam") not in _ends(parties)


def test_a_president_holds_from_the_day_of_his_election(networks: dict[str, Projection]) -> None:
    officials = networks["officials-organizations"]
    president = _edge(officials, "membership:tariq-sijilmassi--fnam--president")
    assert president.begin == "2008-04-12"
    found = span(president)
    assert found is not None
    assert found.begins
    assert president in during(officials, "2008").edges
    assert president not in during(officials, "2007").edges


def test_a_role_known_from_two_years_held_between_them(networks: dict[str, Projection]) -> None:
    officials = networks["officials-organizations"]
    ghazali = _edge(officials, "membership:ahmed-ghazali--al-amana--president")
    # Attested in 2006, on 2 April 2021 and in 2024.
    for year in ("2006", "2015", "2024"):
        assert ghazali in during(officials, year).edges
    for year in ("2005", "2025"):
        assert ghazali not in during(officials, year).edges


def test_members_of_the_federation_belong_to_it(networks: dict[str, Projection]) -> None:
    members = _layer(networks["affiliations"], "org:Membership")
    assert {
        ("organization:al-amana", "organization:fnam"),
        ("organization:ardi", "organization:fnam"),
    } <= _ends(members)
    assert ("organization:jaida", "organization:bank-al-maghrib") in _ends(
        _layer(networks["affiliations"], "relation-type:supervised-by")
    )


def test_a_speaker_is_tied_to_the_topics_of_his_statements(
    networks: dict[str, Projection],
) -> None:
    topics = networks["speakers-topics"]
    assert ("person:youssef-errami", "topic:client-protection") in _ends(topics)
    assert ("person:mohamed-el-mazouri", "topic:client-protection") in _ends(topics)


def test_a_claim_ties_its_source_to_what_it_supports(networks: dict[str, Projection]) -> None:
    support = networks["sources-claims"]
    tie = _edge(support, "claim:almassae-324458-c34#org-fnam")
    assert (compact(tie.source), compact(tie.target)) == (
        "source:almassae-324458",
        "organization:fnam",
    )
    # A part of a record, such as an amount or a day, counts with its record.
    assert not any("#" in edge.target for edge in support.edges)


def test_the_article_is_of_the_press(known: Witnesses) -> None:
    article = known.of("https://w3id.org/mfgraph/id/source/almassae-324458")
    assert article.is_heard("press")
    assert not article.is_heard("official")


def test_the_federation_stands_between_others_no_more_than_its_ties_give(
    networks: dict[str, Projection],
) -> None:
    found = measure(networks["officials-organizations"], ["betweenness"], draws=100)
    (betweenness,) = found.measures
    fnam = expand("org/fnam").value
    assert betweenness.values[fnam] == max(betweenness.values.values())
    assert 0.2 < betweenness.chance[fnam].share < 0.8
