"""Make the tables of a network: from a store set at a time, or from a projection."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.errors import QueryError
from mfgraph.network.answer import answer
from mfgraph.network.header import NetworkQuery, Texts
from mfgraph.network.projection import Edge, Projection
from mfgraph.network.rows import node_rows
from mfgraph.network.tables.facts import Facts, lists, looked_up
from mfgraph.network.tables.tables import EDGES, NODES, Tables
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES, Language, compact, pick
from mfgraph.vocab import PREFIXES

# What may follow a prefix, in the words of Arrow's regular expressions.
_LOCAL: Final = r"[\pL\pN_][\pL\pN_./#-]*"


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
    return _tables(query, nodes, _as(edges, EDGES))


def of_projection(projection: Projection, *, lang: Language = "en") -> Tables:
    """The tables of a network that is held in memory, whichever part or form of it that is."""
    rows = node_rows(projection, lang)
    nodes = [{"id": at, "iri": iri, **row} for at, (iri, row) in enumerate(rows.items())]
    at = {iri: number for number, iri in enumerate(rows)}
    edges = [_row(projection, edge, at, lang) for edge in projection.edges]
    return _tables(projection.query, _of_rows(nodes, NODES), _of_rows(edges, EDGES))


def _tables(query: NetworkQuery, nodes: pa.Table, edges: pa.Table) -> Tables:
    return Tables(
        name=query.name,
        title=query.title,
        is_directed=query.is_directed,
        kinds=query.edges,
        node_kinds=query.nodes,
        left_out=query.left_out,
        nodes=nodes,
        edges=edges,
    )


def _nodes(facts: Facts, ends: pa.Array, query: NetworkQuery, lang: Language) -> pa.Table:
    kinds = facts.kinds(ends, query.nodes)
    order = pc.index_in(kinds, value_set=pa.array(list(query.nodes), kinds.type))
    found = pa.table({"iri": ends, "kind": kinds, "order": order})
    found = found.sort_by([("order", "ascending"), ("iri", "ascending")]).combine_chunks()
    iris = found["iri"].combine_chunks()
    named = facts.labels()
    label = pc.coalesce(*_names(iris, named, lang), _compacted(iris))
    columns = {
        "id": pa.array(range(len(iris)), pa.int32()),
        "iri": iris,
        "label": label,
        "kind": found["kind"],
        "kind_label": _mapped(found["kind"], query.nodes, lang),
        **{f"label_{c}": pc.fill_null(_in(c, iris, named), "") for c in LANGUAGES},
    }
    return _as(columns, NODES)


def _names(iris: pa.Array, named: pa.Table, lang: Language) -> Sequence[pa.Array]:
    """The names of nodes in the order in which `terms.pick` prefers them."""
    any_other = named.group_by("subject", use_threads=False).aggregate([("text", "first")])
    preferred = (_in(code, iris, named) for code in (lang, "en", "fr", "ar"))
    return (*preferred, looked_up(iris, any_other["subject"], any_other["text_first"]))


def _in(code: str, iris: pa.Array, named: pa.Table) -> pa.Array:
    those = named.filter(pc.equal(named["lang"], code))
    return looked_up(iris, those["subject"], those["text"])


def _compacted(iris: pa.Array) -> pa.Array:
    """The prefixed names of IRIs, as `terms.compact` gives them."""
    found = iris
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda each: len(each[1])):
        begins = pc.starts_with(iris, namespace)
        if not pc.any(begins).as_py():
            continue
        fits = pc.match_substring_regex(iris, f"^{re.escape(namespace)}{_LOCAL}$")
        shortened = pc.replace_substring(iris, namespace, f"{prefix}:", max_replacements=1)
        found = pc.if_else(begins, pc.if_else(fits, shortened, iris), found)
    return found


def _columns(pairs: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    return [one for one, _ in pairs], [other for _, other in pairs]


def _mapped(kinds: pa.ChunkedArray, texts: Mapping[str, Texts], lang: Language) -> pa.Array:
    keys, names = _columns([(kind, pick(given, lang)) for kind, given in texts.items()])
    at = pc.index_in(kinds, value_set=pa.array(keys, kinds.type))
    return pa.array(names, pa.string()).take(at.combine_chunks())


def _described(
    facts: Facts, iris: pa.Array, query: NetworkQuery, lang: Language
) -> dict[str, pa.Array]:
    kinds, roles = facts.kinds(iris, query.edges), facts.at_most_one("role", iris)
    role_names = pc.coalesce(*_names(roles, facts.labels(), lang))
    kind_names = _mapped(pa.chunked_array([kinds]), query.edges, lang)
    return {
        "label": pc.coalesce(role_names, kind_names.cast(role_names.type)),
        "kind": kinds,
        "role": roles,
        "weight": _numbers(facts, "weight", facts.one("weight", iris), EDGES),
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
        "amount": _numbers(facts, "amount", amount, EDGES),
        "currency": currency,
        "qualifier": qualifier,
    }


def _numbers(facts: Facts, name: str, written: pa.Array, schema: pa.Schema) -> pa.Array:
    try:
        return written.cast(schema.field(name).type)
    except pa.ArrowInvalid as error:
        raise QueryError(f"a net:{name} is no number: {error}", where=facts.query) from error


def _as(columns: Mapping[str, pa.Array | pa.ChunkedArray], schema: pa.Schema) -> pa.Table:
    return pa.table(dict(columns)).cast(schema).combine_chunks()


def _row(
    projection: Projection, edge: Edge, at: Mapping[str, int], lang: Language
) -> dict[str, object]:
    return {
        "iri": edge.iri,
        "source": at[edge.source],
        "target": at[edge.target],
        "label": projection.edge_label(edge, lang),
        "kind": edge.kind,
        "role": edge.role or None,
        "weight": edge.weight,
        "time_begin": edge.begin or None,
        "time_inside": list(edge.inside),
        "time_end": edge.end or None,
        "claim_count": len(edge.claims),
        "claims": list(edge.claims),
        "documents": list(edge.documents),
        "amount": edge.amount,
        "currency": edge.currency or None,
        "qualifier": edge.qualifier or None,
    }


def _of_rows(rows: Sequence[Mapping[str, object]], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema)
