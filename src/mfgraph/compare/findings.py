"""What does not add up: findings about sources, by the queries of `queries/findings/`.

Each query is one arithmetic or calendar check, and each row one place where it fails. These are
no errors of the dataset: what a source prints is kept as it prints it.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.compare.table import write_rows
from mfgraph.compare.words import Writer, plain
from mfgraph.errors import SyntaxFault
from mfgraph.phrases import phrase
from mfgraph.queries import READABLE, Library, QueryFile, Table
from mfgraph.resolve import Standing
from mfgraph.resolve.telling import grouped, named, naming
from mfgraph.store import Store
from mfgraph.terms import Term, compact, display, pick
from mfgraph.vocab import GRAPH, PREFIXES, term

THEME: Final = "findings"
FORMATS: Final = (*READABLE, "csv", "json")
_COLUMNS: Final = ("finding", "about", "expected", "found", "sources")
_ROW: Final = ("subject", "expected", "found", "source", "against")
# The dimensions by which sources break a total down.
_SPLITS: Final = frozenset(
    term(name)
    for name in ("mf:activity", "mf:setting", "mf:loanType", "mf:purpose", "sdmx-dimension:sex")
)
_DECIMAL: Final = term("xsd:decimal")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a source does not add up: what was expected, what it prints, against whom.

    Where `of_parts` the subject stands for all parts of its breakdown.
    """

    name: str
    title: Mapping[str, str]
    subject: NamedNode
    expected: Term
    found: Term
    source: NamedNode
    against: NamedNode
    of_parts: bool = False


def findings(store: Store, library: Library) -> list[Finding]:
    """The findings of every check of a workspace, by check and then by subject.

    Raises:
        SyntaxFault: a check does not return the columns that all of them return.
    """
    return [each for query in library.theme(THEME) for each in _of(query, store)]


def write_findings(
    found: Sequence[Finding], writer: Writer, chosen: str, output: IO[bytes]
) -> None:
    """Write findings in one of `FORMATS`."""
    if chosen == "json":
        records = [_record(each) for each in found]
        output.write(f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode())
        return
    rows = [_row(each, writer) for each in found]
    if chosen == "csv":
        write_rows([_COLUMNS, *rows], output)
        return
    cells = tuple(tuple(Literal(cell) for cell in row) for row in rows)
    READABLE[chosen](Table(writer.headings(_COLUMNS), _COLUMNS, cells), output)
    lines = "".join(f"\n{line}" for line in _totals(found, writer))
    output.write(f"{lines}\n".encode())


def _of(query: QueryFile, store: Store) -> Iterator[Finding]:
    title = query.header.get("finding")
    if not isinstance(title, dict) or tuple(c.name for c in query.columns) != _ROW:
        raise SyntaxFault(
            f"a check returns {', '.join(_ROW)} and has a 'finding' that names it",
            where=str(query.path),
        )
    for row in store.select(query.text):
        subject, source, against = row["subject"], row["source"], row["against"]
        if (
            isinstance(subject, NamedNode)
            and isinstance(source, NamedNode)
            and isinstance(against, NamedNode)
        ):
            yield Finding(
                name=query.name,
                title=title,
                subject=subject,
                expected=row["expected"],
                found=row["found"],
                source=source,
                against=against,
                of_parts=query.header.get("parts") == "true",
            )


def _row(each: Finding, writer: Writer) -> tuple[str, ...]:
    sources = dict.fromkeys((each.source, each.against))
    cells = (
        pick(each.title, writer.lang),
        _told(each.subject, writer, without=_SPLITS if each.of_parts else frozenset()),
        _told(each.expected, writer),
        _told(each.found, writer),
        " · ".join(dict.fromkeys(writer.source(_standing(s, writer)) for s in sources)),
    )
    return tuple(plain(cell) for cell in cells)


def _told(value: Term, writer: Writer, *, without: frozenset[NamedNode] = frozenset()) -> str:
    if isinstance(value, NamedNode):
        key = {d: v for d, v in writer.reader.keys.get(value, {}).items() if d not in without}
        about = naming(key, writer.reader.totals) if key else (value,)
        return named(about, writer.reader, writer.labels, writer.lang)
    if isinstance(value, Literal) and value.datatype == _DECIMAL:
        return grouped(Decimal(value.value), writer.lang)
    return display(value)


def _standing(source: NamedNode, writer: Writer) -> Standing:
    graph = source.value.replace(PREFIXES["source"], f"{GRAPH}source/")
    return writer.reader.standing(NamedNode(graph))


def _totals(found: Sequence[Finding], writer: Writer) -> Iterator[str]:
    counts = Counter(each.name for each in found)
    titles = {each.name: pick(each.title, writer.lang) for each in found}
    for name, count in counts.items():
        yield phrase("compare.total", writer.lang, kind=titles[name], count=count)
    yield phrase("compare.total-all", writer.lang, count=len(found))


def _record(each: Finding) -> dict[str, str]:
    return {
        "finding": each.name,
        "subject": compact(each.subject.value),
        "expected": display(each.expected),
        "found": display(each.found),
        "source": compact(each.source.value),
        "against": compact(each.against.value),
    }
