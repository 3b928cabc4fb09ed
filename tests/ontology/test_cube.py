"""The structure of the statistics, and the properties that hold one value."""

from pyoxigraph import Literal, NamedNode, Store

from mfgraph.vocab import DEF, PREFIXES, term

SHARES = term("structure:shares")
DIMENSIONS = [
    "mf:indicator",
    "mf:activity",
    "mf:shareBasis",
    "mf:unitCounted",
    "sdmx-dimension:sex",
    "sdmx-dimension:refArea",
    "sdmx-dimension:refPeriod",
]
ATTRIBUTES = [
    "sdmx-attribute:unitMeasure",
    "sdmx-attribute:obsStatus",
    "mf:asPrinted",
    "dcterms:source",
]
CODED = {
    "mf:activity": "activity",
    "mf:indicator": "indicator",
    "mf:shareBasis": "share-basis",
    "mf:unitCounted": "unit-counted",
    "sdmx-attribute:obsStatus": "obs-status",
    "sdmx-attribute:unitMeasure": "unit",
    "sdmx-dimension:sex": "sex",
}


def objects(store: Store, subject: object, predicate: str) -> set[NamedNode]:
    assert isinstance(subject, NamedNode)
    found = store.quads_for_pattern(subject, term(predicate), None, None)
    return {q.object for q in found if isinstance(q.object, NamedNode)}


def components(store: Store, role: str) -> set[NamedNode]:
    specs = objects(store, SHARES, "qb:component")
    return {value for spec in specs for value in objects(store, spec, role)}


def test_components_of_a_share(terms: Store) -> None:
    assert len(objects(terms, SHARES, "qb:component")) == 12
    assert components(terms, "qb:dimension") == {term(d) for d in DIMENSIONS}
    assert components(terms, "qb:measure") == {term("sdmx-measure:obsValue")}
    assert components(terms, "qb:attribute") == {term(a) for a in ATTRIBUTES}


def test_components_are_typed_by_their_part(terms: Store) -> None:
    parts = {
        "qb:DimensionProperty": DIMENSIONS,
        "qb:MeasureProperty": ["sdmx-measure:obsValue"],
        "qb:AttributeProperty": ATTRIBUTES,
    }
    for kind, expected in parts.items():
        found = terms.quads_for_pattern(None, term("rdf:type"), term(kind), None)
        assert {q.subject for q in found} == {term(curie) for curie in expected}


def test_dimensions_are_in_order(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("qb:order"), None, None)
    placed = {str(q.object): q.subject for q in found}
    assert len(placed) == 7
    for place, dimension in enumerate(DIMENSIONS, start=1):
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
    assert objects(terms, SHARES, "qb:sliceKey") == {term(key) for key in free}
    for key, dimension in free.items():
        expected = {term(d) for d in DIMENSIONS if d != dimension}
        assert objects(terms, term(key), "qb:componentProperty") == expected


def test_every_observation_has_a_value_on_every_dimension(terms: Store, data: Store) -> None:
    kind = term("qb:Observation")
    found = [q.subject for q in data.quads_for_pattern(None, term("rdf:type"), kind, None)]
    assert len(found) == 8
    for observation in found:
        for dimension in components(terms, "qb:dimension"):
            values = list(data.quads_for_pattern(observation, dimension, None, None))
            assert len(values) == 1, (observation, dimension)


def test_properties_that_hold_one_value(terms: Store) -> None:
    listed = NamedNode(f"{DEF}single-valued")
    members = objects(terms, listed, "prov:hadMember")
    assert members == {
        term("dcterms:date"),
        term("mf:madeAt"),
        term("mf:nationality"),
        term("schema:containedInPlace"),
        term("schema:foundingDate"),
        term("schema:location"),
    }
    count = next(terms.quads_for_pattern(listed, term("schema:numberOfItems"), None, None))
    assert count.object == Literal("6", datatype=NamedNode(PREFIXES["xsd"] + "integer"))
    assert {q.subject for q in terms} >= members
