"""The files of a workspace as named graphs, read without loss and with nothing guessed."""

import difflib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import Dataset, Literal, NamedNode, Quad, RdfFormat, parse

from mfgraph.errors import SourceFault, SyntaxFault
from mfgraph.vocab import ENTITIES_GRAPH, ONTOLOGY_GRAPH, source_graph, term
from mfgraph.workspace import Workspace

_RDF_TYPE: Final = term("rdf:type")
_DOCUMENT: Final = term("schema:TextDigitalDocument")


def read_files(workspace: Workspace) -> Dataset:
    """Everything that the files say, a named graph for each kind of file and each source.

    The stored text of a source is added to the text's description.

    Raises:
        SyntaxFault: a file is not Turtle in UTF-8; the message names file and line.
        SourceFault: a stored text and its description do not go together.
    """
    return Dataset(_quads(workspace))


def read_turtle(path: Path, graph: NamedNode, workspace: Workspace) -> Iterator[Quad]:
    """The triples of one Turtle file as quads of a graph."""
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
    except SyntaxError as error:
        where = f"{workspace.relative(path)}:{error.lineno or 1}"
        raise SyntaxFault(f"not Turtle: {error.msg}", where=where) from error
    except (OSError, ValueError) as error:
        raise SyntaxFault(f"cannot be read: {error}", where=workspace.relative(path)) from error


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


def _quads(workspace: Workspace) -> Iterator[Quad]:
    for path in workspace.ontology_files():
        yield from read_turtle(path, ONTOLOGY_GRAPH, workspace)
    for path in workspace.entity_files():
        yield from read_turtle(path, ENTITIES_GRAPH, workspace)
    described = {path.stem for path in workspace.source_files()}
    for path in workspace.text_files():
        if path.stem not in described:
            raise SourceFault(
                "a stored text without its description",
                where=f"{workspace.relative(path)}:1",
                hint=_near(path.stem, described),
            )
    for path in workspace.source_files():
        yield from _source(path, workspace)


def _source(path: Path, workspace: Workspace) -> Iterator[Quad]:
    graph, text = source_graph(path.stem), path.with_suffix(".txt")
    for quad in read_turtle(path, graph, workspace):
        yield quad
        if quad.predicate == _RDF_TYPE and quad.object == _DOCUMENT:
            if not text.is_file():
                raise SourceFault(
                    f"the text it describes is not stored: {workspace.relative(text)} is missing",
                    where=workspace.locations().where(_iri(quad.subject)),
                    hint="put the text back, or describe the source without one",
                )
            content = Literal(stored_text(text, workspace))
            yield Quad(quad.subject, term("schema:text"), content, graph)


def _iri(subject: object) -> str:
    return subject.value if isinstance(subject, NamedNode) else ""


def _near(stem: str, described: set[str]) -> str:
    near = difflib.get_close_matches(stem, sorted(described), n=1)
    return f"write {stem}.ttl beside it" + (f", or is it {near[0]}.txt?" if near else "")
