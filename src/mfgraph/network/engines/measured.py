"""The measures of a network's tables, side by side: printed, and written as one more table."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from mfgraph.errors import UsageError
from mfgraph.files import replace
from mfgraph.network.chance import SEED
from mfgraph.network.coverage import LEAST
from mfgraph.network.engines import SOURCES, engine, engine_for
from mfgraph.network.engines.base import CONFIDENCE, Engine, Links, Sampled
from mfgraph.network.header import nearest
from mfgraph.network.measures import shown
from mfgraph.network.report import lines
from mfgraph.network.tables import Tables
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick, preferred

MEASURES: Final = ("degree", "pagerank", "component", "triangles", "community", "betweenness")
# So many nodes are printed.
_ROWS: Final = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """Some measures of every node of a network, by an engine.

    `columns` has one value a node, in the order of the nodes; `sampled` says how sure
    betweenness is, where it was asked for.
    """

    tables: Tables
    engine: str
    seed: int
    columns: Mapping[str, pa.Array]
    sampled: Sampled | None = None

    def table(self) -> pa.Table:
        """The id, IRI, label and kind of each node, then its measures."""
        own = {name: self.tables.nodes[name] for name in ("id", "iri", "label", "kind")}
        errors = {"betweenness_error": self.sampled.errors} if self.sampled else {}
        return pa.table({**own, **self.columns, **errors})

    def write(self, folder: Path) -> Path:
        """Write the table beside those of the network, as NAME.measures.parquet."""
        written = io.BytesIO()
        parquet.write_table(self.table(), written, compression="zstd")
        return replace(folder / f"{self.tables.name}.measures.parquet", written.getvalue())

    def tell(self, lang: Language) -> Iterator[str]:
        """The first nodes by the first measure, and what must be read beside them."""
        yield self.tables.title[lang]
        yield from lines(self._headings(lang), self._rows(lang))
        size = {"nodes": self.tables.nodes.num_rows, "edges": self.tables.edges.num_rows}
        if size["nodes"] > _ROWS:
            yield phrase("engines.more", lang, count=size["nodes"] - _ROWS)
        for name in self.columns:
            how, reading = (phrase(_key(name, end), lang) for end in ("-how", "-reading"))
            said = {"name": phrase(_key(name), lang), "how": how, "reading": reading}
            yield phrase("network.measure", lang, **said, **size)
        if self.sampled:
            yield self._told_sample(self.sampled, lang)
        if size["nodes"] < LEAST:
            yield phrase("network.too-small", lang, nodes=size["nodes"], least=LEAST)
        yield phrase("engines.engine", lang, engine=self.engine, seed=self.seed)
        yield from self.tables.notice(lang)

    def _headings(self, lang: Language) -> tuple[str, ...]:
        own = (phrase(f"network.{name}", lang) for name in ("node", "kind"))
        error = (phrase("engines.error", lang),) if self.sampled else ()
        return (*own, *(phrase(_key(name), lang) for name in self.columns), *error)

    def _rows(self, lang: Language) -> Iterator[tuple[str, ...]]:
        found = self.table()
        if found.num_rows >= LEAST:
            first = next(iter(self.columns))
            found = found.sort_by([(first, "descending"), ("id", "ascending")])
        top = found.slice(0, _ROWS)
        names = pc.coalesce(*(self._label(top, code) for code in preferred(lang)), top["label"])
        kinds = self.tables.node_kinds
        values = [top[name] for name in top.column_names[4:]]
        for name, kind, *cells in zip(names, top["kind"], *values, strict=True):
            own = (name.as_py(), pick(kinds[kind.as_py()], lang))
            yield (*own, *(shown(cell.as_py()) for cell in cells))

    def _label(self, top: pa.Table, code: str) -> pa.ChunkedArray:
        found = self.tables.nodes[f"label_{code}"].take(top["id"])
        return pc.if_else(pc.equal(found, ""), None, found)

    def _told_sample(self, found: Sampled, lang: Language) -> str:
        return phrase(
            "engines.sampled",
            lang,
            sources=found.sources,
            nodes=self.tables.nodes.num_rows,
            seed=self.seed,
            bound=shown(found.bound),
            confidence=CONFIDENCE,
        )


def measured(
    tables: Tables,
    names: Iterable[str] = (),
    *,
    by: str = "",
    sources: int = SOURCES,
    seed: int = SEED,
) -> Measured:
    """Some measures of every node, by default all that engines have.

    The engine is networkx below 100,000 edges and networkit from there on, unless `by` names
    one; betweenness is estimated from `sources` nodes.

    Raises:
        UsageError: no engine or measure has that name, or the engine is not installed.
        QueryError: the edges are of several kinds, which no measure may add up.
    """
    asked = tuple(dict.fromkeys(names)) or MEASURES
    for name in asked:
        if name not in MEASURES:
            hint = nearest(name, MEASURES)
            raise UsageError(f"engines have no measure called {name!r}", hint=hint)
    chosen = by or engine_for(tables.edges.num_rows)
    graph = engine(chosen, Links.of(tables))
    sampled = graph.betweenness(sources=sources, seed=seed) if "betweenness" in asked else None
    columns = {name: _taken(graph, name, sampled, seed) for name in asked}
    return Measured(tables, chosen, seed, columns, sampled)


def _taken(graph: Engine, name: str, sampled: Sampled | None, seed: int) -> pa.Array:
    if name == "betweenness" and sampled:
        return sampled.values
    if name == "community":
        return graph.communities(seed=seed)
    take = {"degree": graph.degree, "pagerank": graph.pagerank, "component": graph.components}
    return {**take, "triangles": graph.triangles}[name]()


def _key(name: str, end: str = "") -> str:
    area = "engines" if name in {"component", "triangles", "community"} else "measures"
    return f"{area}.{name}{end}"
