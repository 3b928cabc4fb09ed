"""A table of times: by size, beside ours, with growth and memory."""

from collections.abc import Iterator, Sequence

from figures import RUNS, exponents, ratio, seconds, size_name
from results import Found, Results, Row


def section(title: str, text: str, rows: Sequence[Row], found: Results) -> Iterator[str]:
    """A section of one table: a line for each row of which anything is known."""
    yield f"## {title}\n\n{text}\n"
    names = [size_name(size) for size in found.sizes]
    yield line(["", *names, "growth", "peak"])
    yield line(["---", *["---:"] * (len(names) + 2)])
    for row in rows:
        cells = [cell(found, row, size) for size in found.sizes]
        if any(text.strip("—") for text in cells):
            yield line([row.label, *cells, growth(found, row), memory(found, row)])
    yield ""


def cell(found: Results, row: Row, size: int) -> str:
    """A time with its ratio to ours and the number of its runs, or why there is none."""
    one = found.of(size, row.measure, row.case, row.engine)
    ours = found.time(size, *row.beside) if row.beside else None
    if "over" in one and ours:
        return f"{one['note']} · over {ratio(one['over'], ours)}"
    if not one.get("seconds"):
        return _absent(one)
    time = found.time(size, row.measure, row.case, row.engine)
    parts = [seconds(time or 0.0)]
    if ours and time:
        parts.append(f"· {ratio(time, ours)}")
    if len(one["seconds"]) != RUNS:
        parts.append(f"({len(one['seconds'])})")
    if row.beside and _differs(one, found.of(size, *row.beside)):
        parts.append(f"**{one['rows']} rows, not {found.of(size, *row.beside)['rows']}**")
    return " ".join(parts)


def growth(found: Results, row: Row) -> str:
    """The exponent between the last two sizes that were measured, by the quads of the store."""
    taken = {
        found.quads(size): found.time(size, row.measure, row.case, row.engine)
        for size in found.sizes
    }
    grown = exponents({quads: time for quads, time in taken.items() if time})
    return f"{grown[max(grown)]:.2f}" if grown else ""


def memory(found: Results, row: Row) -> str:
    """The peak of memory at the greatest size that was measured."""
    taken = [found.peak(size, row.measure, row.case, row.engine) for size in found.sizes]
    peaks = [peak for peak in taken if peak is not None]
    return f"{peaks[-1]:,.0f} MB" if peaks else ""


def line(cells: Sequence[str]) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def _absent(one: Found) -> str:
    if one.get("refused"):
        return "cannot"
    if one.get("outcome") == "stopped":
        return str(one["note"])
    if one.get("outcome") == "failed":
        return "failed"
    return "—"


def _differs(one: Found, other: Found) -> bool:
    rows = (one.get("rows"), other.get("rows"))
    return None not in rows and rows[0] != rows[1]
