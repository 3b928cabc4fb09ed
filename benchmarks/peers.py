"""A peer in a process of its own: one step of a benchmark.

    python benchmarks/peers.py STEP PEER FOLDER [WORDS…]

Each peer is used as its documentation shows. It loads what the built store holds, asks the same
texts, and writes the same triples.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from samples import arguments, begin, often, once

# A peer that is loaded: what it holds, how it answers (rows), and how it writes a format.
Loaded = tuple[Callable[[str], int], Callable[[str, Path], None]]


def pyoxigraph(folder: Path, file: str) -> Loaded:
    """A store in memory."""
    from pyoxigraph import Store  # noqa: PLC0415  (only what is measured is imported)

    return _oxigraph(Store(), folder / file)


def pyoxigraph_on_disk(folder: Path, file: str) -> Loaded:
    """A store on disk, read again after it was written."""
    from pyoxigraph import Store  # noqa: PLC0415

    place = folder / "pyoxigraph"
    if not place.exists():
        _oxigraph(Store(str(place)), folder / file)
    return _oxigraph(Store.read_only(str(place)), None)


def rdflib(folder: Path, file: str) -> Loaded:
    """A dataset of rdflib."""
    from rdflib import Dataset  # noqa: PLC0415

    dataset = Dataset()
    dataset.parse(folder / file, format="nquads" if file.endswith("nq") else "nt")

    def write(name: str, path: Path) -> None:
        source = dataset if name == "nquads" else dataset.default_graph
        source.serialize(path, format=name)

    return lambda text: len(list(dataset.query(text))), write


def kglab(folder: Path, file: str) -> Loaded:
    """A knowledge graph of kglab, which holds one graph."""
    from kglab import KnowledgeGraph  # noqa: PLC0415

    graph = KnowledgeGraph()
    graph.load_rdf(folder / file, format="nt")
    return (
        lambda text: len(list(graph.query(text))),
        lambda name, path: graph.save_rdf(path, format=_one_graph(name)),
    )


def maplib(folder: Path, file: str) -> Loaded:
    """A model of maplib, of which the default graph is used."""
    from maplib import Model  # noqa: PLC0415

    model = Model()
    model.read(folder / file, format="ntriples")
    return (
        lambda text: int(model.query(text).height),
        lambda name, path: model.write(path, format=_one_graph(name)),
    )


def load(peer: str, folder: Path, words: list[str]) -> None:
    """A file to something that answers."""
    (file,) = words
    once("load", lambda: _nothing(PEERS[peer](folder, file)))


def load_files(peer: str, folder: Path, _: list[str]) -> None:
    """The Turtle files of the workspace, a named graph for each."""
    world = folder / "world"
    apart = ("shapes", "checks", "examples")
    files = [
        path
        for top in ("ontology", "data")
        for path in sorted((world / top).rglob("*.ttl"))
        if path.relative_to(world / top).parts[0] not in apart
    ]
    once("load", lambda: _nothing(READERS[peer](files)))


def _read_pyoxigraph(files: list[Path]) -> object:
    from pyoxigraph import NamedNode, RdfFormat, Store  # noqa: PLC0415

    store = Store()
    for path in files:
        graph = NamedNode(path.as_uri())
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE, to_graph=graph)
    return store


def _read_rdflib(files: list[Path]) -> object:
    from rdflib import Dataset, URIRef  # noqa: PLC0415

    dataset = Dataset()
    for path in files:
        dataset.graph(URIRef(path.as_uri())).parse(path, format="turtle")
    return dataset


def ask(peer: str, folder: Path, words: list[str]) -> None:
    """The questions, asked one after another of what was loaded."""
    file, *questions = words
    answer, _ = PEERS[peer](folder, file)
    for name in questions:
        text = (folder / f"{name}.rq").read_text(encoding="utf-8")
        often(name, lambda: answer(text))  # noqa: B023  (called at once)


def export(peer: str, folder: Path, words: list[str]) -> None:
    """What was loaded, in each format."""
    file, *formats = words
    _, write = PEERS[peer](folder, file)
    for name in formats:
        once(name, lambda: write(name, folder / f"{peer}.{name}"))  # noqa: B023


def validate(peer: str, folder: Path, words: list[str]) -> None:
    """The shapes run on the union of all graphs, without the time to load."""
    from rdflib import SH, Graph  # noqa: PLC0415

    check, data = VALIDATORS[peer](folder / "union.nt")
    shapes = Graph()
    for path in sorted(Path(words[0]).glob("*.ttl")):
        shapes.parse(path)

    def results() -> int:
        _, report, _ = check(data, shacl_graph=shapes)
        return len(set(report.subjects(SH.sourceShape)))

    once("validate", results)


def _pyshacl(file: Path) -> tuple[Callable[..., Any], object]:
    from pyshacl import validate as check  # noqa: PLC0415
    from rdflib import Graph  # noqa: PLC0415

    return partial(check, advanced=True), Graph().parse(file, format="nt")


def _pyshacl_turbo(file: Path) -> tuple[Callable[..., Any], object]:
    from pyshacl_turbo import validate as check  # noqa: PLC0415
    from rdflib_turbo import Dataset  # noqa: PLC0415

    data = Dataset()
    data.parse(file, format="nt")
    return check, data


def rank(_: str, folder: Path, words: list[str]) -> None:
    """The network of agents and events: pairs from a store on disk, ranks from networkx."""
    import networkx as nx  # noqa: PLC0415
    from pyoxigraph import Store  # noqa: PLC0415

    (text,) = words
    store = Store.read_only(str(folder / "pyoxigraph"))

    def ranks() -> int:
        found = store.query(Path(text).read_text(encoding="utf-8"))
        graph = nx.Graph((str(row["event"]), str(row["agent"])) for row in found)
        return len(nx.pagerank(graph))

    once("network", ranks)


def first_answer(peer: str, folder: Path, words: list[str]) -> None:
    """A count, asked right after loading."""
    file, text = words
    answer, _ = PEERS[peer](folder, file)
    once("answer", lambda: answer(text))


def _oxigraph(store: Any, file: Path | None) -> Loaded:
    from pyoxigraph import DefaultGraph, RdfFormat  # noqa: PLC0415

    if file is not None:
        form = RdfFormat.N_QUADS if file.suffix == ".nq" else RdfFormat.N_TRIPLES
        store.bulk_load(path=str(file), format=form)
        store.flush()

    def write(name: str, path: Path) -> None:
        if name == "nquads":
            store.dump(str(path), RdfFormat.N_QUADS)
        else:
            store.dump(str(path), RdfFormat.TURTLE, from_graph=DefaultGraph())

    return lambda text: sum(1 for _ in store.query(text)), write


def _one_graph(name: str) -> str:
    if name == "nquads":
        raise ValueError("it holds one graph")
    return name


def _nothing(_: object) -> None:
    return None


PEERS: dict[str, Callable[[Path, str], Loaded]] = {
    "pyoxigraph": pyoxigraph,
    "pyoxigraph on disk": pyoxigraph_on_disk,
    "rdflib": rdflib,
    "kglab": kglab,
    "maplib": maplib,
}
VALIDATORS = {"rdflib + pySHACL": _pyshacl, "pyshacl-turbo": _pyshacl_turbo}
READERS = {"pyoxigraph": _read_pyoxigraph, "rdflib": _read_rdflib}
STEPS = {
    step.__name__: step for step in (load, load_files, ask, export, validate, rank, first_answer)
}

if __name__ == "__main__":
    step, peer, folder, *rest = arguments()
    begin(step)
    STEPS[step](peer, Path(folder), rest)
