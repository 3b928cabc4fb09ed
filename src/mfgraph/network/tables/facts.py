"""What the answer of a network query says of its edges and nodes, all at once.

The rules are those of `network.edges`: at most one value where one is meant, a claim behind
each edge. A subject is asked about by its place in a column of IRIs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.errors import QueryError
from mfgraph.network.header import Texts
from mfgraph.network.tables.triples import literals, triples, values
from mfgraph.terms import compact
from mfgraph.vocab import NETWORK, PREFIXES

_SHOWN: Final = 3
_LABEL: Final = f"{PREFIXES['skos']}prefLabel"
_NOTHING: Final = pa.table(
    {name: pa.array([], pa.large_string()) for name in ("subject", "property", "value")}
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The triples of an answer, by property."""

    query: str
    given: Mapping[str, pa.Table]

    @classmethod
    def of(cls, answer: bytes, query: str) -> Self:
        """The facts of an answer in N-Triples."""
        found = triples(answer)
        names = found["property"].unique().to_pylist()
        return cls(query, {n: found.filter(pc.equal(found["property"], n)) for n in names})

    def edges(self) -> pa.Array:
        """The IRIs of the edges, in order."""
        return ordered(self._all("source")["subject"].unique())

    def one(self, name: str, subjects: pa.Array) -> pa.Array:
        """The one value of each subject.

        Raises:
            QueryError: a subject has none, or several.
        """
        found = self.at_most_one(name, subjects)
        if found.null_count:
            first = subjects.filter(pc.is_null(found))[0].as_py()
            raise QueryError(f"{compact(first)} has no net:{name}", where=self.query)
        return found

    def at_most_one(self, name: str, subjects: pa.Array) -> pa.Array:
        """The value of each subject, null where it has none.

        Raises:
            QueryError: a subject has several.
        """
        found = self._of(name, subjects)
        if not _is_single(found):
            self._refuse_several(name, found)
        return looked_up(subjects, found["subject"], found["value"])

    def every(self, name: str, subjects: pa.Array) -> pa.ListArray:
        """The values of each subject, in order, each once."""
        return lists(subjects, self._of(name, subjects))

    def kinds(self, subjects: pa.Array, declared: Mapping[str, Texts]) -> pa.Array:
        """The kind of each subject.

        Raises:
            QueryError: a kind is missing, or not declared.
        """
        found = self.one("kind", subjects)
        strange = pc.invert(pc.is_in(found, value_set=pa.array(list(declared), found.type)))
        if pc.any(strange).as_py():
            iri, kind = (column.filter(strange)[0].as_py() for column in (subjects, found))
            raise QueryError(
                f"{compact(iri)} is a {compact(kind)}, which the header does not declare",
                where=self.query,
                hint=f"declared are: {', '.join(compact(k) for k in declared)}",
            )
        return found

    def labels(self) -> pa.Table:
        """The names that are given: `subject`, `lang` and `text`, one for each language."""
        found = self.given.get(_LABEL, _NOTHING)
        text, lang = literals(found["value"])
        named = pa.table(
            {"subject": found["subject"], "lang": pc.fill_null(lang, ""), "text": text}
        )
        keys = ["subject", "lang"]
        in_order = named.drop_null().sort_by([(name, "ascending") for name in (*keys, "text")])
        last = in_order.group_by(keys, use_threads=False).aggregate([("text", "last")])
        return last.rename_columns([*keys, "text"])

    def _all(self, name: str) -> pa.Table:
        found = self.given.get(f"{NETWORK}{name}", _NOTHING)
        each = pa.table({"subject": found["subject"], "value": values(found["value"])})
        # Most subjects have one value, which need not be looked through for those given twice.
        return each if _is_single(each) else each.group_by(["subject", "value"]).aggregate([])

    def _of(self, name: str, subjects: pa.Array) -> pa.Table:
        found = self._all(name)
        return found.filter(pc.is_in(found["subject"], value_set=subjects))

    def _refuse_several(self, name: str, found: pa.Table) -> None:
        counted = found.group_by("subject").aggregate([("value", "count")])
        several = counted.filter(pc.greater(counted["value_count"], 1))
        iri = pc.min(several["subject"]).as_py()
        given = sorted(found.filter(pc.equal(found["subject"], iri))["value"].to_pylist())
        shown = ", ".join(compact(value) for value in given[:_SHOWN])
        raise QueryError(f"{compact(iri)} has several net:{name}: {shown}", where=self.query)


def looked_up(wanted: pa.Array, keys: pa.ChunkedArray, found: pa.ChunkedArray) -> pa.Array:
    """What is found for each of the wanted, null where nothing is."""
    at = pc.index_in(wanted, value_set=keys)
    return found.combine_chunks().take(at) if len(found) else pa.nulls(len(wanted), found.type)


def lists(subjects: pa.Array, found: pa.Table) -> pa.ListArray:
    """The values of each subject as a list, in order; an empty one where there are none."""
    at = pc.index_in(found["subject"], value_set=subjects)
    pairs = pa.table({"at": at, "value": found["value"]})
    pairs = pairs.sort_by([("at", "ascending"), ("value", "ascending")])
    counted = pairs.group_by("at").aggregate([("value", "count")])
    places = pa.array(range(len(subjects)), pa.int32())
    sizes = pc.fill_null(looked_up(places, counted["at"], counted["value_count"]), 0)
    ends = pc.cumulative_sum(sizes).cast(pa.int32())
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), ends])
    return pa.ListArray.from_arrays(offsets, pairs["value"].combine_chunks())


def _is_single(found: pa.Table) -> bool:
    """Whether each subject has one value."""
    return bool(pc.count_distinct(found["subject"]).as_py() == found.num_rows)


def ordered(found: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Texts in order."""
    whole = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    return whole.take(pc.sort_indices(whole))
