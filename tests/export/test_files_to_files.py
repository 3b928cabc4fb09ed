"""Files, a store, files again: what was written once is written the same, to the byte."""

import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from mfgraph.build import Built, build
from mfgraph.export import content, readable
from mfgraph.vocab import ENTITIES_GRAPH, ONTOLOGY_GRAPH, source_graph, term
from mfgraph.workspace import MARKER, Workspace

# Each of them is rewritten by a store, or by a library that people read exports with.
LITERALS: Final = [
    '"58.0"^^xsd:decimal',
    '"007"^^xsd:integer',
    '"+1"^^xsd:integer',
    '"5"^^xsd:byte',
    '"1"^^xsd:boolean',
    '"1.50E1"^^xsd:double',
    '"2001-10-04+01:00"^^xsd:date',
    '"2001-10-04T00:00:00Z"^^xsd:dateTime',
    '"2001-10-04T01:00:00.50+01:00"^^xsd:dateTime',
    '"٢١"^^xsd:integer',
    '"XXXX-09"^^edtf:EDTF',
    '"P1Y0M"^^xsd:duration',
    '"FNAM"@fr-ma',
    '"الفيدرالية"@ar',
    '"a \\"quote\\" ^^<x> .\\nand a line \\\\"',
    '"58.0"',
]
SEED: Final = source_graph("almassae-324458")


def literal(spelled: str) -> Literal:
    head = f"@prefix xsd: <{term('xsd:').value}> . @prefix edtf: <{term('edtf:').value}> . "
    quad = next(parse(f"{head} <x:s> <x:p> {spelled} .", format=RdfFormat.TURTLE))
    assert isinstance(quad.object, Literal)
    return quad.object


@pytest.mark.parametrize("name", ["canonical", "nquads"])
def test_every_spelling_comes_through_a_store(holding: Callable[..., Built], name: str) -> None:
    values = [literal(spelled) for spelled in LITERALS]
    said = [
        Quad(term(f"statement:s{place:02}"), term("schema:value"), value, SEED)
        for place, value in enumerate(values)
    ]
    held = [Quad(quad.subject, quad.predicate, quad.object) for quad in said]
    once = content(holding(said, held), name)
    again = list(parse(once, format=RdfFormat.N_QUADS))
    assert {quad.object for quad in again} == set(values)
    of_files = [quad for quad in again if quad.graph_name == SEED]
    assert len(of_files) == len(LITERALS) == len(again) - len(of_files)
    built = holding(of_files, [quad for quad in again if quad.graph_name == DefaultGraph()])
    # The store itself has not kept them, so the test can fail.
    assert {quad.object for quad in built.store.quads()} != set(values)
    assert content(built, name) == once


def test_a_spelling_beside_the_plain_one_leaves_what_was_concluded_plain(
    holding: Callable[..., Built],
) -> None:
    thing, says = term("statement:x"), term("schema:value")
    said = [literal('"5"^^xsd:byte'), literal('"5"^^xsd:integer')]
    built = holding(
        [Quad(thing, says, value, SEED) for value in said], [Quad(thing, says, said[0])]
    )
    found = parse(content(built, "nquads"), format=RdfFormat.N_QUADS)
    assert [q.object for q in found if q.graph_name == DefaultGraph()] == [said[1]]


def test_an_export_as_files_builds_the_store_that_exports_it(
    seed_built: Built, tmp_path: Path
) -> None:
    once = content(seed_built, "canonical")
    root = tmp_path / "again"
    for folder in ("ontology", "data/entities", "data/sources"):
        (root / folder).mkdir(parents=True)
    shutil.copy(seed_built.workspace.root / MARKER, root)
    shutil.copytree(seed_built.workspace.queries, root / "queries")
    lines: dict[Path, list[str]] = defaultdict(list)
    places = {ONTOLOGY_GRAPH: "ontology/terms.ttl", ENTITIES_GRAPH: "data/entities/all.ttl"}
    for quad in parse(once, format=RdfFormat.N_QUADS):
        graph = quad.graph_name
        if isinstance(graph, NamedNode) and "/source/" in graph.value:
            path = root / f"data/sources/{graph.value.rpartition('/')[2]}.ttl"
        elif graph in places:
            path = root / places[graph]
        else:
            continue
        if quad.predicate == term("schema:text") and isinstance(quad.object, Literal):
            path.with_suffix(".txt").write_bytes(quad.object.value.encode())
        else:
            lines[path].append(f"{quad.triple} .\n")
    for path, triples in lines.items():
        path.write_text("".join(triples), encoding="utf-8", newline="")
    assert len(lines) == 3
    assert content(build(Workspace(root)), "canonical") == once


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_the_layout_does_not_depend_on_where_the_text_is_cut(
    seed_built: Built, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = content(seed_built, name)
    for size in (500, 3001):
        monkeypatch.setattr(readable, "BLOCK", size)
        assert content(seed_built, name) == whole
