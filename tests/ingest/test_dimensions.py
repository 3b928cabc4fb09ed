"""The words of a facts file become codes, each in the dimension that its kind of code fills."""

from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.dimensions import TOTALS, coded, organization
from mfgraph.ingest.converters.indicators import codes as indicator_codes
from mfgraph.ingest.converters.indicators import indicator
from mfgraph.ingest.converters.tables import table
from mfgraph.vocab import term
from mfgraph.workspace import Workspace

CODELISTS: Final = Path(__file__).parents[2] / "ontology" / "codelists"
BRANCHES: Final = indicator("branches")
FUNDING: Final = indicator("funding-amount")


def split(code: str, dims: dict[str, str], about: str | None = None) -> dict[str, NamedNode]:
    """The dimensions that differ from their total code."""
    values = coded(indicator(code), dims, about).values
    return {name: node for name, node in values.items() if TOTALS.get(name) != short(node)}


def short(node: NamedNode) -> str:
    return next((code for code in TOTALS.values() if term(code) == node), "")


def test_what_is_not_split_is_total() -> None:
    assert split("branches", {}) == {"mf:unitCounted": term("unit-counted:branches")}


def test_each_word_fills_its_dimension() -> None:
    assert split("branches", {"setting": "rural", "type": "mobile"}, "org/al-amana") == {
        "mf:refOrganization": term("organization:al-amana"),
        "mf:setting": term("setting:rural"),
        "mf:scope": term("scope:mobile-branches"),
        "mf:unitCounted": term("unit-counted:branches"),
    }


def test_who_pays_is_the_counterparty() -> None:
    assert split("funding-amount", {"funder": "org/ifc", "status": "negotiated"}) == {
        "mf:counterparty": term("organization:ifc"),
        "mf:scope": term("scope:negotiated"),
        "mf:unitCounted": term("unit-counted:amounts"),
    }
    found = split("shareholding", {"shareholder": "org/cdg"}, "org/jaida")
    assert found["mf:counterparty"] == term("organization:cdg")
    assert found["mf:shareBasis"] == term("share-basis:share-capital")


def test_a_region_is_what_the_share_is_of() -> None:
    assert split("share-in-region", {"scope": "MENA, portfolio"}) == {
        "mf:shareBasis": term("share-basis:mena-portfolio"),
        "mf:unitCounted": term("unit-counted:amounts"),
    }


def test_banks_are_whom_their_share_is_about() -> None:
    found = split("satisfaction-rate", {"scope": "commercial banks"})
    assert found["mf:refOrganization"] == term("actor-group:commercial-banks")


def test_activities_that_a_source_does_not_split_are_one_code() -> None:
    found = split("share-by-activity", {"activity": "trade+services"})
    assert found["mf:activity"] == term("activity:commerce-and-services")


def test_a_fair_and_its_edition_are_one_scope() -> None:
    dims = {"event": "Bazar solidaire M’diq", "edition": "4"}
    found = split("fair-exhibitors", dims, "org/cms")
    assert found["mf:scope"] == term("scope:bazar-solidaire-mdiq-edition-4")


def test_a_ceiling_says_which_text_sets_it() -> None:
    dims = {"purpose": "housing", "law": "law/decree-2-19-575"}
    place = coded(indicator("loan-ceiling"), dims, "org/fnam-members")
    assert dict(place.values) == {
        "mf:refOrganization": term("actor-group:microcredit-associations"),
        "mf:purpose": term("purpose:housing"),
        "sdmx-dimension:refArea": term("place:morocco"),
        "mf:scope": term("scope:total"),
        "mf:legalBasis": term("law:decree-2-19-575"),
    }
    assert place.slug == "housing-decree-2-19-575"


def test_a_figure_without_organization_is_of_the_sector() -> None:
    assert organization(None) == term("actor-group:whole-sector")


@pytest.mark.parametrize(
    "dims", [{"setting": "suburban"}, {"colour": "green"}, {"edition": "3", "top_n": "2"}]
)
def test_what_has_no_code_is_refused(dims: dict[str, str]) -> None:
    with pytest.raises(UnknownTerm):
        coded(BRANCHES, dims, None)


def test_every_code_of_the_table_stands_in_its_list() -> None:
    listed = concepts()
    places = {term("place:morocco"), term("place:world")}
    named = {
        term(code) for words in table("dimensions").values() for code in words.values()
    } - places
    assert named - listed == set()


def test_every_indicator_of_the_table_stands_in_its_list() -> None:
    of_list = {node for node in concepts() if node.value.startswith(term("indicator:").value)}
    assert of_list == {term(f"indicator:{code}") for code in indicator_codes()}


def test_a_basis_goes_with_shares_and_with_nothing_else() -> None:
    for code in indicator_codes():
        measure = indicator(code)
        assert (measure.basis is not None) == (measure.family == "shares"), code


def test_every_family_has_the_structure_that_its_figures_follow() -> None:
    structure: dict[str, set[str]] = {}
    for quad in parse(path=Workspace.shipped().root / "ontology" / "cube.ttl"):
        if quad.predicate == term("qb:dimension") and isinstance(quad.subject, NamedNode):
            name = quad.subject.value.partition("#")[0].rpartition("/")[2]
            structure.setdefault(name, set()).add(str(quad.object))
    asked = {"share-women": "shares", "par30": "risk", "staff": "levels", "debt": "funding"}
    for code, family in asked.items():
        found = {term(name) for name in coded(indicator(code), {}, None).values}
        rest = {
            term("mf:indicator"),
            term("sdmx-dimension:refPeriod"),
            term("sdmx-attribute:unitMeasure"),
        }
        assert {str(node) for node in found | rest} == structure[family]


def concepts() -> set[NamedNode]:
    in_scheme = term("skos:inScheme")
    return {
        quad.subject
        for path in sorted(CODELISTS.glob("*.ttl"))
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if quad.predicate == in_scheme and isinstance(quad.subject, NamedNode)
    }
