"""Choosing one claim of each contest by the rules, and recording the choice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad

from mfgraph.errors import WorkspaceError
from mfgraph.resolve.contests import Candidate, Contest
from mfgraph.resolve.reader import Reader
from mfgraph.resolve.rules import Rule, rules
from mfgraph.store import Store
from mfgraph.terms import compact
from mfgraph.vocab import CHOICES_GRAPH, PREFIXES, term
from mfgraph.workspace import Workspace

AGREEMENT: Final = term("choice-reason:agreement")


@dataclass(frozen=True, slots=True)
class Choice:
    """The claim chosen in a contest, and the first rule that told it from the runner-up.

    The runner-up is the best of the claims that give another value; where none does, the
    reason is agreement.
    """

    contest: Contest
    chosen: Candidate
    reason: NamedNode

    @property
    def iri(self) -> NamedNode:
        """The IRI of the recorded choice."""
        return NamedNode(PREFIXES["choice"] + self.contest.name)

    def quads(self) -> Iterator[Quad]:
        """The choice as data; of figures, it says too which observations it looked at."""
        yield self._quad("rdf:type", term("mf:Choice"))
        yield self._quad("mf:chosenClaim", self.chosen.claim)
        yield self._quad("mf:choiceReason", self.reason)
        for candidate in self.contest.candidates:
            if candidate.claim != self.chosen.claim:
                yield self._quad("mf:passedOver", candidate.claim)
            if candidate.observation:
                yield self._quad("prov:used", candidate.observation)

    def _quad(self, predicate: str, value: NamedNode) -> Quad:
        return Quad(self.iri, term(predicate), value, CHOICES_GRAPH)


def choices(store: Store, workspace: Workspace) -> Iterator[Choice]:
    """The choice that the rules make in each contest of a store.

    Raises:
        UnknownTerm: the data names a rule that nothing is known of.
        WorkspaceError: the rules leave two claims of a contest alike.
    """
    order = rules(store, workspace)
    for contest in Reader(store).contests():
        yield choose(contest, order)


def choose(contest: Contest, order: Sequence[Rule]) -> Choice:
    """The choice that some rules make in a contest.

    Raises:
        WorkspaceError: no rule tells the best claim from one that gives another value.
    """
    best, *others = sorted(contest.candidates, key=lambda c: [r.key(c, contest) for r in order])
    rival = next((c for c in others if c.value.identity != best.value.identity), None)
    if rival is None:
        return Choice(contest, best, AGREEMENT)
    told = (r.iri for r in order if r.key(best, contest) != r.key(rival, contest))
    reason = next(told, None)
    if reason is None:
        raise WorkspaceError(
            f"no rule tells {compact(best.claim.value)} from {compact(rival.claim.value)}",
            hint="end the rules of ontology/resolution.ttl with choice-reason:claim-order",
        )
    return Choice(contest, best, reason)
