"""Edge tables: the same network as in memory, and nothing read that the manifest does not know."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from mfgraph.build import Built
from mfgraph.errors import ExportError, MfgraphError, QueryError
from mfgraph.network import NetworkQuery, choose, project
from mfgraph.network.edges import of_triples
from mfgraph.network.tables import contents, of_answer, of_projection, read, write
from mfgraph.network.tables import project as tabulate
from mfgraph.network.tables.triples import literals, triples
from mfgraph.queries import Library
from mfgraph.vocab import NETWORK, PREFIXES

BASE = "https://example.org/"
PERSON, ORGANIZATION = f"{PREFIXES['foaf']}Person", f"{PREFIXES['org']}Organization"
MEMBERSHIP = f"{PREFIXES['org']}Membership"
AWKWARD = 'a "quoted" \\n back\\\\slash,\ttab\nline . \u001f end'


def test_every_network_is_the_same_set_at_a_time_as_edge_by_edge(built: Built) -> None:
    names = [query.name for query in Library(built.workspace.queries).theme("network")]
    assert len(names) >= 10
    for name in names:
        query = choose(built.workspace, name)
        found = tabulate(built.store, query, lang="ar")
        expected = of_projection(project(built.store, query), lang="ar")
        assert found.edges.num_rows > 0
        assert found.nodes.equals(expected.nodes), name
        assert found.edges.equals(expected.edges), name


def _edge(**given: list[str] | str) -> list[Triple]:
    """A role of Amina at the bank, with what is given instead of its properties."""
    usual: dict[str, list[str] | str] = {
        "kind": MEMBERSHIP,
        "source": f"{BASE}amina",
        "target": f"{BASE}bank",
        "claim": f"{BASE}c1",
        "weight": "1",
    }
    found = [
        *_of("amina", "kind", PERSON),
        *_of("bank", "kind", ORGANIZATION),
        *_of("c1", "document", f"{BASE}d"),
    ]
    for name, value in {**usual, **given}.items():
        found += [
            t
            for each in ([value] if isinstance(value, str) else value)
            for t in _of("e", name, each)
        ]
    return found


def _of(subject: str, name: str, value: str) -> list[Triple]:
    term = NamedNode(value) if ":" in value else Literal(value)
    return [Triple(NamedNode(BASE + subject), NamedNode(NETWORK + name), term)]


@pytest.mark.parametrize(
    "given",
    [
        {"source": []},
        {"target": []},
        {"claim": []},
        {"weight": []},
        {"kind": ORGANIZATION},
        {"target": [f"{BASE}bank", f"{BASE}amina"]},
        {"role": [f"{BASE}chair", f"{BASE}head"]},
        {"amount": "5"},
    ],
    ids=str,
)
def test_what_is_no_network_is_refused_in_the_same_words(
    given: dict[str, list[str] | str], officials: NetworkQuery
) -> None:
    bad = _edge(**given)
    answered = serialize(bad, format=RdfFormat.N_TRIPLES) or b""
    if given == {"source": []}:
        # Without net:source it is no edge: both find nothing.
        assert of_answer(answered, officials).edges.num_rows == 0
        assert of_triples(bad, officials).edges == ()
        return
    with pytest.raises(QueryError) as found:
        of_answer(answered, officials)
    with pytest.raises(QueryError) as expected:
        of_triples(bad, officials)
    assert str(found.value) == str(expected.value)


def test_awkward_names_come_back_as_they_were(officials: NetworkQuery) -> None:
    label = NamedNode(f"{PREFIXES['skos']}prefLabel")
    named = [*_edge(), Triple(NamedNode(f"{BASE}bank"), label, Literal(AWKWARD, language="en"))]
    found = of_answer(serialize(named, format=RdfFormat.N_TRIPLES) or b"", officials)
    assert found.nodes["label"].to_pylist() == [f"{BASE}amina", AWKWARD]
    assert found.nodes["label_en"].to_pylist() == ["", AWKWARD]


def test_an_empty_answer_is_a_network_without_edges(
    officials: NetworkQuery, tmp_path: Path
) -> None:
    assert triples(b"").num_rows == 0
    nothing = of_answer(b"", officials)
    assert (nothing.nodes.num_rows, nothing.edges.num_rows) == (0, 0)
    with pytest.raises(ExportError, match="is empty"):
        write(nothing, tmp_path)


def test_literals_keep_their_language() -> None:
    written = triples('<a:s> <a:p> "القرض"@ar .\n<a:s> <a:p> <a:o> .\n'.encode())["value"]
    text, lang = literals(written)
    assert (text.to_pylist(), lang.to_pylist()) == (["القرض", None], ["ar", None])


def test_tables_are_read_back_whole_and_written_the_same(seed_built: Built, tmp_path: Path) -> None:
    found = tabulate(seed_built.store, choose(seed_built.workspace, "ties"))
    known = replace(found, filters={"layer": "x"}, dataset="abc")
    *_, manifest = write(known, tmp_path)
    back = read(manifest)
    assert back.nodes.equals(found.nodes)
    assert back.edges.equals(found.edges)
    assert (back.filters, back.dataset, back.is_directed) == ({"layer": "x"}, "abc", False)
    assert contents(back) == contents(known)
    said = json.loads(manifest.read_bytes())
    assert said["edges"]["rows"] == found.edges.num_rows
    assert read(tmp_path).nodes.equals(found.nodes)


def test_a_layer_has_ids_of_its_own(seed_built: Built) -> None:
    query = choose(seed_built.workspace, "ties")
    whole, inner = tabulate(seed_built.store, query), project(seed_built.store, query)
    layers = dict(whole.layers())
    assert len(layers) == len(inner.layers) >= 2
    for layer in inner.layers:
        (kind,) = layer.query.edges
        expected = of_projection(layer)
        assert layers[kind].nodes.equals(expected.nodes)
        assert layers[kind].edges.equals(expected.edges)
        assert layers[kind].title == expected.title


def test_altered_files_are_one_line(seed_built: Built, tmp_path: Path) -> None:
    found = tabulate(seed_built.store, choose(seed_built.workspace, "officials-organizations"))
    _, edges, manifest = write(found, tmp_path)
    whole = edges.read_bytes()

    edges.write_bytes(whole[:-1])
    _refused(manifest, r"its SHA-256 is [0-9a-f]{12}…, and the manifest says")
    edges.unlink()
    _refused(manifest, "cannot read: No such file")

    pq.write_table(found.edges.slice(1), edges)
    said = json.loads(manifest.read_bytes())

    said["edges"]["sha256"] = hashlib.sha256(edges.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(said))
    _refused(manifest, f"it has {found.edges.num_rows - 1} rows, and the manifest says")

    manifest.write_text(json.dumps({**said, "version": 9}))
    _refused(manifest, "these tables are of version 9 of the format, not 1")
    for part in ({**said, "nodes": {}}, {name: said[name] for name in ("format", "version")}):
        manifest.write_text(json.dumps(part))
        _refused(manifest, "this is no manifest of edge tables")
    manifest.write_text("[]")
    _refused(manifest, "this is no manifest of edge tables")
    manifest.unlink()
    _refused(tmp_path, "no edge tables lie here")


def _refused(path: Path, message: str) -> None:
    with pytest.raises(MfgraphError, match=message) as error:
        read(path)
    assert "\n" not in str(error.value)
