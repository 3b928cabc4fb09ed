"""Turtle and TriG for reading: prefixes that are used, a block a subject, `a` first.

Oxigraph writes the [Turtle](https://www.w3.org/TR/turtle/) and [TriG](https://www.w3.org/TR/trig/)
of quads in the order they come, with every literal spelled as it is; what is added here is
the order, the head and the blank lines. It escapes line breaks in literals, so a line is a line.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, Final, cast

from pyoxigraph import Quad, RdfFormat, serialize

from mfgraph.export.quads import NAMED, as_quads
from mfgraph.lines import BLOCK, Block, Chunks, Sorted, joined
from mfgraph.vocab import PREFIXES, term

# A string, an IRI, or the prefix of a name; what stands inside the first two is no prefix.
_TOKEN: Final = re.compile(
    rb'"(?:[^"\\]|\\.)*"|<[^>]*>|([A-Za-z][\w-]*):(?:[^\s;,.\\]|\\.|\.(?=\S))*'
)
_HEAD: Final = re.compile(rb"(?:@prefix .*\n)*")
_GRAPH_OPENS: Final = re.compile(rb"^[^\t\n].* \{$", re.MULTILINE)
# Where a subject begins outside of graphs; and inside of them, or a graph.
_OUTSIDE: Final = re.compile(rb"^(?=[^\t\n])", re.MULTILINE)
_INSIDE: Final = re.compile(rb"(?<!\{\n)^(?=[^\t\n}]|\t[^\t])", re.MULTILINE)
_TYPE: Final = f" {term('rdf:type')} ".encode()
# N-Quads escape this character, so that it stands in no line; it sorts before all others.
_TYPE_FIRST: Final = b" \x01 "
# Graphs sort behind the default graph: "~" comes after what a subject starts with.
_GRAPH_FIRST: Final = re.compile(rb"^~(\S+) (.*) \.$", re.MULTILINE)


def write_turtle(blocks: Iterable[Block], output: IO[bytes]) -> None:
    r"""The triples of some lines in Turtle, by subject.

    >>> said = "<https://w3id.org/mfgraph/id/org/fnam> <https://schema.org/name> 'FNAM'@fr ."
    >>> import io
    >>> output = io.BytesIO()
    >>> write_turtle([[said.replace("'", '"').encode()]], output)
    >>> print(output.getvalue().decode(), end="")
    @prefix schema: <https://schema.org/> .
    @prefix organization: <https://w3id.org/mfgraph/id/org/> .
    <BLANKLINE>
    organization:fnam schema:name "FNAM"@fr .
    """
    _write(blocks, output, RdfFormat.TURTLE)


def write_trig(blocks: Iterable[Block], output: IO[bytes]) -> None:
    """The quads of some lines in TriG, by graph and subject."""
    _write(blocks, output, RdfFormat.TRIG)


@contextmanager
def in_order(blocks: Iterable[Block]) -> Iterator[Iterator[Quad]]:
    """Quads by graph and subject, each subject's type first."""
    with Sorted(_for_reading) as lines:
        for block in blocks:
            lines.write(joined(block))
        yield as_quads(_as_nquads(lines.blocks()))


def _for_reading(chunk: bytes) -> bytes:
    # No space stands before a subject, which is thus left alone.
    graph_first = NAMED.sub(rb"~\2 \1 .", chunk.replace(_TYPE, _TYPE_FIRST))
    # Where that was the object and not the property, it now ends the line.
    return graph_first.replace(_TYPE_FIRST + b".\n", _TYPE + b".\n")


def _as_nquads(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        typed = joined(block).replace(_TYPE_FIRST, _TYPE)
        yield _GRAPH_FIRST.sub(rb"\2 \1 .", typed)[:-1].split(b"\n")


def _write(blocks: Iterable[Block], output: IO[bytes], form: RdfFormat) -> None:
    with in_order(blocks) as quads, TemporaryFile() as body, _Layout(body) as layout:
        serialize(quads, cast("IO[bytes]", layout), format=form, prefixes=dict(PREFIXES))
        layout.flush()
        for prefix, iri in PREFIXES.items():
            if prefix.encode() in layout.prefixes:
                output.write(f"@prefix {prefix}: <{iri}> .\n".encode())
        body.seek(0)
        shutil.copyfileobj(body, output, BLOCK)


class _Layout(Chunks):
    """What Oxigraph writes, without its head and with an empty line before what begins."""

    def __init__(self, body: IO[bytes]) -> None:
        # Where a statement ends, no graph has just been opened.
        super().__init__(BLOCK, end=b" .\n")
        self.prefixes: set[bytes] = set()
        self._body = body
        self._inside = False

    def take(self, chunk: bytes) -> None:
        """Lay out some statements."""
        head = _HEAD.match(chunk)
        text = chunk[head.end() :] if head else chunk
        self.prefixes.update(_TOKEN.findall(text))
        opened = None if self._inside else _GRAPH_OPENS.search(text)
        start = 0 if self._inside else opened.start() if opened else len(text)
        self._inside = self._inside or opened is not None
        self._body.write(_OUTSIDE.sub(b"\n", text[:start]) + _INSIDE.sub(b"\n", text[start:]))
