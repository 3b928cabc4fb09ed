"""Results kept by the node they are about, and the report made of them."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, groupby
from operator import attrgetter

from rdflib import RDF, SH, BNode, Graph, Literal

from mfgraph.validate.parts import Found, Part
from mfgraph.validate.paths import Term
from mfgraph.validate.rdf import to_graph, to_oxigraph
from mfgraph.validate.report import Result, Target
from mfgraph.validate.run import record_others
from mfgraph.validate.targets import unmatched

Kept = dict[Term | None, tuple[Found, ...]]


def filed(found: Iterable[Found], part: Part) -> Kept:
    """The results of a part by the node they are about."""
    by_node: dict[Term | None, list[Found]] = defaultdict(list)
    for item in found:
        by_node[about(item, part)].append(item)
    return {node: tuple(some) for node, some in by_node.items()}


def about(found: Found, part: Part) -> Term | None:
    """The node under which a result of a part is kept, as the store writes it."""
    node = part.about(found)
    return None if node is None else to_oxigraph(node)


def results_of(found: Iterable[Found], targets: tuple[Target, ...]) -> tuple[Result, ...]:
    """What was found and the shapes that match nothing, as `report.in_order` puts them.

    The keys are known already, and most results are the same as the last time.
    """
    every = sorted(chain(found, map(Found, unmatched(targets))), key=attrgetter("key"))
    groups = groupby(every, key=attrgetter("key"))
    same = (dict.fromkeys(item.result for item in group) for _, group in groups)
    return tuple(chain.from_iterable(same))


def graph_of(found: Iterable[Found], targets: tuple[Target, ...]) -> Graph:
    """The SHACL validation report of what was found."""
    graph, head = to_graph(()), BNode()
    others: list[Result] = []
    graph.add((head, RDF.type, SH.ValidationReport))
    for item in found:
        if not item.triples:
            others.append(item.result)
        for triple in item.triples:
            graph.add(triple)
            if triple[1] == SH.focusNode:
                graph.add((head, SH.result, triple[0]))
    graph.add((head, SH.conforms, Literal((head, SH.result, None) not in graph)))
    record_others((*others, *unmatched(targets)), graph)
    return graph
