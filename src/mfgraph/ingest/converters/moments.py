"""Moments of a record: the interval that a tie or post lasts, and the instants known of it.

A day on which something is attested lies inside its interval; it is no beginning and no end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft
from mfgraph.vocab import term

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")


@dataclass(frozen=True, slots=True)
class Moments:
    """When a record held, by one line: a start, an end, a day on which it is attested."""

    start: str | None = None
    end: str | None = None
    inside: str | None = None

    def __bool__(self) -> bool:
        return any((self.start, self.end, self.inside))

    def blocks(self, owner: NamedNode) -> Iterator[Block]:
        """The interval of the owner and its instants."""
        inside = ((term("time:inside"), (at(owner, self.inside),)),) if self.inside else ()
        yield Block(interval(owner), ((term("rdf:type"), (term("time:ProperInterval"),)), *inside))
        for text in dict.fromkeys(each for each in (self.start, self.end, self.inside) if each):
            yield instant(owner, text)

    def claims(self, owner: NamedNode) -> Iterator[ClaimDraft]:
        """The claims of when it began and ended; that it was attested is part of the record."""
        for edge, text in (("Beginning", self.start), ("End", self.end)):
            if text:
                yield ClaimDraft(
                    subject=interval(owner),
                    predicate=term(f"time:has{edge}"),
                    value=at(owner, text),
                )


def interval(owner: NamedNode) -> NamedNode:
    """The IRI of the interval of a record."""
    return NamedNode(f"{owner.value}#interval")


def at(owner: NamedNode, text: str) -> NamedNode:
    """The IRI of an instant of a record.

    >>> at(term("relation:ifc--lent-to--al-amana--2022"), "2022").value
    'https://w3id.org/mfgraph/id/relation/ifc--lent-to--al-amana--2022#2022'
    """
    return NamedNode(f"{owner.value}#{text}")


def instant(owner: NamedNode, text: str) -> Block:
    """The description of an instant: its date as given and, for a whole day, as a day."""
    dated = Block(
        at(owner, text),
        ((term("rdf:type"), (term("time:Instant"),)), (term("dcterms:date"), (edtf(text),))),
    )
    if not _DAY.match(text):
        return dated
    day = Literal(text, datatype=term("xsd:date"))
    return Block(dated.subject, (*dated.pairs, (term("time:inXSDDate"), (day,))))
