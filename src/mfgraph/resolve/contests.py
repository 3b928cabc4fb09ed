"""Contests: the live claims that give one property of one thing, or one figure, a value each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from mfgraph.resolve.values import Value

LAST: Final = 1_000_000  # the place of what has none


class Ranked(NamedTuple):
    """A code with its place in its list: the first comes before the others."""

    code: NamedNode | None = None
    place: int = LAST


UNRANKED: Final = Ranked()


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a source: its kind, publisher and date, and the witness that it is.

    Sources that copy one release are one witness, and so is a source with itself.
    """

    graph: NamedNode
    witness: str
    kind: Ranked = UNRANKED
    publisher: NamedNode | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One claim in a contest: what it says, who says so, and how it was read."""

    claim: NamedNode
    value: Value
    source: Standing
    status: Ranked
    certainty: Ranked
    mode: Ranked
    parties: frozenset[NamedNode] = frozenset()
    quoted: bool = False
    observation: NamedNode | None = None


@dataclass(frozen=True)
class Contest:
    """The claims that compete for one value; `name` ends the IRI of the choice between them."""

    name: str
    subject: NamedNode
    about: NamedNode
    candidates: tuple[Candidate, ...]

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The values given, each once, by their identity."""
        return {c.value.identity: c.value for c in self.candidates}

    @property
    def agrees(self) -> bool:
        """Whether all give one value."""
        return len(self.values) == 1

    @cached_property
    def backers(self) -> Mapping[str, tuple[Candidate, ...]]:
        """The claims behind each value: those that give it, or the same less finely."""
        return {
            identity: tuple(
                candidate
                for candidate in self.candidates
                if candidate.value.identity == identity or candidate.value.covers(value)
            )
            for identity, value in self.values.items()
        }

    def witnesses(self, value: Value) -> frozenset[str]:
        """The independent witnesses of a value: copies of one release are one."""
        return frozenset(candidate.source.witness for candidate in self.backers[value.identity])

    @cached_property
    def spelled_out(self) -> frozenset[str]:
        """The values that another one says more finely, by their identity."""
        several = self.values.items()
        return frozenset(
            identity for identity, value in several if any(value.covers(v) for _, v in several)
        )
