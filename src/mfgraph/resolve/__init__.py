"""The resolved view: what the dataset holds true, derived from the claims.

First the claims that compete are told apart by the rules of `ontology/resolution.ttl`, and each
choice is recorded; then the queries of `queries/construct/` build what holds from the claims
that were not passed over, and what rules conclude from that.
"""

from mfgraph.resolve.choose import Choice, choices, choose
from mfgraph.resolve.contests import Candidate, Contest, Ranked, Standing
from mfgraph.resolve.reader import Reader
from mfgraph.resolve.rules import Rule, rules
from mfgraph.resolve.steps import Step, derive, steps
from mfgraph.resolve.values import Value
from mfgraph.store import OxigraphStore
from mfgraph.workspace import Workspace

__all__ = [
    "Candidate",
    "Choice",
    "Contest",
    "Ranked",
    "Reader",
    "Rule",
    "Standing",
    "Step",
    "Value",
    "choices",
    "choose",
    "resolve",
    "rules",
    "steps",
]


def resolve(store: OxigraphStore, workspace: Workspace) -> None:
    """Add the resolved view to a store that holds what the files say.

    Raises:
        UnknownTerm: the data names a rule of choice that nothing is known of.
        QueryError: a derivation cannot be run; the message names its file.
    """
    made = list(choices(store, workspace))
    store.inner.extend(quad for choice in made for quad in choice.quads())
    derive(store, workspace)
