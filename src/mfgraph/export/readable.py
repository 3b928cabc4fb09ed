"""Turtle and TriG for reading: prefixes that are used, a block a subject, `a` first.

Oxigraph writes the [Turtle](https://www.w3.org/TR/turtle/) and [TriG](https://www.w3.org/TR/trig/)
of quads in the order they come, with every literal spelled as it is; what is added here is
the head and the blank lines. It escapes line breaks in literals, so a line is a line.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from mfgraph.vocab import PREFIXES

# A string, an IRI, or the prefix of a name; what stands inside the first two is no prefix.
_TOKEN: Final = re.compile(
    r'"(?:[^"\\]|\\.)*"|<[^>]*>|([A-Za-z][\w-]*):(?:[^\s;,.\\]|\\.|\.(?=\S))*'
)
_GRAPH: Final = " {"


def turtle(quads: Iterable[Quad]) -> bytes:
    r"""Triples in Turtle, in the order given.

    >>> from pyoxigraph import Literal
    >>> from mfgraph.vocab import term
    >>> fnam, label = term("organization:fnam"), term("skos:prefLabel")
    >>> print(turtle([Quad(fnam, label, Literal("FNAM", language="fr"))]).decode(), end="")
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix organization: <https://w3id.org/mfgraph/id/org/> .
    <BLANKLINE>
    organization:fnam skos:prefLabel "FNAM"@fr .
    """
    triples = (Triple(q.subject, q.predicate, q.object) for q in quads)
    return _laid_out(serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)))


def trig(quads: Iterable[Quad]) -> bytes:
    """Quads in TriG, in the order given."""
    return _laid_out(serialize(quads, format=RdfFormat.TRIG, prefixes=dict(PREFIXES)))


def _laid_out(written: bytes | None) -> bytes:
    text = (written or b"").decode()
    body = [line for line in text.split("\n") if line and not line.startswith("@prefix ")]
    used = {match[1] for line in body for match in _TOKEN.finditer(line)}
    head = [f"@prefix {p}: <{iri}> ." for p, iri in PREFIXES.items() if p in used]
    return "".join(f"{line}\n" for line in (*head, *_spaced(body))).encode()


def _spaced(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with an empty one before each subject and each graph."""
    inside = opened = False
    for line in lines:
        starts = (
            line.startswith("\t") and not line.startswith("\t\t") if inside else line[0] != "\t"
        )
        if starts and line != "}" and not opened:
            yield ""
        yield line
        opened = line[0] != "\t" and line.endswith(_GRAPH)
        inside = opened or (inside and line != "}")
