"""Sources held one against the other: what they differ on, and what does not add up."""

from mfgraph.compare.contradiction import KINDS, Contradiction, Kind, Side
from mfgraph.compare.contradictions import contradictions
from mfgraph.compare.findings import Finding, findings

__all__ = [
    "KINDS",
    "Contradiction",
    "Finding",
    "Kind",
    "Side",
    "contradictions",
    "findings",
]
