"""The seed on real servers: the same answers by value, and no half answer taken for one."""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import DefaultGraph, Literal, RdfFormat, Store, parse

from mfgraph.build import Built, attach, load
from mfgraph.errors import QueryError, StoreError, UsageError
from mfgraph.evidence import why
from mfgraph.export import content
from mfgraph.moments import Moment
from mfgraph.publish import Parts, publish
from mfgraph.queries import Library
from mfgraph.store.base import Store as AnyStore
from mfgraph.store.connection import Connection
from mfgraph.store.endpoint import EndpointStore, connect
from mfgraph.store.profiles import profile
from mfgraph.store.session import AUTHORIZATION, TIMEOUT
from mfgraph.store.values import normal
from mfgraph.vocab import RESOLVED_GRAPH
from mfgraph.workspace import Workspace

SMALLEST: Final = 60
MANY: Final = 10_000
MFGRAPH: Final = str(Path(sys.executable).with_name("mfgraph"))
HEAVY: Final = "SELECT ?a { ?a ?p ?o . ?b ?q ?r . ?c ?s ?t FILTER (?o + ?r = ?t + 0.5) }"
HEAVY_GRAPH: Final = HEAVY.replace("SELECT ?a", "CONSTRUCT { ?a ?p ?o } WHERE")

ONE_OF_EACH: Final = pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"], indirect=True)
Starter = Callable[..., AbstractContextManager[str]]


def rows(store: AnyStore, text: str) -> list[list[object]]:
    found = store.select(text)
    return [[normal(row[v]) for v in found.variables] for row in found]


@pytest.mark.parametrize("kind", ["oxigraph", "oxigraph-union", "virtuoso"], indirect=True)
def test_every_query_file_gives_the_same_rows(
    server: EndpointStore, seed_built: Built, kind: str
) -> None:
    asked = connect(server.connection.url, kind)
    themes = ("describe", "export", "findings")
    library = Library(seed_built.workspace.queries)
    files = [*library.questions(), *(query for theme in themes for query in library.theme(theme))]
    for query in files:
        if query.form == "SELECT":
            expected, found = rows(seed_built.store, query.text), rows(asked, query.text)
            assert found == expected or sorted(map(str, found)) == sorted(map(str, expected)), (
                query.name
            )
    assert len(files) >= SMALLEST
    for query in library.theme("network"):
        expected_triples = {str(t) for t in seed_built.store.construct(query.text)}
        assert {str(t) for t in asked.construct(query.text)} == expected_triples, query.name


def test_the_graphs_come_back_by_value(server: EndpointStore, seed_built: Built) -> None:
    assert server.graphs() == seed_built.store.graphs()
    given = {(q.subject, q.predicate, normal(q.object), q.graph_name) for q in server.quads()}
    held = seed_built.store.quads()
    assert given == {(q.subject, q.predicate, normal(q.object), q.graph_name) for q in held}


@pytest.mark.parametrize("kind", ["oxigraph", "oxigraph-union", "virtuoso"], indirect=True)
def test_why_says_the_same(server: EndpointStore, seed_built: Built, kind: str) -> None:
    asked = connect(server.connection.url, kind)
    for target in ("organization:fnam", "organization:cms", "event:rt-protection-clients"):
        expected, found = why(seed_built.store, target).proofs, why(asked, target).proofs
        assert [proof.claim.iri for proof in found] == [proof.claim.iri for proof in expected]
        assert [p.claim.evidence for p in found] == [p.claim.evidence for p in expected]


@ONE_OF_EACH
def test_what_is_exported_and_what_held_are_the_same(
    server: EndpointStore, seed_built: Built, kind: str
) -> None:
    asked = connect(server.connection.url, kind)
    for moment in (Moment(), Moment.of(as_of="2005")):
        here = load(seed_built.workspace, moment)
        there = attach(seed_built.workspace, asked, moment)
        exported = [valued(content(built, "nquads")) for built in (here, there)]
        assert exported[0] == exported[1]
        assert len(exported[0]) >= MANY


def valued(lines: bytes) -> set[object]:
    return {
        (q.subject, q.predicate, normal(q.object), q.graph_name)
        for q in parse(lines, format=RdfFormat.N_QUADS)
    }


def test_an_ask_is_answered_as_value_or_as_row(server: EndpointStore) -> None:
    assert server.ask("ASK { ?s ?p ?o }") is True
    assert server.ask("ASK { ?s <https://example.org/no> ?o }") is False


@ONE_OF_EACH
def test_what_is_published_again_is_not_sent(server: EndpointStore, wanted: Parts) -> None:
    done = publish(wanted, server.connection)
    assert (done.sent, done.removed) == (0, 0)


@ONE_OF_EACH
def test_a_changed_graph_alone_is_sent_and_one_that_is_gone_removed(
    server: EndpointStore, wanted: Parts
) -> None:
    first, second = sorted(wanted, key=str)[:2]
    fewer = {g: t[1:] if g == first else t for g, t in wanted.items() if g != second}
    done = publish(fewer, server.connection)
    assert (done.sent, done.removed) == (1, 1)
    assert second not in EndpointStore.of(server.connection).manifest.parts


@ONE_OF_EACH
def test_a_graph_into_which_others_wrote_is_sent_again(
    server: EndpointStore, wanted: Parts, kind: str
) -> None:
    meddled = min((graph for graph in wanted if graph != RESOLVED_GRAPH), key=str)
    server.connection.add(meddled, b"<urn:a> <urn:b> <urn:c> .")
    with pytest.raises(StoreError, match="were published; publish again"):
        list(EndpointStore.of(server.connection).quads(meddled))
    done = publish(wanted, server.connection)
    assert (done.sent, done.removed) == (1, 0)
    connect(server.connection.url, kind)
    assert len(server.held(meddled)) == len(wanted[meddled])


@ONE_OF_EACH
def test_a_publication_that_stops_midway_is_refused_and_goes_on(
    server: EndpointStore, wanted: Parts, kind: str
) -> None:
    changed = {graph: triples[:-1] for graph, triples in wanted.items()}

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(changed, server.connection, stop)
    with pytest.raises(StoreError, match="not published to the end; run 'mfgraph publish"):
        connect(server.connection.url, kind)
    publish(wanted, server.connection)
    assert EndpointStore.of(server.connection).manifest.version


@pytest.mark.parametrize("kind", ["oxigraph"], indirect=True)
def test_what_was_known_by_a_day_is_refused_in_one_line(
    server: EndpointStore, seed_built: Built
) -> None:
    with pytest.raises(UsageError, match="leave out --endpoint"):
        attach(seed_built.workspace, server, Moment.of(known_by="2014"))


@contextmanager
def answering(statuses: list[int], body: bytes = b"") -> Iterator[tuple[str, list[str]]]:
    """A server that answers in turn with these statuses, and keeps the headers it was sent."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            status = statuses[min(len(seen), len(statuses) - 1)]
            seen.append(self.headers.get("Authorization", ""))
            self.send_response(status)
            self.send_header("Retry-After", "1")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    http = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_port}", seen
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


@pytest.mark.parametrize(
    ("status", "tries", "message"),
    [
        (429, 6, "the server is busy (429)"),
        (503, 6, "the server is busy (503)"),
        (413, 1, "the server failed (413)"),
        (500, 1, "the server failed (500)"),
        (401, 1, "the server asks for credentials (401)"),
        (403, 1, "the server does not allow this (403)"),
        (404, 1, "there is nothing at this address (404)"),
        (406, 1, "the server cannot answer in the format asked for (406)"),
    ],
)
def test_only_a_busy_server_is_asked_again(status: int, tries: int, message: str) -> None:
    with answering([status]) as (url, seen):
        with pytest.raises(StoreError) as caught:
            EndpointStore.open(url)
        assert message in str(caught.value)
        assert len(seen) == tries


def test_the_header_is_sent_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AUTHORIZATION, "Bearer s3cret")
    with answering([403], b"no") as (url, seen):
        with pytest.raises(StoreError) as caught:
            EndpointStore.open(url)
        assert seen == ["Bearer s3cret"]
        assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b'{"head":{"vars":["graph"]},"results":{"bindings":[The SPARQL operation',
        b'{"head":{"vars":["graph"]},"results":{"bindings":[{"graph":{"type":"uri","value":"a:b"}}',
        b"graph\r\n",
        b"",
    ],
)
def test_half_an_answer_is_an_error(body: bytes) -> None:
    with answering([200], body) as (url, _), pytest.raises(StoreError, match="cut short"):
        EndpointStore.open(url)


def test_nobody_there_and_credentials_in_the_address() -> None:
    with pytest.raises(StoreError, match="no server can be reached there"):
        EndpointStore.open("http://127.0.0.1:9")
    with pytest.raises(UsageError, match="carries credentials") as caught:
        EndpointStore.open("http://user:s3cret@localhost")
    assert "s3cret" not in str(caught.value)


def test_a_query_that_the_server_cannot_read(server: EndpointStore) -> None:
    with pytest.raises((QueryError, StoreError)):
        server.select("SELECT ?s { ?s ?p }")


def test_a_literal_has_one_spelling_of_its_value() -> None:
    assert normal(Literal("1.50")) == Literal("1.50")
    assert normal(Literal(58)) == normal(Literal(58.0))


@pytest.mark.parametrize("form", ["select", "construct"])
def test_an_answer_that_oxigraph_cancels_is_an_error(
    start: Starter, wanted: Parts, form: str
) -> None:
    with start("--timeout-s", "1") as url:
        connection = Connection.to(url, profile("oxigraph"))
        publish(wanted, connection)
        ask = getattr(EndpointStore.of(connection), form)
        with pytest.raises(StoreError, match="cut short"):
            list(ask(HEAVY_GRAPH if form == "construct" else HEAVY))


def test_a_server_that_only_reads_refuses_in_one_line(
    start: Starter, tmp_path: Path, wanted: Parts
) -> None:
    Store(str(tmp_path / "db")).flush()
    with (
        start("--location", str(tmp_path / "db"), command="serve-read-only") as url,
        pytest.raises(StoreError, match="does not allow this"),
    ):
        publish(wanted, Connection.to(url, profile("oxigraph")))


def test_a_default_graph_of_others_is_not_overwritten(start: Starter, wanted: Parts) -> None:
    with start() as url:
        connection = Connection.to(url, profile("oxigraph"))
        connection.put(DefaultGraph(), b"<a:b> <a:c> <a:d> .")
        with pytest.raises(StoreError, match="mfgraph did not put there"):
            publish(wanted, connection)


def test_a_killed_publication_goes_on(start: Starter, seed: Workspace, wanted: Parts) -> None:
    with start() as url:
        command = [MFGRAPH, "-C", str(seed.root), "publish", url, "--profile", "oxigraph"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        connection = Connection.to(url, profile("oxigraph"))
        while not EndpointStore.of(connection).manifest.parts and process.poll() is None:
            pass
        process.kill()
        process.wait()
        # It was stopped before its end, and what had come so far is not sent again.
        assert not EndpointStore.of(connection).manifest.version
        done = publish(wanted, connection)
        assert 0 < done.sent <= len(wanted)
        assert EndpointStore.of(connection).manifest.version


def test_a_time_out_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TIMEOUT, "0.2")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreError, match=r"did not answer within 0\.2 seconds"):
            EndpointStore.open(url)
