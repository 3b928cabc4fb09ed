"""The rules that choose between claims: what each looks at, in the order that the data gives.

The rules, their names and their order are `ontology/resolution.ttl`; here stands only, for the
code of each, the key by which it sorts the claims of a contest: the least key wins.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.resolve.contests import Candidate, Contest
from mfgraph.resolve.dates import latest_first
from mfgraph.sparql import own_query
from mfgraph.store import Store
from mfgraph.vocab import PREFIXES
from mfgraph.workspace import Workspace

Key = Callable[[Candidate, Contest], tuple[int | str, ...]]


def _kind(claim: Candidate) -> int:
    return claim.source.kind.place


def _quoted_by_another(claim: Candidate) -> int:
    return claim.source.publisher not in claim.parties


def _best(claim: Candidate, contest: Contest, key: Callable[[Candidate], int]) -> tuple[int, int]:
    # A value stands as high as the best source behind it; among its claims, that source's own.
    return min(key(backer) for backer in contest.backers[claim.value.identity]), key(claim)


KEYS: Final[Mapping[str, Key]] = MappingProxyType(
    {
        "claim-status": lambda claim, _: (claim.status.place,),
        "spelled-out": lambda claim, contest: (claim.value.identity in contest.spelled_out,),
        "source-kind": lambda claim, contest: _best(claim, contest, _kind),
        "own-figure": lambda claim, contest: _best(claim, contest, _quoted_by_another),
        "witnesses": lambda claim, contest: (-len(contest.witnesses(claim.value)),),
        "precision": lambda claim, _: (-claim.value.precision,),
        "certainty": lambda claim, _: (claim.certainty.place,),
        "assertion-mode": lambda claim, _: (claim.mode.place,),
        "quoted-words": lambda claim, _: (not claim.quoted,),
        "publication-date": lambda claim, _: (latest_first(claim.source.date),),
        "claim-order": lambda claim, _: (claim.claim.value,),
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the data: its concept, and the key by which it sorts claims."""

    iri: NamedNode
    key: Key


def rules(store: Store, workspace: Workspace) -> tuple[Rule, ...]:
    """The rules of a workspace in the order of their `schema:position`.

    Raises:
        UnknownTerm: the data names a rule that nothing is known of; the message gives its line.
    """
    listed = [row["rule"] for row in store.select(own_query("choice-rules"))]
    return tuple(_rule(iri, workspace) for iri in listed if isinstance(iri, NamedNode))


def _rule(iri: NamedNode, workspace: Workspace) -> Rule:
    code = iri.value.removeprefix(PREFIXES["choice-reason"])
    if code not in KEYS:
        raise UnknownTerm(
            f"no rule of choice is called {code!r}",
            where=workspace.locations().where(iri.value),
            hint=f"rules are {', '.join(KEYS)}",
        )
    return Rule(iri, KEYS[code])
