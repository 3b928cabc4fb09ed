"""Validation: what the shapes, the hygiene checks and a look at names and bytes object to.

A full run (`run`) gathers a `report` of what these find, and `writers` write it down:

shapes        SHACL on one graph of all: by the `engine`, what it leaves by the `reference`
findings      the results of a SHACL report as people read them
targets       how many nodes each shape is about, and shapes that are about none
checks        hygiene queries with their severities
near_names    names that differ by one letter
stored_text   bytes on disk, dates with gaps (these two ask the `queries` of this package)
rdf           terms and graphs between Oxigraph and rdflib

With `--changed` only what a change touches is done anew. What does a shape or query look at?

paths         ways through a store, and walking them
sights        triples that bear on a node, with the ways from the node to them
algebra       queries as rdflib reads them
ties          which patterns of a query lead from one variable to another
query_sights  the sights of a query
core_sights   the sights of a shape
keyed         queries that compare things by a key, which no triple ties
gates, bars   what a node must be like, or must not have, to be in an answer
looks         all of these for every shape, check and program

Which nodes does a change touch, and what is found about them now?

reach         sights followed in a store, from triples to nodes and back
aims          which shapes are aimed at a node
likeness      which things have keys in common
parts         what a part of a validation is: a query (`query_part`), the shapes (`shapes_part`)
runner        what runs the shapes in a store or an excerpt of it
divided       a validation divided into its parts
rules         shapes and checks with their looks and parts, read once
kept          results by the node they are about, and the report of them
changed       a store with its results, kept up to date
since         a workspace against the last time; `state` keeps that in files, by `records`
"""

from mfgraph.validate.report import Report, Result, Severity, Target
from mfgraph.validate.run import validate
from mfgraph.validate.shapes import ENGINES, Engine
from mfgraph.validate.writers import WRITERS, write

__all__ = [
    "ENGINES",
    "WRITERS",
    "Engine",
    "Report",
    "Result",
    "Severity",
    "Target",
    "validate",
    "write",
]
