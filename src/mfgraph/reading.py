"""The files of a workspace as named graphs, with nothing guessed.

`load_files` gives them as a store, which answers; `read_files` as quads, for those who look at
how a literal is spelled: a store rewrites `58.0` to `58`.
"""

import difflib
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pyoxigraph import Dataset, Literal, NamedNode, Quad, RdfFormat, parse

from mfgraph.errors import SourceFault, SyntaxFault
from mfgraph.store import OxigraphStore
from mfgraph.vocab import ENTITIES_GRAPH, ONTOLOGY_GRAPH, source_graph, term
from mfgraph.workspace import Workspace

_RDF_TYPE: Final = term("rdf:type")
_DOCUMENT: Final = term("schema:TextDigitalDocument")


def load_files(workspace: Workspace) -> OxigraphStore:
    """A store of everything that the files say, a named graph for each kind of file and each source.

    The stored text of a source is added to the text's description. The triples go from the
    files into the store without becoming Python's objects.

    Raises:
        SyntaxFault: a file is not Turtle in UTF-8; the message names file and line.
        SourceFault: a stored text and its description do not go together.
    """
    store = OxigraphStore.of(())
    for path, graph in graphs_of_files(workspace):
        with _named(path, workspace):
            store.inner.load(path=str(path), format=RdfFormat.TURTLE, to_graph=graph)
    store.inner.extend(list(_loaded_texts(store, workspace)))
    return store


def read_files(workspace: Workspace) -> Dataset:
    """The same as `load_files`, each literal spelled as it is in its file.

    Raises:
        SyntaxFault: a file is not Turtle in UTF-8; the message names file and line.
        SourceFault: a stored text and its description do not go together.
    """
    return Dataset(_quads(workspace))


def graphs_of_files(workspace: Workspace) -> Iterator[tuple[Path, NamedNode]]:
    """Every Turtle file with the graph that it is read into.

    Raises:
        SourceFault: a text is stored that no file describes.
    """
    yield from ((path, ONTOLOGY_GRAPH) for path in workspace.ontology_files())
    yield from ((path, ENTITIES_GRAPH) for path in workspace.entity_files())
    sources = workspace.source_files()
    stems = {path.stem for path in sources}
    for path in workspace.text_files():
        if path.stem not in stems:
            raise SourceFault(
                "a stored text without its description",
                where=f"{workspace.relative(path)}:1",
                hint=_near(path.stem, stems),
            )
    yield from ((path, source_graph(path.stem)) for path in sources)


def read_turtle(path: Path, graph: NamedNode, workspace: Workspace) -> Iterator[Quad]:
    """The triples of one Turtle file as quads of a graph."""
    with _named(path, workspace):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)


def stored_text(path: Path, workspace: Workspace) -> str:
    """The text of a source, decoded and otherwise as its bytes are.

    Raises:
        SyntaxFault: the bytes are not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise SyntaxFault(
            f"the stored text is not UTF-8: byte {error.start} is {error.reason}",
            where=workspace.relative(path),
            hint="store the text as it was taken, in UTF-8",
        ) from error


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, in lower-case hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _named(path: Path, workspace: Workspace) -> Iterator[None]:
    """A fault in reading a file, told with the file's name and the line."""
    try:
        yield
    except SyntaxError as error:
        where = f"{workspace.relative(path)}:{error.lineno or 1}"
        raise SyntaxFault(f"not Turtle: {error.msg}", where=where) from error
    except (OSError, ValueError) as error:
        raise SyntaxFault(f"cannot be read: {error}", where=workspace.relative(path)) from error


def _quads(workspace: Workspace) -> Iterator[Quad]:
    for path, graph in graphs_of_files(workspace):
        for quad in read_turtle(path, graph, workspace):
            yield quad
            if graph not in _NOT_SOURCES and _is_text(quad):
                yield _with_text(quad, path, workspace)


def _loaded_texts(store: OxigraphStore, workspace: Workspace) -> Iterator[Quad]:
    files = {str(source_graph(path.stem)): path for path in workspace.source_files()}
    found = store.inner.quads_for_pattern(None, _RDF_TYPE, _DOCUMENT)
    for quad in sorted(found, key=lambda quad: str(quad.graph_name)):
        path = files.get(str(quad.graph_name))
        if path is not None:
            yield _with_text(quad, path, workspace)


def _is_text(quad: Quad) -> bool:
    return quad.predicate == _RDF_TYPE and quad.object == _DOCUMENT


def _with_text(quad: Quad, path: Path, workspace: Workspace) -> Quad:
    """What a source's stored text says, added to what its file says that the text is."""
    text = path.with_suffix(".txt")
    if not text.is_file():
        raise SourceFault(
            f"the text it describes is not stored: {workspace.relative(text)} is missing",
            where=workspace.locations().where(_iri(quad.subject)),
            hint="put the text back, or describe the source without one",
        )
    content = Literal(stored_text(text, workspace))
    return Quad(quad.subject, term("schema:text"), content, quad.graph_name)


def _iri(subject: object) -> str:
    return subject.value if isinstance(subject, NamedNode) else ""


def _near(stem: str, described: set[str]) -> str:
    near = difflib.get_close_matches(stem, sorted(described), n=1)
    return f"write {stem}.ttl beside it" + (f", or is it {near[0]}.txt?" if near else "")


_NOT_SOURCES: Final = frozenset({ONTOLOGY_GRAPH, ENTITIES_GRAPH})
