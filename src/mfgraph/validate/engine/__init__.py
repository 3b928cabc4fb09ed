"""SHACL as queries: each shape of a graph is translated to SPARQL that asks of all its nodes at once.

    paths, terms ──> constraint <── values, sets, logic     how one constraint is asked
    shape ─────────> all constraints of a shape and of those it leads to
    targets, focus ─> which nodes it is asked of
    sparql, prebinding ─> constraints that are SPARQL themselves
    plan ──────────> what is translated, and what is in doubt and left to the reference
    findings ──────> the rows that the queries leave, as validation results

Whether a node conforms to a shape is one expression of nested `EXISTS`, each with one triple
pattern: that is a look-up, whereas two joined patterns make Oxigraph begin anew for each node.
"""

from mfgraph.validate.engine.classes import read_classes
from mfgraph.validate.engine.findings import record
from mfgraph.validate.engine.focus import of_nodes, of_targets
from mfgraph.validate.engine.plan import Translated, plan, translated
from mfgraph.validate.engine.targets import targeted

__all__ = [
    "Translated",
    "of_nodes",
    "of_targets",
    "plan",
    "read_classes",
    "record",
    "targeted",
    "translated",
]
