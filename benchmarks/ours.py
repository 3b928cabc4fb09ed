"""mfgraph in a process of its own: one step of a benchmark.

python benchmarks/ours.py STEP WORKSPACE FOLDER [QUESTIONS…]
"""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from pyoxigraph import DefaultGraph, RdfFormat, Store
from samples import arguments, begin, often, once, report

import mfgraph.build
import mfgraph.reading
import mfgraph.resolve
import mfgraph.verify
from mfgraph.api import Dataset, in_language
from mfgraph.build import Built
from mfgraph.queries import bound
from mfgraph.store import OxigraphStore
from mfgraph.workspace import Workspace


def build(workspace: Workspace, _: Path, __: list[str]) -> None:
    """Files to a store with all that holds, and how much of it each part takes."""
    # The build takes its parts from their modules when it needs them.
    modules = {"load_files": mfgraph.reading, "verify": mfgraph.verify, "resolve": mfgraph.resolve}
    parts = {name: _timed(module, name) for name, module in modules.items()}
    once("build", lambda: sum(1 for _ in mfgraph.build.build(workspace).store.quads()))
    for name, seconds in parts.items():
        report(name, seconds)


def save(workspace: Workspace, _: Path, __: list[str]) -> None:
    """A built store, to disk."""
    built = mfgraph.build.build(workspace)
    once("save", lambda: _nothing(mfgraph.build.save(built)))


def reopen(workspace: Workspace, _: Path, __: list[str]) -> None:
    """A saved store, found and asked."""
    once("reopen", lambda: int(mfgraph.build.load(workspace).store.ask("ASK { ?s ?p ?o }")))


def prepare(workspace: Workspace, folder: Path, questions: list[str]) -> None:
    """What the peers are given: the quads of the store, and the questions as SPARQL."""
    built = mfgraph.build.load(workspace)
    # What was saved before is only found again.
    store = Store.read_only(str(mfgraph.build.save(built)))
    with (folder / "quads.nq").open("wb") as file:
        store.dump(file, RdfFormat.N_QUADS)
    with (folder / "view.nt").open("wb") as file:
        store.dump(file, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    dataset = Dataset(built)
    for name in questions:
        (folder / f"{name}.rq").write_text(_text(dataset, name), encoding="utf-8")
    counts = {"quads": sum(1 for _ in _lines(folder / "quads.nq"))}
    counts["view"] = sum(1 for _ in _lines(folder / "view.nt"))
    print(json.dumps({"facts": counts}), flush=True)


def unite(workspace: Workspace, folder: Path, _: list[str]) -> None:
    """All graphs as one, each triple once, which is what is validated."""
    store = OxigraphStore.merged(mfgraph.build.load(workspace).store)
    with (folder / "union.nt").open("wb") as file:
        store.inner.dump(file, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())


def ask(workspace: Workspace, folder: Path, questions: list[str]) -> None:
    """The questions, asked of the store on disk."""
    _ask(mfgraph.build.load(workspace), folder, questions)


def ask_in_memory(workspace: Workspace, folder: Path, questions: list[str]) -> None:
    """The questions, asked of the store as it was built."""
    _ask(mfgraph.build.build(workspace), folder, questions)


def validate(workspace: Workspace, _: Path, __: list[str]) -> None:
    """The whole validation, without the time to load."""
    from mfgraph.validate import validate as check  # noqa: PLC0415  (heavy, and not for other steps)

    built = mfgraph.build.load(workspace)
    once("validate", lambda: _results(check(built).graph))


def export(workspace: Workspace, folder: Path, formats: list[str]) -> None:
    """The dataset in each format, without the time to load."""
    from mfgraph.export import export as write  # noqa: PLC0415  (not for other steps)

    for name in formats:
        built = mfgraph.build.load(workspace)
        path = folder / f"mfgraph.{name}"
        once(name, lambda: _nothing(write(built, name, path)))  # noqa: B023  (called at once)


def rank(workspace: Workspace, _: Path, names: list[str]) -> None:
    """A network of the library, with the PageRank of each node."""
    from mfgraph.network import measure  # noqa: PLC0415  (not for other steps)

    dataset = Dataset(mfgraph.build.load(workspace))
    (name,) = names
    once("network", lambda: len(measure(dataset.network(name), ("pagerank",)).rows("en")))


def _ask(built: Built, folder: Path, questions: list[str]) -> None:
    dataset = Dataset(built)
    for name in questions:
        text = (folder / f"{name}.rq").read_text(encoding="utf-8")
        often(name, lambda: len(dataset.sparql(text).records()))  # noqa: B023  (called at once)
    # What comes before the text: to find a question by its name, read it and bind its terms.
    often("find and bind", lambda: len(_text(dataset, questions[0])))


def _text(dataset: Dataset, name: str) -> str:
    question = dataset.library.query(name)
    return bound(question, in_language(question, _parameters(name), "en"))


def _results(graph: Any) -> int:
    from rdflib import SH  # noqa: PLC0415  (see above)

    return len(set(graph.subjects(SH.sourceShape)))


def _parameters(question: str) -> dict[str, str]:
    return {"organization": "org/federation"} if question == "members" else {}


def _timed(module: ModuleType, name: str) -> list[float]:
    """Have a part of the build note how long it took, each time it is called."""
    part: Callable[..., Any] = getattr(module, name)
    seconds: list[float] = []

    def timed(*given: Any) -> Any:
        start = time.perf_counter()
        result = part(*given)
        seconds.append(time.perf_counter() - start)
        return result

    setattr(module, name, timed)
    return seconds


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


def _nothing(_: object) -> None:
    return None


STEPS = {
    step.__name__: step
    for step in (build, save, reopen, prepare, unite, ask, ask_in_memory, validate, export, rank)
}

if __name__ == "__main__":
    step, workspace, folder, *rest = arguments()
    begin(step)
    STEPS[step](Workspace(Path(workspace)), Path(folder), rest)
