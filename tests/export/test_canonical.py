"""The canonical form depends on what a dataset says, not on its blank nodes' names or its order."""

import random
from itertools import permutations
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from mfgraph.build import Built
from mfgraph.errors import ExportError
from mfgraph.export import canonical_form, content
from mfgraph.vocab import term

KNOWS: Final = NamedNode("https://example.org/knows")
NODES: Final = [BlankNode(f"n{number}") for number in range(5)]
subjects = st.one_of(st.sampled_from(NODES), st.just(term("organization:fnam")))
objects = st.one_of(subjects, st.sampled_from([Literal("المازوري"), Literal("58")]))
graphs = st.sampled_from([DefaultGraph(), term("graph:entities"), NODES[0]])
predicates = st.sampled_from([KNOWS, term("skos:prefLabel")])
datasets = st.lists(st.builds(Quad, subjects, predicates, objects, graphs), max_size=12)


def renamed(quad: Quad, names: dict[BlankNode, BlankNode]) -> Quad:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    return Quad(
        names[subject] if isinstance(subject, BlankNode) else subject,
        quad.predicate,
        names[value] if isinstance(value, BlankNode) else value,
        names[graph] if isinstance(graph, BlankNode) else graph,
    )


@settings(max_examples=200, deadline=None)
@given(datasets, st.permutations([BlankNode(f"m{number}") for number in range(5)]), st.randoms())
def test_new_names_and_another_order_change_nothing(
    quads: list[Quad], names: list[BlankNode], chance: random.Random
) -> None:
    again = [renamed(quad, dict(zip(NODES, names, strict=True))) for quad in quads]
    chance.shuffle(again)
    assert canonical_form(quads) == canonical_form(again)


@settings(max_examples=200, deadline=None)
@given(datasets, st.builds(Quad, subjects, st.just(term("prov:used")), objects, graphs))
def test_one_more_statement_changes_it(quads: list[Quad], more: Quad) -> None:
    assert canonical_form(quads) != canonical_form([*quads, more])


def test_the_order_of_files_does_not_matter(seed_built: Built) -> None:
    quads = sorted([*seed_built.files], key=lambda quad: str(quad.graph_name), reverse=True)
    assert canonical_form(seed_built.files) == canonical_form(quads)


def test_lines_are_sorted_by_code_point_and_each_ends(seed_built: Built) -> None:
    lines = content(seed_built, "canonical").decode().split("\n")
    assert lines.pop() == ""
    assert lines == sorted(set(lines))
    assert len(lines) > 4000


def test_no_blank_node_is_left_in_the_data(seed_built: Built) -> None:
    assert b"_:" not in content(seed_built, "ntriples", full=True)


def test_a_dataset_made_to_exhaust_the_algorithm_is_refused() -> None:
    crowd = [BlankNode() for _ in range(10)]
    quads = [Quad(one, KNOWS, other) for one, other in permutations(crowd, 2)]
    with pytest.raises(ExportError, match=r"too many and too alike .* give them IRIs"):
        canonical_form(quads)


def test_many_look_alikes_that_are_easily_told_apart_are_not_refused() -> None:
    pairs = [(BlankNode(), BlankNode()) for _ in range(300)]
    quads = [Quad(one, KNOWS, other) for one, other in pairs]
    assert canonical_form(quads).count(b"\n") == 300
