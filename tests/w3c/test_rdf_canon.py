"""The W3C's RDFC-1.0 tests, run through our canonical form.

The suite is not part of the project: it is read from `shared/w3c/rdf-canon` beside the
checkout, and the tests are skipped where it is not there. None is left out:

- evaluation tests: our form is the expected file, byte for byte;
- map tests: Oxigraph renames blank nodes and does not hand out the map, so the map that the
  test expects is applied to the input instead; it must name each blank node once and turn
  the input into what our form holds;
- the one negative test, a dataset made to exhaust the algorithm: we refuse it in time.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Quad,
    RdfFormat,
    parse,
    serialize,
)

from mfgraph.export import canonical_form


def _suite() -> Path | None:
    folders = (parent / "shared" / "w3c" / "rdf-canon" for parent in Path(__file__).parents)
    return next((folder for folder in folders if (folder / "manifest.jsonld").is_file()), None)


SUITE: Final = _suite()
if SUITE is None:
    pytest.skip("no shared/w3c/rdf-canon beside the checkout", allow_module_level=True)

Entry = dict[str, Any]
ENTRIES: Final[list[Entry]] = json.loads((SUITE / "manifest.jsonld").read_bytes())["entries"]
ALGORITHMS: Final = {
    "SHA256": CanonicalizationAlgorithm.RDFC_1_0,
    "SHA384": CanonicalizationAlgorithm.RDFC_1_0_SHA_384,
}
REFUSE: Final = """
import sys
from pyoxigraph import RdfFormat, parse
from mfgraph.errors import ExportError
from mfgraph.export import canonical_form

try:
    canonical_form(parse(path=sys.argv[1], format=RdfFormat.N_QUADS))
except ExportError as error:
    print(error)
"""


def of_type(name: str) -> list[object]:
    return [
        pytest.param(entry, id=f"{entry['id'].removeprefix('#')} {entry['name']}")
        for entry in ENTRIES
        if entry["type"] == f"rdfc:{name}"
    ]


def read(path: Path) -> list[Quad]:
    return list(parse(path=str(path), format=RdfFormat.N_QUADS))


def our_form(entry: Entry) -> bytes:
    algorithm = ALGORITHMS[entry.get("hashAlgorithm", "SHA256")]
    return canonical_form(read(SUITE / entry["action"]), algorithm=algorithm)


def renamed(quad: Quad, names: dict[str, str]) -> Quad:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    return Quad(
        BlankNode(names[subject.value]) if isinstance(subject, BlankNode) else subject,
        quad.predicate,
        BlankNode(names[value.value]) if isinstance(value, BlankNode) else value,
        BlankNode(names[graph.value]) if isinstance(graph, BlankNode) else graph,
    )


def test_the_whole_suite_is_collected() -> None:
    assert Counter(entry["type"] for entry in ENTRIES) == {
        "rdfc:RDFC10EvalTest": 64,
        "rdfc:RDFC10MapTest": 21,
        "rdfc:RDFC10NegativeEvalTest": 1,
    }
    kinds = ("RDFC10EvalTest", "RDFC10MapTest", "RDFC10NegativeEvalTest")
    assert sum(len(of_type(kind)) for kind in kinds) == len(ENTRIES) == 86
    assert Counter(entry.get("hashAlgorithm", "SHA256") for entry in ENTRIES) == {
        "SHA256": 84,
        "SHA384": 2,
    }


@pytest.mark.parametrize("entry", of_type("RDFC10EvalTest"))
def test_our_form_is_the_expected_file(entry: Entry) -> None:
    assert (SUITE / entry["result"]).read_bytes() == our_form(entry)


@pytest.mark.parametrize("entry", of_type("RDFC10MapTest"))
def test_the_expected_map_leads_from_the_input_to_our_form(entry: Entry) -> None:
    names: dict[str, str] = json.loads((SUITE / entry["result"]).read_bytes())
    quads = read(SUITE / entry["action"])
    nodes = {term.value for quad in quads for term in quad if isinstance(term, BlankNode)}
    assert nodes == names.keys()
    assert len(nodes) == len(set(names.values()))
    mapped = serialize(Dataset(renamed(q, names) for q in quads), format=RdfFormat.N_QUADS)
    assert mapped is not None
    assert b"".join(sorted(mapped.splitlines(keepends=True))) == our_form(entry)


@pytest.mark.parametrize("entry", of_type("RDFC10NegativeEvalTest"))
def test_a_poisoned_dataset_is_refused_in_time(entry: Entry) -> None:
    # In a process of its own, which ends after 30 s: should the guard fail, nothing hangs.
    command = [sys.executable, "-c", REFUSE, str(SUITE / entry["action"])]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30)
    assert done.stdout == (
        "the dataset has blank nodes that are too many and too alike to be told apart; "
        "give them IRIs\n"
    )
