"""A claim: what one source asserts, in which words, in whose voice, and how it was read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import Term
from mfgraph.vocab import PREFIXES, term
from mfgraph.words import Excerpt, Locator, excerpts, locators, text_of

_RDFS: Final = PREFIXES["rdfs"]
LIVE: Final = frozenset({term("claim-status:preferred"), term("claim-status:accepted")})


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion of one source: about a property of a thing, or about whole records.

    A property claim has `subject`, `predicate` and `value`; a record claim has `supports`.
    """

    iri: str
    graph: NamedNode
    said: Mapping[str, tuple[Term, ...]]
    evidence: tuple[Excerpt, ...]
    locators: tuple[Locator, ...] = ()

    @property
    def subject(self) -> str | None:
        """The thing a property claim is about."""
        return self._iri("claimSubject")

    @property
    def predicate(self) -> str | None:
        """The property asserted."""
        return self._iri("claimPredicate")

    @property
    def value(self) -> Term | None:
        """The resource or literal asserted."""
        return next(iter((*self._all("claimObject"), *self._all("claimValue"))), None)

    @property
    def supports(self) -> tuple[str, ...]:
        """The records that a record claim vouches for."""
        return tuple(t.value for t in self._all("supports") if isinstance(t, NamedNode))

    @property
    def asserted_by(self) -> str | None:
        """In whose voice: a speaker, the outlet, or the curator."""
        return self._iri("assertedBy")

    @property
    def mode(self) -> str | None:
        """Narrated, reported, inferred, corrected or computed."""
        return self._iri("assertionMode")

    @property
    def certainty(self) -> str | None:
        """How sure the reading is."""
        return self._iri("certainty")

    @property
    def status(self) -> str | None:
        """Preferred, accepted, disputed, superseded or withdrawn."""
        return self._iri("claimStatus")

    @property
    def as_printed(self) -> str | None:
        """The characters the source prints for the value."""
        return next((t.value for t in self._all("asPrinted") if isinstance(t, Literal)), None)

    @property
    def grounds(self) -> tuple[str, ...]:
        """The claims that an inference rests on."""
        found = self.said.get(f"{PREFIXES['prov']}wasDerivedFrom", ())
        return tuple(t.value for t in found if isinstance(t, NamedNode))

    @property
    def is_live(self) -> bool:
        """Whether the claim takes part in the resolved view."""
        return any(t in LIVE for t in self._all("claimStatus"))

    def gloss(self) -> dict[str, str]:
        """What the claim says, by language."""
        return _by_language(self.said.get(f"{_RDFS}label", ()))

    def note(self) -> dict[str, str]:
        """How the source was read where that took more than copying, by language."""
        return _by_language(self.said.get(f"{_RDFS}comment", ()))

    def _all(self, name: str) -> tuple[Term, ...]:
        return self.said.get(PREFIXES["mf"] + name, ())

    def _iri(self, name: str) -> str | None:
        return next((t.value for t in self._all(name) if isinstance(t, NamedNode)), None)


def claims(store: Store, iris: Sequence[str] = ()) -> tuple[Claim, ...]:
    """The claims of a store, all or those named, ordered by IRI."""
    query = bind(own_query("claims"), {"claim": [NamedNode(iri) for iri in iris]})
    found: dict[tuple[str, str], dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for row in store.select(query):
        key = (text_of(row, "claim"), text_of(row, "graph"))
        found[key][text_of(row, "property")].append(row["value"])
    quotes = {excerpt.iri: excerpt for excerpt in excerpts(store)} if found else {}
    places = {locator.iri: locator for locator in locators(store)} if found else {}
    return tuple(_claim(key, said, quotes, places) for key, said in found.items())


def _claim(
    key: tuple[str, str],
    said: Mapping[str, list[Term]],
    quotes: Mapping[str, Excerpt],
    places: Mapping[str, Locator],
) -> Claim:
    iri, graph = key
    rests_on = said.get(f"{PREFIXES['mf']}evidence", [])
    named = [t.value for t in rests_on if isinstance(t, NamedNode)]
    evidence = [quotes[found] for found in named if found in quotes]
    return Claim(
        iri=iri,
        graph=NamedNode(graph),
        said={name: tuple(values) for name, values in said.items()},
        evidence=tuple(sorted(evidence, key=lambda e: (e.text, e.start, e.end))),
        locators=tuple(places[found] for found in sorted(named) if found in places),
    )


def _by_language(texts: Iterable[Term]) -> dict[str, str]:
    return {t.language: t.value for t in texts if isinstance(t, Literal) and t.language}
