"""The sources behind a network, with the copies of one release counted as one witness."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal

from mfgraph.network.header import Texts
from mfgraph.network.projection import Projection
from mfgraph.sparql import own_query
from mfgraph.store import Store
from mfgraph.vocab import PREFIXES

# Which kinds of source speak when only the official ones, or only the press, are heard.
VOICES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        voice: frozenset(f"{PREFIXES['source-kind']}{kind}" for kind in kinds)
        for voice, kinds in {
            "official": ("supervisor", "official"),
            "press": ("press", "news-agency"),
        }.items()
    }
)


@dataclass(frozen=True, slots=True)
class Witness:
    """A source, or all sources that print one release: together they saw one thing once."""

    iri: str
    documents: tuple[str, ...]
    outlets: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    titles: Texts = field(default_factory=dict)

    def is_heard(self, voice: str) -> bool:
        """Whether one of its sources is of the kinds of a voice."""
        return bool(self.kinds & VOICES[voice])


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The witnesses of a dataset, by the document that each of their sources is."""

    by_document: Mapping[str, Witness]

    def of(self, document: str) -> Witness:
        """The witness that a document belongs to: itself, where nothing is known of it."""
        return self.by_document.get(document) or Witness(document, (document,))

    def behind(self, projection: Projection) -> tuple[Witness, ...]:
        """The witnesses of a network, in order of IRI."""
        found = {w.iri: w for w in map(self.of, projection.documents)}
        return tuple(found[iri] for iri in sorted(found))

    def put_together(self, projection: Projection) -> Projection:
        """The network with each edge's documents replaced by their witnesses."""
        return replace(
            projection,
            edges=tuple(
                replace(e, documents=tuple(sorted({self.of(d).iri for d in e.documents})))
                for e in projection.edges
            ),
        )


def witnesses(store: Store) -> Witnesses:
    """The sources of a store, put together by the release that they copy.

    >>> from mfgraph.build import build
    >>> from mfgraph.workspace import Workspace
    >>> found = witnesses(build(Workspace.shipped()).store)
    >>> found.of("https://w3id.org/mfgraph/id/source/almassae-324458").is_heard("press")
    True
    """
    said: dict[str, dict[str, set[str]]] = {}
    titles: dict[str, dict[str, str]] = {}
    for row in store.select(own_query("witnesses")):
        source = _text(row["source"])
        for name in ("outlet", "kind", "release"):
            said.setdefault(source, {}).setdefault(name, set()).add(_text(row[name]))
        if isinstance(title := row["title"], Literal):
            titles.setdefault(source, {})[title.language or ""] = title.value
    together: dict[str, list[str]] = {}
    for source, given in said.items():
        together.setdefault(min(given["release"] - {""}, default=source), []).append(source)
    return Witnesses(
        {
            source: _witness(iri, sources, said, titles)
            for iri, sources in together.items()
            for source in sources
        }
    )


def _witness(
    iri: str,
    sources: Iterable[str],
    said: Mapping[str, Mapping[str, set[str]]],
    titles: Mapping[str, Texts],
) -> Witness:
    members = tuple(sorted(sources))
    return Witness(
        iri,
        members,
        outlets=frozenset().union(*(said[source]["outlet"] for source in members)) - {""},
        kinds=frozenset().union(*(said[source]["kind"] for source in members)) - {""},
        titles=titles.get(members[0], {}),
    )


def _text(value: object) -> str:
    return str(getattr(value, "value", ""))
