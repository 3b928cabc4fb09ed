"""What a line says before it is written: claims, records and things, not yet named or numbered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.lines import Line

Value = NamedNode | Literal
Pairs = tuple[tuple[NamedNode, tuple[Value, ...]], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One subject and what is said of it, in order."""

    subject: NamedNode
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim without its name: about records (`supports`), or about one property of one thing.

    `grounds`, by language, say what an inferred claim rests on.
    """

    supports: tuple[NamedNode, ...] = ()
    subject: NamedNode | None = None
    predicate: NamedNode | None = None
    value: Value | None = None
    mode: str = "narrated"
    asserted_by: NamedNode | None = None
    as_printed: str | None = None
    certainty: str | None = None
    grounds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one line says; `entities` names the file of `data/entities/` that each block is for."""

    claims: tuple[ClaimDraft, ...]
    records: tuple[Block, ...] = ()
    entities: tuple[tuple[str, Block], ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why a line became no claim."""

    reason: str


@dataclass(frozen=True, slots=True)
class SourceRef:
    """The source that a line is from, as converters need to know it."""

    slug: str
    outlet: NamedNode
    kind: str


Converter = Callable[[Line, SourceRef], Draft | Skipped]
