"""The tables of a network that a store answers: set at a time, without an object for each edge."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.errors import QueryError
from mfgraph.network.answer import answer
from mfgraph.network.header import NetworkQuery
from mfgraph.network.tables.facts import Facts, lists
from mfgraph.network.tables.names import compacted, in_order, named_in, of_kinds
from mfgraph.network.tables.tables import EDGES, NODES, Tables
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES, Language, compact


def project(store: Store, query: NetworkQuery, *, lang: Language = "en") -> Tables:
    """The tables of the network that a query gives on a store.

    The same nodes and edges as `network.project` gives, without one object for each.

    Raises:
        QueryError: the query cannot be answered, or what it gives is not a network.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> found = project(built.store, choose(built.workspace, "lineage"))
    >>> found.nodes["label_en"].to_pylist()[:1], found.edges["source"].type
    (['Arrawaj Foundation'], DataType(int32))
    """
    return of_answer(answer(store, query), query, lang=lang)


def of_answer(given: bytes, query: NetworkQuery, *, lang: Language = "en") -> Tables:
    """The tables of the network that N-Triples of the `net:` vocabulary describe.

    Raises:
        QueryError: an edge or node lacks what it must have, or is of an undeclared kind.
    """
    facts = Facts.of(given, query.name)
    iris = facts.edges()
    ends = {name: facts.one(name, iris) for name in ("source", "target")}
    nodes = _nodes(facts, pc.unique(pa.concat_arrays(list(ends.values()))), query, lang)
    edges = {
        "iri": iris,
        **{name: pc.index_in(end, value_set=nodes["iri"]) for name, end in ends.items()},
        **_described(facts, iris, query, lang),
        **_proven(facts, iris),
        **_paid(facts, iris),
    }
    return Tables.of(query, nodes, _as(edges, EDGES))


def _nodes(facts: Facts, ends: pa.Array, query: NetworkQuery, lang: Language) -> pa.Table:
    kinds = facts.kinds(ends, query.nodes)
    order = pc.index_in(kinds, value_set=pa.array(list(query.nodes), kinds.type))
    found = pa.table({"iri": ends, "kind": kinds, "order": order})
    found = found.sort_by([("order", "ascending"), ("iri", "ascending")]).combine_chunks()
    iris = found["iri"].combine_chunks()
    named = facts.labels()
    label = pc.coalesce(*in_order(iris, named, lang), compacted(iris))
    columns = {
        "id": pa.array(range(len(iris)), pa.int32()),
        "iri": iris,
        "label": label,
        "kind": found["kind"],
        "kind_label": of_kinds(found["kind"], query.nodes, lang),
        **{f"label_{c}": pc.fill_null(named_in(c, iris, named), "") for c in LANGUAGES},
    }
    return _as(columns, NODES)


def _described(
    facts: Facts, iris: pa.Array, query: NetworkQuery, lang: Language
) -> dict[str, pa.Array]:
    kinds, roles = facts.kinds(iris, query.edges), facts.at_most_one("role", iris)
    role_names = pc.coalesce(*in_order(roles, facts.labels(), lang))
    kind_names = of_kinds(pa.chunked_array([kinds]), query.edges, lang)
    return {
        "label": pc.coalesce(role_names, kind_names.cast(role_names.type)),
        "kind": kinds,
        "role": roles,
        "weight": _numbers(facts, "weight", facts.one("weight", iris)),
        "time_begin": facts.at_most_one("begin", iris),
        "time_inside": facts.every("inside", iris),
        "time_end": facts.at_most_one("end", iris),
    }


def _proven(facts: Facts, iris: pa.Array) -> dict[str, pa.Array]:
    claims = facts.every("claim", iris)
    counts = pc.list_value_length(claims)
    bare = iris.filter(pc.equal(counts, 0))
    if len(bare):
        raise QueryError(
            f"no net:claim stands behind the edge {compact(bare[0].as_py())}", where=facts.query
        )
    all_claims = pc.unique(claims.flatten())
    documents = facts.one("document", all_claims)
    behind = documents.take(pc.index_in(claims.flatten(), value_set=all_claims))
    pairs = pa.table({"subject": iris.take(pc.list_parent_indices(claims)), "value": behind})
    return {
        "claim_count": counts,
        "claims": claims,
        "documents": lists(iris, pairs.group_by(["subject", "value"]).aggregate([])),
    }


def _paid(facts: Facts, iris: pa.Array) -> dict[str, pa.Array]:
    names = ("amount", "currency", "qualifier")
    amount, currency, qualifier = (facts.at_most_one(name, iris) for name in names)
    alone = iris.filter(pc.and_(pc.is_valid(amount), pc.is_null(currency)))
    if len(alone):
        raise QueryError(
            f"{compact(alone[0].as_py())} has an amount without net:currency", where=facts.query
        )
    return {
        "amount": _numbers(facts, "amount", amount),
        "currency": currency,
        "qualifier": qualifier,
    }


def _numbers(facts: Facts, name: str, written: pa.Array) -> pa.Array:
    try:
        return written.cast(EDGES.field(name).type)
    except pa.ArrowInvalid as error:
        raise QueryError(f"a net:{name} is no number: {error}", where=facts.query) from error


def _as(columns: Mapping[str, pa.Array | pa.ChunkedArray], schema: pa.Schema) -> pa.Table:
    return pa.table(dict(columns)).cast(schema).combine_chunks()
