"""What the files of a workspace say, as lines of N-Quads, without loss and without objects.

Oxigraph parses a file and writes its triples; the graph that the file speaks in is put behind
each of them.
"""

import io
import re
from pathlib import Path
from typing import IO, Final, cast

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from mfgraph.errors import SyntaxFault
from mfgraph.lines import Chunks
from mfgraph.reading import graphs_of_files, stored_text
from mfgraph.vocab import term
from mfgraph.workspace import Workspace

_DOCUMENT: Final = re.compile(
    rb"^<(\S+)> %b %b \.$"
    % (str(term("rdf:type")).encode(), str(term("schema:TextDigitalDocument")).encode()),
    re.MULTILINE,
)


def write_said(workspace: Workspace, output: io.RawIOBase) -> None:
    """Write all that the files say, and the stored texts, each file's in its graph.

    Raises:
        SyntaxFault: a file has changed since the store was built of it, and cannot be read.
    """
    for path, graph in graphs_of_files(workspace):
        with _InGraph(graph, output) as triples:
            _write(path, triples, workspace)
            for document in sorted(triples.documents):
                text = Literal(stored_text(path.with_suffix(".txt"), workspace))
                said = Triple(NamedNode(document), term("schema:text"), text)
                serialize([said], cast("IO[bytes]", triples), format=RdfFormat.N_TRIPLES)


def _write(path: Path, output: io.RawIOBase, workspace: Workspace) -> None:
    try:
        quads = parse(path=str(path), format=RdfFormat.TURTLE)
        # A file without graphs is read into the default graph, of which N-Quads are N-Triples.
        serialize(quads, cast("IO[bytes]", output), format=RdfFormat.N_QUADS)
    except (SyntaxError, ValueError) as error:
        raise SyntaxFault(f"cannot be read: {error}", where=workspace.relative(path)) from error


class _InGraph(Chunks):
    """Lines of N-Triples that become N-Quads of one graph; `documents` are those with a text."""

    def __init__(self, graph: NamedNode, output: io.RawIOBase) -> None:
        super().__init__()
        self.documents: set[str] = set()
        self._end_of_line = f" {graph} .\n".encode()
        self._output = output

    def take(self, chunk: bytes) -> None:
        """Put the graph behind each triple."""
        self.documents.update(name.decode() for name in _DOCUMENT.findall(chunk))
        # Line breaks are escaped in literals, so that this is the end of a line.
        self._output.write(chunk.replace(b" .\n", self._end_of_line))
