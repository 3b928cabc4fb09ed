"""The sections of the page: which rows stand in each table, and what is said of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from figures import size_name
from questions import questions
from results import ON_DISK, OURS, Results, Row
from tables import cell, line, section


def sections(content: Mapping[str, Any]) -> Iterator[str]:
    """All sections of the page, line by line."""
    found = Results(content["results"], content["facts"])
    yield from _data(content, found)
    yield from section("From files to a store", _INTRODUCTIONS["build"], _BUILD, found)
    yield from section("The resolved view alone", _INTRODUCTIONS["view"], _VIEW, found)
    yield from section("The first answer", _INTRODUCTIONS["first"], _FIRST, found)
    yield from questions(_INTRODUCTIONS["questions"], found)
    yield from section("Export", _INTRODUCTIONS["export"], _EXPORT, found)
    yield from section("Validation", _INTRODUCTIONS["validate"], _VALIDATE, found)
    yield from section("Networks", _INTRODUCTIONS["network"], _NETWORK, found)


def _data(content: Mapping[str, Any], found: Results) -> Iterator[str]:
    yield "## The data\n"
    yield line(["", "quads of the store", "of them what holds", "generated in", "peak"])
    yield line(["---", *["---:"] * 4])
    row = Row("", "generate", "generate", OURS)
    for size in found.sizes:
        facts = content["facts"].get(str(size), {})
        counts = [f"{facts[name]:,}" if name in facts else "—" for name in ("quads", "view")]
        peak = found.of(size, "generate", "generate", OURS).get("peak_mb")
        made = cell(found, row, size)
        yield line([size_name(size), *counts, made, f"{peak:,.0f} MB" if peak else "—"])
    yield ""


_BUILT = ("build", "build", OURS)
_READ = ("build", "load_files", OURS)
_BUILD = (
    Row("**mfgraph build**, with claims verified and resolved", *_BUILT),
    Row("… of which the files read into a store", *_READ),
    Row("pyoxigraph, bulk load of the same files", "load files", "load", "pyoxigraph", _READ),
    Row("rdflib, the same files", "load files", "load", "rdflib", _READ),
    Row("… of which texts, quotes and terms verified", "build", "verify", OURS),
    Row("… of which resolved", "build", "resolve", OURS),
    *(
        Row(label, "load quads", case, engine, _BUILT)
        for label, case, engine in (
            ("pyoxigraph, bulk load of the same quads", "load", "pyoxigraph"),
            ("pyoxigraph on disk, the same quads", "load", "pyoxigraph on disk"),
            ("oxigraph load, the same quads", "load quads", "oxigraph"),
            ("rdflib, the same quads", "load", "rdflib"),
        )
    ),
    Row("mfgraph, saved to disk", "save", "save", OURS),
    Row("mfgraph, opened again", "reopen", "reopen", OURS),
)
_LOADED = ("load view", "load", "pyoxigraph")
_VIEW = tuple(
    Row(peer, "load view", "load", peer, None if peer == "pyoxigraph" else _LOADED)
    for peer in ("pyoxigraph", "rdflib", "kglab", "maplib")
)
_ASKED = ("first answer", "first answer", ON_DISK)
_FIRST = (
    Row("**mfgraph query**, store built", *_ASKED),
    *(
        Row(label, "first answer", "first answer", engine, _ASKED)
        for label, engine in (
            ("an empty interpreter", "empty interpreter"),
            ("oxigraph query", "oxigraph"),
            ("pyoxigraph on disk", "pyoxigraph on disk"),
            ("pyoxigraph, loading", "pyoxigraph"),
            ("rdflib, loading", "rdflib"),
            ("kglab, loading the view", "kglab"),
            ("maplib, loading the view", "maplib"),
        )
    ),
)
_EXPORT = tuple(
    Row(
        f"**{engine}**, {title}" if engine == OURS else f"{engine}, {title}",
        "export",
        name,
        engine,
        None if engine == OURS else ("export", name, OURS),
    )
    for name, title in (("turtle", "Turtle"), ("nquads", "N-Quads"))
    for engine in (OURS, "pyoxigraph", "pyoxigraph on disk", "rdflib", "kglab", "maplib")
)
_CHECKED = ("validate", "validate", OURS)
_VALIDATE = (
    Row("**mfgraph**", *_CHECKED),
    Row("rdflib + pySHACL", "validate", "validate", "rdflib + pySHACL", _CHECKED),
    Row("pyshacl-turbo", "validate", "validate", "pyshacl-turbo", _CHECKED),
)
_RANKED = ("network", "network", ON_DISK)
_NETWORK = (
    Row("**mfgraph**, with the claims of each tie", *_RANKED),
    Row("pyoxigraph + networkx", "network", "network", "pyoxigraph + networkx", _RANKED),
)
_INTRODUCTIONS = {
    "build": "mfgraph reads the Turtle files of the workspace, holds every quote against its text, "
    "resolves what the claims say, and derives what follows. The peers read the quads that come "
    "out of that, and do nothing more.",
    "view": "What holds, without who said it: N-Triples into something that answers, for the peers "
    "that hold one graph. The sign × is over pyoxigraph.",
    "first": "A count of all triples, from the start of the process to its end.",
    "questions": "From the text of a question to all its rows, with the data loaded. The last four "
    "ask of sources too, which takes named graphs. The sign × of the stores on disk is over ours on "
    "disk.",
    "export": "Turtle holds the resolved view, N-Quads everything. Ours are sorted, and the same "
    "byte for byte for the same files; that of the peers comes in no order.",
    "validate": "The shapes of the workspace on the union of all graphs, without loading. The "
    "peers run all constraints themselves; ours adds the hygiene checks, and names the file and line "
    "of each result.",
    "network": "Agents and events and their PageRank, from the start of the process to its end. The "
    "peer does not look at which claims support a tie, and tells nothing of it.",
}
