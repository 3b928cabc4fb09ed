"""The integrity constraints of the Data Cube: each finds its fault, and a sound cube passes all."""

from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from mfgraph.vocab import PREFIXES, term

ROOT: Final = Path(__file__).parents[2]
CHECKS: Final = sorted((ROOT / "ontology" / "checks").glob("ic-*.rq"))
HEADER: Final = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
# Two figures of two sources, in two slices; real ones: the seed's, and the mid-2014 clients.
SOUND: Final = """
dataset:levels a qb:DataSet ; qb:structure structure:levels .
dataset:shares a qb:DataSet ; qb:structure structure:shares ; qb:slice breakdown:mix .
observation:clients a qb:Observation ;
    qb:dataSet dataset:levels ; mf:indicator indicator:active-clients ;
    mf:refOrganization actor-group:whole-sector ; mf:activity activity:total ;
    sdmx-dimension:sex sdmx-code:sex-T ; mf:setting setting:total ; mf:loanType loan-type:total ;
    mf:purpose purpose:total ; mf:ageGroup age-group:total ; sdmx-dimension:refArea place:morocco ;
    mf:counterparty counterparty:none ; mf:scope scope:total ;
    mf:unitCounted unit-counted:clients ; sdmx-dimension:refPeriod reference-period:2014-06-30 ;
    sdmx-attribute:unitMeasure unit:persons ; sdmx-attribute:unitMult 0 ;
    sdmx-attribute:obsStatus obs-status:normal ; sdmx-measure:obsValue 848000.0 ;
    dcterms:source source:lavieeco-30885 .
observation:crafts a qb:Observation ;
    qb:dataSet dataset:shares ; mf:indicator indicator:share-by-activity ;
    mf:refOrganization actor-group:microcredit-associations ; mf:activity activity:crafts ;
    sdmx-dimension:sex sdmx-code:sex-T ; mf:setting setting:total ; mf:loanType loan-type:total ;
    mf:purpose purpose:total ; mf:ageGroup age-group:total ; sdmx-dimension:refArea place:morocco ;
    mf:counterparty counterparty:none ; mf:scope scope:total ;
    mf:shareBasis share-basis:activities-financed ; mf:unitCounted unit-counted:not-stated ;
    sdmx-dimension:refPeriod period:not-stated ; sdmx-attribute:unitMeasure unit:percent ;
    sdmx-attribute:unitMult 0 ; sdmx-attribute:obsStatus obs-status:normal ;
    sdmx-measure:obsValue 21.0 ; dcterms:source source:almassae-324458 .
breakdown:mix a mf:Breakdown ; qb:sliceStructure structure:slice-by-activity ;
    qb:observation observation:crafts ; mf:indicator indicator:share-by-activity ;
    mf:refOrganization actor-group:microcredit-associations ;
    sdmx-dimension:sex sdmx-code:sex-T ; mf:setting setting:total ; mf:loanType loan-type:total ;
    mf:purpose purpose:total ; mf:ageGroup age-group:total ; sdmx-dimension:refArea place:morocco ;
    mf:counterparty counterparty:none ; mf:scope scope:total ;
    mf:shareBasis share-basis:activities-financed ; mf:unitCounted unit-counted:not-stated ;
    sdmx-dimension:refPeriod period:not-stated ; sdmx-attribute:unitMeasure unit:percent .
"""
# What is done to the sound cube, and what the check then says: entity and value.
FAULTS: Final[dict[str, tuple[str, str, str]]] = {
    "ic-01-unique-data-set": (
        "INSERT DATA { observation:clients qb:dataSet dataset:shares }",
        "observation:clients",
        "2",
    ),
    "ic-02-unique-structure": (
        "DELETE DATA { dataset:levels qb:structure structure:levels }",
        "dataset:levels",
        "0",
    ),
    "ic-03-structure-has-measure": (
        "DELETE WHERE { ?component qb:measure sdmx-measure:obsValue }",
        "structure:ceilings structure:funding structure:levels structure:risk structure:shares",
        "qb:measure",
    ),
    "ic-04-dimension-has-range": (
        "DELETE DATA { mf:refOrganization rdfs:range prov:Agent }",
        "mf:refOrganization",
        "mf:refOrganization",
    ),
    "ic-05-coded-dimension-has-list": (
        "DELETE WHERE { mf:setting qb:codeList ?list }",
        "mf:setting",
        "skos:Concept",
    ),
    "ic-06-only-attributes-optional": (
        (
            "INSERT { ?component qb:componentRequired false }"
            " WHERE { structure:risk qb:component ?component . ?component qb:dimension mf:scope }"
        ),
        "structure:risk#scope",
        "structure:risk",
    ),
    "ic-07-slice-key-declared": (
        "DELETE DATA { structure:shares qb:sliceKey structure:slice-by-sex }",
        "structure:slice-by-sex",
        "structure:slice-by-sex",
    ),
    "ic-08-slice-key-consistent": (
        "INSERT DATA { structure:slice-by-sex qb:componentProperty mf:legalBasis }",
        "structure:slice-by-sex",
        "mf:legalBasis",
    ),
    "ic-09-unique-slice-structure": (
        "DELETE DATA { breakdown:mix qb:sliceStructure structure:slice-by-activity }",
        "breakdown:mix",
        "0",
    ),
    "ic-10-slice-dimensions-complete": (
        "DELETE DATA { breakdown:mix mf:setting setting:total }",
        "breakdown:mix",
        "mf:setting",
    ),
    "ic-11-all-dimensions": (
        "DELETE DATA { observation:crafts mf:shareBasis share-basis:activities-financed }",
        "observation:crafts",
        "mf:shareBasis",
    ),
    "ic-12-one-figure-a-key": (
        (
            "INSERT { observation:other ?property ?value ; dcterms:source source:lesechos-181 }"
            " WHERE { observation:clients ?property ?value FILTER (?property != dcterms:source) }"
        ),
        "observation:other",
        "observation:clients",
    ),
    "ic-12-one-figure-a-source": (
        (
            "INSERT { observation:other ?property ?value }"
            " WHERE { observation:clients ?property ?value }"
        ),
        "observation:other",
        "observation:clients",
    ),
    "ic-13-required-attributes": (
        "DELETE WHERE { observation:clients sdmx-attribute:obsStatus ?status }",
        "observation:clients",
        "sdmx-attribute:obsStatus",
    ),
    "ic-14-all-measures": (
        "DELETE WHERE { observation:clients sdmx-measure:obsValue ?number }",
        "observation:clients",
        "sdmx-measure:obsValue",
    ),
    "ic-18-slice-in-its-data-set": (
        "DELETE DATA { observation:crafts qb:dataSet dataset:shares }",
        "observation:crafts",
        "breakdown:mix",
    ),
    "ic-19-codes-from-list": (
        (
            "DELETE DATA { observation:clients mf:scope scope:total } ;"
            " INSERT DATA { observation:clients mf:scope setting:urban }"
        ),
        "observation:clients",
        "setting:urban",
    ),
}


@pytest.fixture
def cube() -> Store:
    store = Store()
    files = [ROOT / "ontology" / name for name in ("cube.ttl", "mfgraph.ttl")]
    for path in (*files, *(ROOT / "ontology" / "codelists").glob("*.ttl")):
        store.load(path=path, format=RdfFormat.TURTLE)
    store.load(f"{HEADER}\n{SOUND}", format=RdfFormat.TURTLE)
    return store


def found(store: Store, name: str) -> set[tuple[str, str]]:
    text = (ROOT / "ontology" / "checks" / f"{name}.rq").read_text(encoding="utf-8")
    rows = store.query(text)
    assert isinstance(rows, QuerySolutions)
    return {(row["entity"].value, row["value"].value) for row in rows}


def iri(curie: str) -> str:
    if ":" not in curie:
        return curie
    name, hash_, fragment = curie.partition("#")
    return NamedNode(term(name).value + hash_ + fragment).value


@pytest.mark.parametrize("name", [path.stem for path in CHECKS])
def test_a_sound_cube_passes(cube: Store, name: str) -> None:
    assert found(cube, name) == set()


@pytest.mark.parametrize("name", [path.stem for path in CHECKS])
def test_a_fault_is_found(cube: Store, name: str) -> None:
    change, entities, value = FAULTS[name]
    cube.update("\n".join(f"PREFIX {p}: <{i}>" for p, i in PREFIXES.items()) + f"\n{change}")
    assert found(cube, name) == {(iri(entity), iri(value)) for entity in entities.split()}


def test_a_figure_passed_over_is_not_in_the_way(cube: Store) -> None:
    change, *_ = FAULTS["ic-12-one-figure-a-key"]
    passed = (
        "INSERT DATA { choice:c mf:passedOver claim:c . claim:c mf:supports observation:other }"
    )
    prefixes = "\n".join(f"PREFIX {p}: <{i}>" for p, i in PREFIXES.items())
    cube.update(f"{prefixes}\n{change} ;\n{passed}")
    assert found(cube, "ic-12-one-figure-a-key") == set()


def test_there_are_as_many_checks_as_faults() -> None:
    assert [path.stem for path in CHECKS] == sorted(FAULTS)
