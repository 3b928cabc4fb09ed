"""The tables of questions: one a size, a line a question, a column an engine."""

from collections.abc import Iterator, Sequence

from figures import geometric_mean, ratio, seconds, size_name
from results import ON_DISK, OURS, Results, Row
from tables import cell, line

_BIND = "find and bind"
_ENGINES = (OURS, ON_DISK, "pyoxigraph", "pyoxigraph on disk", "rdflib", "kglab", "maplib")


def questions(text: str, found: Results) -> Iterator[str]:
    """The section of the questions, and the words in which a peer refused them."""
    yield f"## Questions\n\n{text}\n"
    for size in found.sizes:
        asked = found.cases(size, "questions", OURS)
        names = [name for name in asked if name not in (_BIND, "questions")]
        if names:
            yield from _asked(found, size, names)
    for engine, said in found.refusals("questions").items():
        yield f"{engine} cannot: {said.partition(' in context ')[0]}.\n"


def _asked(found: Results, size: int, names: Sequence[str]) -> Iterator[str]:
    yield f"At {size_name(size)}:\n"
    yield line(["question", "rows", *_ENGINES])
    yield line(["---", "---:", *["---:"] * len(_ENGINES)])
    for name in names:
        rows = found.of(size, "questions", name, OURS).get("rows", "")
        cells = [
            cell(found, Row(engine, "questions", name, engine, _beside(name, engine)), size)
            for engine in _ENGINES
        ]
        yield line([f"`{name}`", f"{rows:,}" if rows else "0", *cells])
    means = [_mean(found, size, names, engine) for engine in _ENGINES]
    yield line(["**geometric mean, × ours**", "", *means])
    bind = found.time(size, "questions", _BIND, OURS)
    if bind:
        yield f"\nTo find a question by its name, read it and bind its terms: {seconds(bind)}.\n"


def _beside(name: str, engine: str) -> tuple[str, str, str] | None:
    return None if engine == OURS else ("questions", name, _counterpart(engine))


def _counterpart(engine: str) -> str:
    return ON_DISK if engine == "pyoxigraph on disk" else OURS


def _mean(found: Results, size: int, names: Sequence[str], engine: str) -> str:
    if engine in (OURS, ON_DISK):
        return ""
    pairs = [
        (theirs, ours)
        for name in names
        if (theirs := found.time(size, "questions", name, engine))
        and (ours := found.time(size, "questions", name, _counterpart(engine)))
    ]
    if not pairs:
        return "—"
    mean = geometric_mean([theirs / ours for theirs, ours in pairs])
    short = f" ({len(pairs)} of {len(names)})" if len(pairs) < len(names) else ""
    return f"**{ratio(mean, 1.0)}**{short}"
