"""`mfgraph network` for large networks: from tables, by an engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from mfgraph.build import Built
from mfgraph.cli.network_asked import EVERY
from mfgraph.errors import ExportError, UsageError
from mfgraph.network.affiliation import kind_named
from mfgraph.network.edges import of_triples
from mfgraph.network.header import NetworkQuery
from mfgraph.network.projection import Projection
from mfgraph.network.scope import Scope
from mfgraph.terms import Language

# What needs pyarrow is loaded when called for: it is an extra.
if TYPE_CHECKING:
    from mfgraph.network.tables import Tables


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of an engine; without a name, the one that fits the size."""

    measures: tuple[str, ...]
    engine: str
    sources: int
    seed: int
    lang: Language


def of_answer(
    given: bytes,
    query: NetworkQuery,
    scope: Scope,
    wanted: Wanted,
    built: Built,
    folder: Path | None,
) -> Iterator[str]:
    """The lines about the network that a store answered, written to a folder if there is one.

    Whole networks, their layers and networks folded onto one side are read set at a time; a
    time or a currency is cut out of the network in memory first, and so is a layer to be folded.
    """
    from mfgraph.network import tables  # noqa: PLC0415  (see above)

    if scope.when or scope.currency or (scope.layer and scope.onto):
        quads = parse(given, RdfFormat.N_TRIPLES)
        part = scope.form(scope.of(of_triples((quad.triple for quad in quads), query)))
        found = tables.of_projection(part, lang=wanted.lang)
    else:
        whole = tables.of_answer(given, query, lang=wanted.lang)
        if scope.onto:
            found = _folded(whole, scope, query, wanted.lang)
        else:
            found = _layer(whole, scope, query)
    known = replace(found, filters=_filters(scope, found.filters), dataset=built.fingerprint)
    yield from _told(known, wanted, folder, is_read=False)


def of_manifest(path: Path, scope: Scope, wanted: Wanted, folder: Path | None) -> Iterator[str]:
    """The lines about the tables of a manifest; the measures are written to a folder if asked."""
    from mfgraph.network import tables  # noqa: PLC0415  (see above)

    if scope != Scope():
        raise UsageError(
            "a manifest is of one part of a network already", hint="project that part from its name"
        )
    yield from _told(tables.read(path), wanted, folder, is_read=True)


def write_tables(
    projection: Projection, scope: Scope, built: Built, folder: Path, lang: Language
) -> Iterator[str]:
    """Write the tables of a network in memory; the lines that name the files."""
    from mfgraph.network.tables import of_projection, write  # noqa: PLC0415  (see above)

    found = of_projection(projection, lang=lang)
    known = replace(found, filters=_filters(scope, {}), dataset=built.fingerprint)
    yield from (str(path) for path in write(known, folder))


def _folded(found: "Tables", scope: Scope, query: NetworkQuery, lang: Language) -> "Tables":
    from mfgraph.network.tables import one_mode  # noqa: PLC0415  (see above)

    if not found.edges.num_rows:
        raise ExportError(f"the network {found.name} is empty")
    return one_mode(found, query, scope.onto, lang=lang)


def _layer(found: "Tables", scope: Scope, query: NetworkQuery) -> "Tables":
    if not scope.layer:
        return found
    kind = kind_named(query, scope.layer, of="edges")
    alone = found.layer(kind)
    if not alone.edges.num_rows:
        raise ExportError(
            f"the network {found.name} is empty",
            hint=f"none of its edges is of the kind {scope.layer}",
        )
    return alone


def _told(found: "Tables", wanted: Wanted, folder: Path | None, *, is_read: bool) -> Iterator[str]:
    from mfgraph.network.engines.measured import measured  # noqa: PLC0415  (see above)
    from mfgraph.network.tables import write  # noqa: PLC0415  (see above)

    names = () if EVERY in wanted.measures else wanted.measures
    layers = list(found.layers())
    for _, layer in layers:
        of_layer = measured(
            layer, names, by=wanted.engine, sources=wanted.sources, seed=wanted.seed
        )
        yield from of_layer.tell(wanted.lang)
        # Ids of nodes are those of the layer, so several layers have no one table of measures.
        if folder and len(layers) == 1:
            yield str(of_layer.write(folder))
    if folder and not is_read:
        yield from (str(path) for path in write(found, folder))


def _filters(scope: Scope, given: Mapping[str, str]) -> Mapping[str, str]:
    asked = {"during": scope.when, "currency": scope.currency, "one-mode": ", ".join(scope.onto)}
    layer = {"layer": scope.layer} if scope.layer and "layer" not in given else {}
    return {**given, **layer, **{name: value for name, value in asked.items() if value}}
