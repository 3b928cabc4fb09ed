"""Fixtures: figures and dates of made-up sources, with the code lists of the seed's workspace.

A figure is written as a test needs it, `Figure("press-a", "active-clients", 810712,
"2012-12-31")`: all dimensions that it does not name hold their total.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mfgraph.reading import read_files
from mfgraph.resolve import resolve
from mfgraph.store import OxigraphStore
from mfgraph.vocab import ENTITIES_GRAPH, ONTOLOGY_GRAPH, PREFIXES, source_graph, term
from mfgraph.workspace import Workspace

TOTALS = {
    "mf:refOrganization": "actor-group:whole-sector",
    "sdmx-dimension:refArea": "place:morocco",
    "mf:activity": "activity:total",
    "sdmx-dimension:sex": "sdmx-code:sex-T",
    "mf:setting": "setting:total",
    "mf:loanType": "loan-type:total",
    "mf:purpose": "purpose:total",
    "mf:ageGroup": "age-group:total",
    "mf:counterparty": "counterparty:none",
    "mf:scope": "scope:total",
    "mf:unitCounted": "unit-counted:not-stated",
}
EDTF = NamedNode(f"{PREFIXES['edtf']}EDTF")


@dataclass(frozen=True)
class Figure:
    """One observation of a source; `more` are the dimensions in which it is no total."""

    source: str
    indicator: str
    value: str | int
    period: str
    unit: str = "persons"
    more: dict[str, str] = field(default_factory=dict)

    def quads(self, number: int) -> Iterator[Quad]:
        graph = source_graph(self.source)
        made, claim = term(f"observation:f{number}"), term(f"claim:{self.source}-c{number}")
        until = self.period.removeprefix("../")
        name = f"until-{until}" if until != self.period else until.replace("/", "--")
        period = term(f"reference-period:{name}")
        said = {
            "rdf:type": "qb:Observation",
            "qb:dataSet": "dataset:made-up",
            "mf:indicator": f"indicator:{self.indicator}",
            "sdmx-attribute:unitMeasure": f"unit:{self.unit}",
            "dcterms:source": f"source:{self.source}",
            **TOTALS,
            **self.more,
        }
        yield from claimed(claim, graph)
        yield Quad(claim, term("mf:supports"), made, graph)
        for predicate, value in said.items():
            yield Quad(made, term(predicate), term(value), graph)
        number_of = Literal(str(self.value), datatype=term("xsd:decimal"))
        yield Quad(made, term("sdmx-measure:obsValue"), number_of, graph)
        yield Quad(made, term("sdmx-dimension:refPeriod"), period, graph)
        yield Quad(
            period, term("dcterms:date"), Literal(self.period, datatype=EDTF), ENTITIES_GRAPH
        )


@dataclass(frozen=True)
class Said:
    """One claim of a source about a property of a thing; a value with a colon is a thing."""

    source: str
    subject: str
    predicate: str
    value: str

    def quads(self, number: int) -> Iterator[Quad]:
        graph, claim = source_graph(self.source), term(f"claim:{self.source}-c{number}")
        thing = ":" in self.value
        value = term(self.value) if thing else Literal(self.value, datatype=EDTF)
        yield from claimed(claim, graph)
        yield Quad(claim, term("mf:claimSubject"), term(self.subject), graph)
        yield Quad(claim, term("mf:claimPredicate"), term(self.predicate), graph)
        yield Quad(claim, term("mf:claimObject" if thing else "mf:claimValue"), value, graph)


@dataclass(frozen=True)
class Title:
    """One role in which a source attests a person."""

    source: str
    role: str
    attested: str

    def quads(self, number: int) -> Iterator[Quad]:
        graph, claim = source_graph(self.source), term(f"claim:{self.source}-c{number}")
        held = term(f"membership:someone--fnam--{self.role}")
        interval, instant = NamedNode(f"{held.value}#interval"), NamedNode(f"{held.value}#{number}")
        yield from claimed(claim, graph)
        yield Quad(claim, term("mf:supports"), held, graph)
        yield Quad(held, term("org:member"), term("person:someone"), graph)
        yield Quad(held, term("org:organization"), term("organization:fnam"), graph)
        yield Quad(held, term("org:role"), term(f"role:{self.role}"), graph)
        yield Quad(held, term("org:memberDuring"), interval, graph)
        yield Quad(interval, term("time:inside"), instant, graph)
        date = Literal(self.attested, datatype=EDTF)
        yield Quad(instant, term("dcterms:date"), date, graph)
        yield Quad(term("person:someone"), term("rdf:type"), term("foaf:Person"), ENTITIES_GRAPH)


Statement = Figure | Said | Title


def claimed(claim: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    said = {
        "rdf:type": "mf:Claim",
        "mf:claimStatus": "claim-status:accepted",
        "mf:certainty": "certainty:certain",
        "mf:assertionMode": "assertion-mode:narrated",
    }
    for predicate, value in said.items():
        yield Quad(claim, term(predicate), term(value), graph)


def described(source: str) -> Iterator[Quad]:
    graph, node = source_graph(source), term(f"source:{source}")
    release = term("source:release-x") if source.startswith("copy") else None
    yield Quad(node, term("schema:publisher"), term("organization:al-massae"), graph)
    yield Quad(node, term("dcterms:type"), term("source-kind:press"), graph)
    yield Quad(node, term("dcterms:date"), Literal("2016-04-08", datatype=EDTF), graph)
    if release:
        yield Quad(node, term("prov:wasDerivedFrom"), release, graph)


@pytest.fixture(scope="session")
def ontology(seed: Workspace) -> tuple[Quad, ...]:
    return tuple(quad for quad in read_files(seed) if quad.graph_name == ONTOLOGY_GRAPH)


@pytest.fixture(scope="session")
def told(seed: Workspace, ontology: tuple[Quad, ...]) -> Callable[..., OxigraphStore]:
    """A resolved store of what made-up sources say."""

    def tell(*statements: Statement) -> OxigraphStore:
        dataset = term("dataset:made-up")
        structure = Quad(dataset, term("qb:structure"), term("structure:levels"), ENTITIES_GRAPH)
        store = OxigraphStore.of([*ontology, structure, *_quads(statements)])
        resolve(store, seed)
        return store

    return tell


@pytest.fixture(scope="session")
def figure() -> type[Figure]:
    return Figure


@pytest.fixture(scope="session")
def said() -> type[Said]:
    return Said


@pytest.fixture(scope="session")
def title() -> type[Title]:
    return Title


def _quads(statements: Iterable[Statement]) -> Iterator[Quad]:
    for number, statement in enumerate(statements, 1):
        yield from statement.quads(number)
        yield from described(statement.source)
