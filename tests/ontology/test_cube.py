"""The structure of the statistics, and the properties that hold one value."""

import pytest
from pyoxigraph import Literal, NamedNode, Store

from mfgraph.vocab import DEF, PREFIXES, term

# The dimensions of a level, in their order; a share has its basis after the age group, and a
# ceiling has few of them and the law that sets it.
LEVELS = [
    "mf:indicator",
    "mf:refOrganization",
    "sdmx-dimension:refArea",
    "sdmx-dimension:refPeriod",
    "mf:activity",
    "sdmx-dimension:sex",
    "mf:setting",
    "mf:loanType",
    "mf:purpose",
    "mf:ageGroup",
    "mf:unitCounted",
    "mf:counterparty",
    "mf:scope",
    "sdmx-attribute:unitMeasure",
]
DIMENSIONS = {
    "levels": LEVELS,
    "risk": LEVELS,
    "funding": LEVELS,
    "shares": [*LEVELS[:10], "mf:shareBasis", *LEVELS[10:]],
    "ceilings": [
        "mf:indicator",
        "mf:refOrganization",
        "sdmx-dimension:refArea",
        "sdmx-dimension:refPeriod",
        "mf:purpose",
        "mf:legalBasis",
        "mf:scope",
        "sdmx-attribute:unitMeasure",
    ],
}
ATTRIBUTES = [
    "sdmx-attribute:unitMult",
    "sdmx-attribute:obsStatus",
    "mf:valueQualifier",
    "mf:asPrinted",
    "dcterms:source",
]
CODED = {
    "mf:activity": "activity",
    "mf:ageGroup": "age-group",
    "mf:indicator": "indicator",
    "mf:loanType": "loan-type",
    "mf:purpose": "purpose",
    "mf:scope": "scope",
    "mf:setting": "setting",
    "mf:shareBasis": "share-basis",
    "mf:unitCounted": "unit-counted",
    "mf:valueQualifier": "value-qualifier",
    "sdmx-attribute:obsStatus": "obs-status",
    "sdmx-attribute:unitMeasure": "unit",
    "sdmx-dimension:sex": "sex",
}


def objects(store: Store, subject: object, predicate: str) -> set[NamedNode]:
    assert isinstance(subject, NamedNode)
    found = store.quads_for_pattern(subject, term(predicate), None, None)
    return {q.object for q in found if isinstance(q.object, NamedNode)}


def components(store: Store, family: str, role: str) -> set[NamedNode]:
    specs = objects(store, term(f"structure:{family}"), "qb:component")
    return {value for spec in specs for value in objects(store, spec, role)}


def test_one_structure_a_family(terms: Store) -> None:
    kind = term("qb:DataStructureDefinition")
    found = terms.quads_for_pattern(None, term("rdf:type"), kind, None)
    assert {q.subject for q in found} == {term(f"structure:{family}") for family in DIMENSIONS}


@pytest.mark.parametrize("family", DIMENSIONS)
def test_components_of_a_family(terms: Store, family: str) -> None:
    assert components(terms, family, "qb:dimension") == {term(d) for d in DIMENSIONS[family]}
    assert components(terms, family, "qb:measure") == {term("sdmx-measure:obsValue")}
    assert components(terms, family, "qb:attribute") == {term(a) for a in ATTRIBUTES}
    count = len(DIMENSIONS[family]) + 1 + len(ATTRIBUTES)
    assert len(objects(terms, term(f"structure:{family}"), "qb:component")) == count


def test_components_are_typed_by_their_part(terms: Store) -> None:
    parts = {
        "qb:DimensionProperty": {d for each in DIMENSIONS.values() for d in each},
        "qb:MeasureProperty": {"sdmx-measure:obsValue"},
        "qb:AttributeProperty": set(ATTRIBUTES),
    }
    for kind, expected in parts.items():
        found = terms.quads_for_pattern(None, term("rdf:type"), term(kind), None)
        assert {q.subject for q in found} == {term(curie) for curie in expected}


@pytest.mark.parametrize("family", DIMENSIONS)
def test_dimensions_are_in_order(terms: Store, family: str) -> None:
    specs = objects(terms, term(f"structure:{family}"), "qb:component")
    placed = {
        str(q.object): spec
        for spec in specs
        for q in terms.quads_for_pattern(spec, term("qb:order"), None, None)
    }
    assert len(placed) == len(DIMENSIONS[family])
    for place, dimension in enumerate(DIMENSIONS[family], start=1):
        order = Literal(str(place), datatype=NamedNode(PREFIXES["xsd"] + "integer"))
        assert objects(terms, placed[str(order)], "qb:dimension") == {term(dimension)}


def test_coded_components_name_their_list(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("qb:codeList"), None, None)
    lists = {(q.subject, q.object) for q in found}
    assert lists == {(term(c), NamedNode(DEF + scheme)) for c, scheme in CODED.items()}
    coded = terms.quads_for_pattern(None, term("rdf:type"), term("qb:CodedProperty"), None)
    assert {q.subject for q in coded} == {term(curie) for curie in CODED}


def test_a_slice_leaves_one_dimension_free(terms: Store) -> None:
    free = {
        "structure:slice-by-activity": "mf:activity",
        "structure:slice-by-sex": "sdmx-dimension:sex",
    }
    assert objects(terms, term("structure:shares"), "qb:sliceKey") == {term(key) for key in free}
    for key, dimension in free.items():
        expected = {term(d) for d in DIMENSIONS["shares"] if d != dimension}
        assert objects(terms, term(key), "qb:componentProperty") == expected


def test_every_observation_has_a_value_on_every_dimension(data: Store) -> None:
    kind = term("qb:Observation")
    found = [q.subject for q in data.quads_for_pattern(None, term("rdf:type"), kind, None)]
    assert len(found) > 600
    for observation in found:
        (family,) = (
            dataset.value.rpartition("/")[2] for dataset in objects(data, observation, "qb:dataSet")
        )
        for dimension in DIMENSIONS[family]:
            values = list(data.quads_for_pattern(observation, term(dimension), None, None))
            assert len(values) == 1, (observation, dimension)


def test_properties_that_hold_one_value(terms: Store) -> None:
    listed = NamedNode(f"{DEF}single-valued")
    members = objects(terms, listed, "prov:hadMember")
    assert members == {
        term("dcterms:date"),
        term("mf:adoptedByGovernment"),
        term("mf:dahirNumber"),
        term("mf:entryIntoForce"),
        term("mf:madeAt"),
        term("mf:nationality"),
        term("mf:promulgated"),
        term("mf:published"),
        term("mf:publishedArabic"),
        term("mf:publishedFrench"),
        term("mf:share"),
        term("mf:tabled"),
        term("mf:weekday"),
        term("schema:amount"),
        term("schema:containedInPlace"),
        term("schema:foundingDate"),
        term("schema:legislationDate"),
        term("schema:location"),
        term("time:hasBeginning"),
        term("time:hasEnd"),
    }
    count = next(terms.quads_for_pattern(listed, term("schema:numberOfItems"), None, None))
    assert count.object == Literal("20", datatype=NamedNode(PREFIXES["xsd"] + "integer"))
    assert {q.subject for q in terms} >= members
