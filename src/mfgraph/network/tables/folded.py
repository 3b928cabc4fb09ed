"""Who meets whom, as columns: the tables of a network of two sides folded onto one of them.

The rules are those of `network.affiliation`, set at a time: who took part in what is joined
with itself, and no object stands for a pair.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.network.affiliation import TOGETHER, folded_query, has_no_sides, kind_named
from mfgraph.network.header import NetworkQuery
from mfgraph.network.tables.facts import lists, looked_up, ordered
from mfgraph.network.tables.tables import EDGES, Tables
from mfgraph.terms import Language, pick
from mfgraph.vocab import ID


def one_mode(
    tables: Tables, query: NetworkQuery, kinds: Iterable[str], *, lang: Language = "en"
) -> Tables:
    """The nodes of some kinds, tied by what they took part in together.

    The same nodes and edges as `affiliation.one_mode` gives of the network of that query.

    Raises:
        UsageError: no node is of these kinds, or two of them are tied to each other.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose
    >>> from mfgraph.network.tables import project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> query = choose(built.workspace, "agents-events")
    >>> people = one_mode(project(built.store, query), query, ["people"])
    >>> people.edges["iri"][0].as_py().rpartition("/")[2], people.edges["weight"][0].as_py()
    ('accord-cadre-2005#person-driss-jettou--person-mohammed-vi', 1.0)
    """
    onto = {kind_named(query, kind) for kind in kinds}
    is_kept = pc.is_in(tables.nodes["kind"], value_set=pa.array(sorted(onto), pa.string()))
    kept = tables.nodes.filter(is_kept)
    nodes = kept.set_column(0, "id", pa.array(range(kept.num_rows), pa.int32())).combine_chunks()
    members = _members(tables, is_kept.combine_chunks())
    ties = _ties(members, tables.nodes["iri"].combine_chunks())
    said = folded_query(replace(query, title=tables.title), onto)
    edges = {
        **{field.name: pa.nulls(ties.num_rows, field.type) for field in EDGES},
        **{name: ties[name] for name in ("iri", "weight")},
        **{end: pc.index_in(ties[end], value_set=nodes["iri"]) for end in ("source", "target")},
        **_behind(ties, tables.edges, is_dated=bool(query.moments)),
        "kind": pa.repeat(TOGETHER, ties.num_rows),
        "label": pa.repeat(pick(said.edges[TOGETHER], lang), ties.num_rows),
    }
    folded = Tables.of(said, nodes, pa.table(edges).cast(EDGES).combine_chunks())
    return replace(folded, filters=tables.filters, dataset=tables.dataset)


def _members(tables: Tables, is_kept: pa.Array) -> pa.Table:
    """Who took part in what: `event` and `member`, and the `row` of the edge between them."""
    source, target = (tables.edges[end].combine_chunks() for end in ("source", "target"))
    begins, ends = is_kept.take(source), is_kept.take(target)
    if pc.any(pc.and_(begins, ends)).as_py():
        raise has_no_sides(tables.name)
    found = {
        "event": pc.if_else(begins, target, source),
        "member": pc.if_else(begins, source, target),
        "row": pa.array(range(len(source)), pa.int64()),
    }
    return pa.table(found).filter(pc.or_(begins, ends))


def _ties(members: pa.Table, iris: pa.Array) -> pa.Table:
    """Each two members of each event, in order of IRI, and the rows behind their tie."""
    found, in_order = _pairs(members, iris), ordered(iris)
    source, target = (in_order.take(pc.subtract(found[end], 1)) for end in ("one", "other"))
    names = (iris.take(found["event"]), "#", _short(source), "--", _short(target), "")
    ties = {
        "iri": pc.binary_join_element_wise(*names),
        "source": source,
        "target": target,
        "weight": _weights(found["event"], members),
        "rows": found["row_list"],
        "other_rows": found["other_row_list"],
    }
    return pa.table(ties).sort_by("iri").combine_chunks()


def _pairs(members: pa.Table, iris: pa.Array) -> pa.Table:
    """Each two members of each event, numbered from 1 in order of IRI: that of their tie's ends."""
    place = pc.rank(iris, tiebreaker="first")
    one = members.set_column(1, "one", place.take(members["member"]))
    other = one.rename_columns(["event", "other", "other_row"])
    met = one.join(other, "event", join_type="inner")
    met = met.filter(pc.less(met["one"], met["other"]))
    rows = [(name, "list") for name in ("row", "other_row")]
    return met.group_by(["event", "one", "other"]).aggregate(rows).combine_chunks()


def _short(iris: pa.ChunkedArray) -> pa.ChunkedArray:
    bare = pc.replace_substring_regex(iris, f"^{re.escape(ID)}", "")
    return pc.replace_substring(pc.replace_substring_regex(bare, "(?s)^.*//", ""), "/", "-")


def _weights(events: pa.ChunkedArray, members: pa.Table) -> pa.Array:
    """What each tie weighs, by how many took part in its event."""
    counted = members.group_by("event").aggregate([("member", "count_distinct")])
    size = looked_up(events, counted["event"], counted["member_count_distinct"])
    return pc.divide(1.0, pc.subtract(size, 1).cast(pa.float64()))


def _behind(ties: pa.Table, edges: pa.Table, *, is_dated: bool) -> Mapping[str, pa.Array]:
    """The claims, documents and dates of the edges that each tie was folded from."""
    rows = [ties[name].combine_chunks() for name in ("rows", "other_rows")]
    tie = pa.concat_arrays([pc.list_parent_indices(each) for each in rows])
    row = pa.concat_arrays([each.flatten() for each in rows])
    names = ("claims", "documents", "time_inside")
    found = {name: _united(tie, edges[name].take(row), ties.num_rows) for name in names}
    if not is_dated:
        # Two who sat in one body may have sat in it one after the other.
        found["time_inside"] = pa.array([[]] * ties.num_rows, EDGES.field("time_inside").type)
    return {**found, "claim_count": pc.list_value_length(found["claims"])}


def _united(tie: pa.Array, given: pa.ChunkedArray, count: int) -> pa.ListArray:
    """The values of all the lists given for each tie, in order, each once."""
    whole = given.combine_chunks()
    values = whole.flatten()
    names = ordered(pc.unique(values))
    # Numbers in their order stand for the texts, which are put in order once.
    pairs = {
        "subject": tie.take(pc.list_parent_indices(whole)),
        "value": pc.index_in(values, value_set=names),
    }
    once = pa.table(pairs).group_by(["subject", "value"]).aggregate([])
    found = lists(pa.array(range(count), pa.int64()), once)
    return pa.ListArray.from_arrays(found.offsets, names.take(found.values))
