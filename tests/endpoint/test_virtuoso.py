"""What Virtuoso answers by itself: the same as the embedded store, or else by a named defect.

`virtuoso-defects.toml` holds the defects. A query that is not named there must give the same;
one that is named must not, so that a mended server or query is noticed.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import RdfFormat, parse

from mfgraph.build import Built, attach, load
from mfgraph.evidence import why
from mfgraph.export import content
from mfgraph.moments import Moment
from mfgraph.queries import Library
from mfgraph.store.base import Store
from mfgraph.store.endpoint import EndpointStore
from mfgraph.store.values import normal

HERE: Final = Path(__file__).parent
QUERIES: Final = Library(HERE.parents[1] / "queries")
THEMES: Final = ("describe", "export", "findings", "network")
FILES: Final = {
    query.name: query
    for query in (*QUERIES.questions(), *(q for theme in THEMES for q in QUERIES.theme(theme)))
}
MANY: Final = 126
TARGETS: Final = ("organization:fnam", "organization:cms", "event:rt-protection-clients")
MOMENTS: Final = {"export": Moment(), "export-as-of": Moment.of(as_of="2005")}
DEFECTS: Final = tomllib.loads((HERE / "virtuoso-defects.toml").read_text("utf-8"))["defects"]
DIFFERING: Final = {name: defect for defect in DEFECTS for name in defect["asked"]}
HANGING: Final = {name for name, defect in DIFFERING.items() if defect["hangs"]}


def asked(names: Iterable[str]) -> list[object]:
    """What is put to the server, a defect expected where one is named.

    A query that it does not end keeps all others waiting: it was run by hand, and is no test.
    """
    return [pytest.param(name, marks=marks(name)) for name in names if name not in HANGING]


def marks(name: str) -> list[pytest.MarkDecorator]:
    defect = DIFFERING.get(name)
    return [pytest.mark.xfail(strict=True, reason=defect["says"])] if defect else []


@pytest.fixture
def kind() -> str:
    return "virtuoso-native"


def test_all_query_files_are_asked_and_each_defect_is_of_one() -> None:
    assert len(FILES) == MANY
    assert sum(len(defect["asked"]) for defect in DEFECTS) == len(DIFFERING)
    assert set(DIFFERING) <= {*FILES, *MOMENTS, *TARGETS}
    assert len(asked((*FILES, *MOMENTS, *TARGETS))) == MANY + len(MOMENTS) + len(TARGETS) - 7


def answer(store: Store, name: str) -> list[str]:
    query = FILES[name]
    if query.form != "SELECT":
        return sorted({str(triple) for triple in store.construct(query.text)})
    found = store.select(query.text)
    return sorted(str([normal(row[v]) for v in found.variables]) for row in found)


@pytest.mark.parametrize("name", asked(FILES))
def test_a_query_file(server: EndpointStore, seed_built: Built, name: str) -> None:
    assert answer(server, name) == answer(seed_built.store, name)


@pytest.mark.parametrize("target", asked(TARGETS))
def test_why(server: EndpointStore, seed_built: Built, target: str) -> None:
    expected, found = (why(store, target).proofs for store in (seed_built.store, server))
    assert [proof.claim for proof in found] == [proof.claim for proof in expected]
    assert expected


@pytest.mark.parametrize("name", asked(MOMENTS))
def test_an_export(server: EndpointStore, seed_built: Built, name: str) -> None:
    workspace, moment = seed_built.workspace, MOMENTS[name]
    here, there = load(workspace, moment), attach(workspace, server, moment)
    assert valued(content(there, "nquads")) == valued(content(here, "nquads"))


def valued(lines: bytes) -> set[object]:
    return {
        (q.subject, q.predicate, normal(q.object), q.graph_name)
        for q in parse(lines, format=RdfFormat.N_QUADS)
    }
