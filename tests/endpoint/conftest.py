"""Fixtures: real servers in processes of their own, each with the seed published to it."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from mfgraph.build import Built
from mfgraph.publish import Parts, parts, publish
from mfgraph.store.connection import Connection
from mfgraph.store.endpoint import EndpointStore
from mfgraph.store.profiles import profile
from mfgraph.store.session import AUTHORIZATION, DIGEST

OXIGRAPH: Final = Path(sys.executable).with_name("oxigraph")
INI: Final = """\
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 30
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], url: str) -> Iterator[str]:
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                urlopen(url, timeout=1).close()  # noqa: S310  (our own server)
            except (URLError, ConnectionError, TimeoutError):
                assert server.poll() is None, f"{command[0]} ended at once"
                time.sleep(0.05)
            else:
                break
        yield url
    finally:
        server.kill()
        server.wait()


@contextmanager
def oxigraph(*options: str, command: str = "serve") -> Iterator[str]:
    port = free_port()
    bind = ["--bind", f"127.0.0.1:{port}"]
    with running([str(OXIGRAPH), command, *bind, *options], f"http://127.0.0.1:{port}") as url:
        yield url


@pytest.fixture(autouse=True)
def _own_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(AUTHORIZATION, raising=False)
    monkeypatch.setenv(DIGEST, "dba:dba")  # the password of a new Virtuoso


@pytest.fixture(scope="session")
def oxigraph_url() -> Iterator[str]:
    with oxigraph() as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("virtuoso-t is not installed (Debian: virtuoso-opensource-7-bin)")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    ini = folder / "v.ini"
    ini.write_text(INI.format(folder=folder, sql=free_port(), http=http), encoding="utf-8")
    with running([program, "-f", "-c", str(ini)], f"http://127.0.0.1:{http}") as url:
        yield url


@pytest.fixture(params=["oxigraph", "oxigraph-union", "virtuoso", "virtuoso-native"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def wanted(seed_built: Built) -> Parts:
    """The graphs of the seed, as they are published."""
    return parts(seed_built)


@pytest.fixture(scope="session")
def versions() -> dict[str, str]:
    """The version that was published to each server."""
    return {}


@pytest.fixture
def server(
    kind: str, request: pytest.FixtureRequest, wanted: Parts, versions: dict[str, str]
) -> EndpointStore:
    """The seed on a server, published again only where the test before has left another."""
    if kind.startswith("virtuoso"):
        url = request.getfixturevalue("virtuoso_url")
    elif kind == "oxigraph":
        url = request.getfixturevalue("oxigraph_url")
    else:
        url = request.getfixturevalue("union_url")
    connection = Connection.to(url, profile(kind))
    store = EndpointStore.of(connection)
    if not store.manifest.version or store.manifest.version != versions.get(url):
        publish(wanted, connection)
        store = EndpointStore.of(connection)
        versions[url] = store.manifest.version
    return store


@pytest.fixture(scope="session")
def union_url() -> Iterator[str]:
    with oxigraph("--union-default-graph") as url:
        yield url


@pytest.fixture
def start() -> Callable[..., AbstractContextManager[str]]:
    """Starts an Oxigraph server with options of one's own."""
    return oxigraph
