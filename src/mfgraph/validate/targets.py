"""How many nodes each shape is about, and which shapes are about no node at all.

A shape with a misspelled target finds nothing wrong for ever, so it is reported.
"""

from collections.abc import Iterator

from rdflib import SH, Graph
from rdflib.term import Identifier

from mfgraph.phrases import phrase
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES
from mfgraph.validate.engine import of_targets, read_classes, targeted
from mfgraph.validate.findings import rule_of
from mfgraph.validate.rdf import short
from mfgraph.validate.report import Result, Severity, Target, by_language


def targets(shapes: Graph, store: Store) -> Iterator[Target]:
    """Each shape with targets, and how many nodes of a store of one graph they select."""
    classes = read_classes(store)
    for shape in targeted(shapes):
        if isinstance(shape, Identifier):
            count = of_targets(shape, shapes, classes).count(store)
            yield Target(shape, rule_of(shape, shapes), count)


def unmatched(targets: tuple[Target, ...]) -> Iterator[Result]:
    """A warning for each shape that was tried on no node."""
    for target in targets:
        if target.count == 0:
            name = short(str(target.shape))
            yield Result(
                focus=target.shape,
                rule=target.rule,
                severity=Severity.WARNING,
                component=str(SH.Shape),
                messages=by_language(
                    {la: phrase("validate.no-target", la, shape=name) for la in LANGUAGES}
                ),
            )
