"""Evidence: why the dataset says what it says, and how much of it rests on a quote."""

from mfgraph.evidence.audit import Audit, audit
from mfgraph.evidence.names import find
from mfgraph.evidence.support import Support
from mfgraph.evidence.telling import tell
from mfgraph.evidence.why import Explanation, Proof, why

__all__ = ["Audit", "Explanation", "Proof", "Support", "audit", "find", "tell", "why"]
