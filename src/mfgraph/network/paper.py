"""A report on networks: one HTML file for the screen and for paper, in one language.

For each network: what it is, what it rests on and leaves out, its picture, the first of each
measure with n and how far their ranks move with the sources, caveats, and the sources.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from mfgraph.files import replace
from mfgraph.labels import Labels
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.diagram import diagram, legend
from mfgraph.network.files import refuse_empty
from mfgraph.network.layout import place
from mfgraph.network.markup import element, listed, parts
from mfgraph.network.paper_tables import tables
from mfgraph.network.places import WIDTH
from mfgraph.network.projection import Projection
from mfgraph.network.proofs import proofs
from mfgraph.network.witnesses import Witnesses, witnesses
from mfgraph.phrases import phrase
from mfgraph.queries.header import parse
from mfgraph.store import Store
from mfgraph.terms import Language, comma, isolate, pick

# A picture that is wider, in inches, gets a page of its own.
_WIDE: Final = 1.5 * WIDTH
_CAVEATS: Final = ("caveat-press", "caveat-time")


def write_report(
    networks: Sequence[Projection],
    store: Store,
    path: Path,
    *,
    lang: Language = "en",
    dataset: tuple[str, str] = ("", ""),
) -> Path:
    """Write a report on some networks; `dataset` is the name and version it is headed with.

    Raises:
        ExportError: a network is empty or too large to draw, or the path cannot be written.
    """
    return replace(path, report(networks, store, lang, dataset).encode())


def report(
    networks: Sequence[Projection],
    store: Store,
    lang: Language,
    dataset: tuple[str, str] = ("", ""),
) -> str:
    """The report as text.

    Raises:
        ExportError: a network is empty or too large to draw.
    """
    for network in networks:
        refuse_empty(network)
    name, version = dataset
    known, labels = witnesses(store), Labels(store)
    titles = [(network.name, pick(network.query.title, lang)) for network in networks]
    return _template("report.html").substitute(
        lang=lang,
        dir="rtl" if lang == "ar" else "ltr",
        style=_asset("report.css"),
        title=parts(phrase("report.title", lang)),
        dataset=parts(phrase("report.dataset", lang, name=name, version=version)) if name else "",
        contents_label=parts(phrase("report.contents", lang)),
        contents=listed(element("a", title, href=f"#{anchor}") for anchor, title in titles),
        sections="\n".join(_section(network, (store, known, labels), lang) for network in networks),
    )


def _section(network: Projection, given: tuple[Store, Witnesses, Labels], lang: Language) -> str:
    store, known, labels = given
    supported = _sources(network, store, labels, lang)
    places = place(network, lang)
    label = {
        f"{key}_label": parts(phrase(f"report.{key}", lang))
        for key in ("what", "coverage", "picture", "caveats")
    }
    return _template("report-section.html").substitute(
        label,
        name=network.name,
        title=parts(pick(network.query.title, lang)),
        question=parts(_question(network, lang)),
        what=parts(" · ".join(_what(network, lang))),
        coverage="".join(element("p", line) for line in notice(network, lang)),
        legend=listed(f"{sample} {parts(name)}" for sample, name in legend(network, lang)),
        size="wide" if places.width > _WIDE else "",
        picture=diagram(network, places, lang),
        sizes=parts(phrase("picture.sizes", lang)) if places.along is None else "",
        measures="\n".join(tables(network, known, lang)),
        caveats=listed(parts(line) for line in _caveats(network, lang)),
        sources_label=parts(phrase("report.sources", lang, count=len(supported))),
        sources=listed(supported),
    )


def _question(network: Projection, lang: Language) -> str:
    return pick(parse(network.query.text, Path(network.name)).question, lang)


def _what(network: Projection, lang: Language) -> Iterator[str]:
    query = network.query
    for kinds, found in ((query.nodes, network.nodes), (query.edges, network.edges)):
        count = Counter(each.kind for each in found)
        for kind, texts in kinds.items():
            if count[kind]:
                yield phrase("report.made-of", lang, kind=pick(texts, lang), count=count[kind])
    if query.is_directed:
        yield phrase("report.directed", lang)


def _caveats(network: Projection, lang: Language) -> Iterator[str]:
    yield from ranking_warning(network, lang)
    yield from (phrase(f"report.{key}", lang) for key in _CAVEATS)


def _sources(network: Projection, store: Store, labels: Labels, lang: Language) -> tuple[str, ...]:
    """The documents behind a network, those that support most ties first."""
    grounds = proofs(store, network.edges)
    documents = {proof.source.iri: proof.source for proof in grounds.values()}
    ties = Counter(
        iri
        for edge in network.edges
        for iri in {grounds[claim].source.iri for claim in edge.claims if claim in grounds}
    )
    told = []
    for iri in sorted(documents, key=lambda iri: (-ties[iri], iri)):
        source = documents[iri]
        date = source.date or phrase("why.no-date", lang)
        count = phrase("report.source-ties", lang, count=ties[iri])
        title = element("a", source.title, href=source.url) if source.url else parts(source.title)
        before = parts(labels.of(source.publisher, lang) + comma(lang))
        told.append(before + title + parts(f"{comma(lang)}{isolate(date)} · {isolate(count)}"))
    return tuple(told)


def _template(name: str) -> Template:
    return Template(_asset(name))


def _asset(name: str) -> str:
    return (files("mfgraph.network") / "assets" / name).read_text(encoding="utf-8")
