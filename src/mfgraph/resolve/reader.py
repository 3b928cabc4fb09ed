"""Reading the claims that compete: set-at-a-time, by the queries of `sparql/`.

A figure's key is its dataset with its value on every dimension and its unit. The store says which
things and which figures two or more claims may speak of, and only the claims on these are read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolution

from mfgraph.resolve.contests import LAST, UNRANKED, Candidate, Contest, Ranked, Standing
from mfgraph.resolve.values import Value
from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import Term
from mfgraph.vocab import PREFIXES, term

Keys = Mapping[NamedNode, dict[NamedNode, NamedNode]]


@dataclass(frozen=True)
class Reader:
    """Reads the live claims of a store with all that the rules of choice look at."""

    store: Store

    def contests(self) -> Iterator[Contest]:
        """Every contest, by subject and property, then figures by their key."""
        yield from self._of_properties()
        yield from self._of_figures()

    def figures(self) -> Mapping[NamedNode, list[Candidate]]:
        """The live claims of every observation."""
        return self._figures(self.keys, ())

    @cached_property
    def keys(self) -> Keys:
        """Each observation's dataset and its values by dimension, in the structure's order."""
        return self._keys(())

    def _figures(
        self, keys: Keys, only: Sequence[NamedNode]
    ) -> Mapping[NamedNode, list[Candidate]]:
        found: dict[NamedNode, list[Candidate]] = defaultdict(list)
        for row in self.store.select(_of(only, "observation-claims")):
            observation = _node(row, "observation")
            unit = keys[observation].get(_UNIT)
            value = Value.of(row["value"], unit=unit, qualifier=row["qualifier"])
            found[observation].append(self.candidate(row, value, observation))
        return found

    def _keys(self, only: Sequence[NamedNode]) -> Keys:
        found: dict[NamedNode, dict[NamedNode, NamedNode]] = defaultdict(dict)
        for row in self.store.select(_of(only, "observation-keys")):
            about = found[_node(row, "observation")]
            if not about:
                about[_DATASET] = _node(row, "dataset")
            about[_node(row, "dimension")] = _node(row, "value")
        return found

    def _rivals(self) -> list[NamedNode]:
        rows = self.store.select(own_query("rival-observations"))
        found = {iri for row in rows for iri in _text(row, "observations").split(" ")}
        return [NamedNode(iri) for iri in sorted(found)]

    def _of_properties(self) -> Iterator[Contest]:
        rivals: dict[tuple[NamedNode, NamedNode], list[Candidate]] = defaultdict(list)
        for row in self.store.select(own_query("contested-properties")):
            subject = _node(row, "subject")
            value = Value.of(
                row["value"],
                date=row["date"],
                amount=row["amount"] and row["currency"] and row["amount"],
                unit=row["amount"] and row["currency"],
                inside=self._inside.get(row["value"], ()),
            )
            record = NamedNode(subject.value.partition("#")[0])
            rivals[subject, _node(row, "property")].append(self.candidate(row, value, record))
        for (subject, about), candidates in rivals.items():
            name = f"{_short(subject)}--{_local(about)}"
            yield Contest(name, subject, about, tuple(candidates))

    def _of_figures(self) -> Iterator[Contest]:
        alike = self._rivals()
        if not alike:
            return
        keys = self._keys(alike)
        figures = self._figures(keys, alike)
        rivals: dict[tuple[tuple[NamedNode, NamedNode], ...], list[NamedNode]] = defaultdict(list)
        for observation in figures:
            rivals[tuple(keys[observation].items())].append(observation)
        for key, observations in rivals.items():
            if len(observations) > 1:
                parts = (_short(value) for _, value in key if value not in self.totals)
                candidates = (c for each in observations for c in figures[each])
                yield Contest(
                    name=f"{'--'.join(parts).lower()}--{_local(_VALUE)}",
                    subject=observations[0],
                    about=_VALUE,
                    candidates=tuple(candidates),
                )

    def candidate(self, row: QuerySolution, value: Value, record: NamedNode) -> Candidate:
        """The claim of a row, with what the rules of choice look at; `record` is what it is on."""
        claim, graph = _node(row, "claim"), _node(row, "graph")
        figure = value.unit and record.value.startswith(PREFIXES["observation"])
        return Candidate(
            claim=claim,
            value=value,
            source=self.standing(graph),
            status=self._ranked(row["status"]),
            certainty=self._ranked(row["certainty"]),
            mode=self._ranked(row["mode"]),
            parties=self._parties[record] | {record},
            quoted=claim in self._quoted,
            observation=record if figure else None,
        )

    def _ranked(self, code: Term | None) -> Ranked:
        if not isinstance(code, NamedNode):
            return UNRANKED
        return Ranked(code, self._places.get(code, LAST))

    @cached_property
    def _places(self) -> Mapping[NamedNode, int]:
        rows = self.store.select(own_query("positions"))
        return {_node(row, "code"): int(_text(row, "position")) for row in rows}

    @cached_property
    def _standings(self) -> Mapping[NamedNode, Standing]:
        found: dict[NamedNode, Standing] = {}
        for row in self.store.select(own_query("standings")):
            graph, publisher = _node(row, "graph"), row["publisher"]
            standing = Standing(
                graph=graph,
                witness=_text(row, "release") or _text(row, "source"),
                kind=self._ranked(row["kind"]),
                publisher=publisher if isinstance(publisher, NamedNode) else None,
                date=_text(row, "date"),
            )
            found.setdefault(graph, standing)
        return found

    @cached_property
    def _quoted(self) -> frozenset[NamedNode]:
        rows = self.store.select(own_query("quoted-claims"))
        return frozenset(_node(row, "claim") for row in rows)

    @cached_property
    def _parties(self) -> Mapping[NamedNode, frozenset[NamedNode]]:
        found: dict[NamedNode, frozenset[NamedNode]] = defaultdict(frozenset)
        for row in self.store.select(own_query("parties")):
            found[_node(row, "record")] |= {_node(row, "organization")}
        return found

    @cached_property
    def _inside(self) -> Mapping[Term | None, frozenset[str]]:
        found: dict[Term | None, frozenset[str]] = defaultdict(frozenset)
        for row in self.store.select(own_query("places-around")):
            found[row["place"]] |= {_text(row, "around")}
        return found

    def standing(self, graph: NamedNode) -> Standing:
        """What is known of a source, by its graph; of one that is not described, no more."""
        return self._standings.get(graph) or Standing(graph, graph.value)

    @cached_property
    def ends(self) -> Mapping[NamedNode, tuple[NamedNode, ...]]:
        """What each tie, membership or change has at its ends, the first end first."""
        found: dict[NamedNode, tuple[NamedNode, ...]] = defaultdict(tuple)
        for row in self.store.select(own_query("record-ends")):
            found[_node(row, "record")] += (_node(row, "end"),)
        return found

    @cached_property
    def totals(self) -> frozenset[NamedNode]:
        """The codes that restrict nothing, such as the total of a list."""
        rows = self.store.select(own_query("total-codes"))
        return frozenset(_node(row, "code") for row in rows)


def _of(only: Sequence[NamedNode], name: str) -> str:
    """One of our queries about some observations, or about all where none are named."""
    return bind(own_query(name), {"observation": only})


_DATASET: Final = term("qb:dataSet")
_UNIT: Final = term("sdmx-attribute:unitMeasure")
_VALUE: Final = term("sdmx-measure:obsValue")


def _short(thing: NamedNode) -> str:
    # Of ours the kind and the slug, or the list and the code; of others the last part.
    ours = re.match(r".*/(?:id|def)/", thing.value)
    name = thing.value.removeprefix(ours[0]) if ours else _local(thing)
    return re.sub(r"[/#.:]+", "-", name)


def _local(about: NamedNode) -> str:
    return re.split(r"[/#]", about.value)[-1]


def _node(row: QuerySolution, name: str) -> NamedNode:
    value = row[name]
    assert isinstance(value, NamedNode), (name, value)  # noqa: S101  (the patterns bind IRIs)
    return value


def _text(row: QuerySolution, name: str) -> str:
    value = row[name]
    return value.value if isinstance(value, NamedNode | Literal) else ""
