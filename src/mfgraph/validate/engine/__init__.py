"""SHACL as queries: each shape of a graph is translated to SPARQL that asks of all its nodes at once.

terms         RDF terms and conditions as SPARQL writes them, and what is in doubt
paths         a SHACL path as SPARQL, walked one EXISTS a step
constraint    one constraint: asked of one node in an expression, of all in a query
values        the constraints on each value by itself
counts        those on how many there are, or how many conform to a shape
sets          those that hold values against other values
logic         those that hold values against other shapes
shape         all constraints of a shape and of the shapes it leads to
classes       the subclasses of the data
targets       which shapes choose their own focus nodes
focus         which nodes a shape is held against, as a pattern
sparql        constraints that are SPARQL themselves
prebinding    these rewritten for all nodes at once
shapes_graph  these where they ask the shapes as well
plan          what is translated, and what is in doubt and left to the reference
findings      the rows that the queries leave, as validation results
wording       what each result says

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
