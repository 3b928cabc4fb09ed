"""What a build checks before anything is derived: texts, quotes and terms.

These are faults of the files, not of the facts: with one of them the store would be wrong,
so nothing is built. What the facts must satisfy is in the shapes.
"""

import difflib
import hashlib
import unicodedata
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import QuoteMismatch, SourceFault, UnknownTerm
from mfgraph.locations import Locations
from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import Term, compact
from mfgraph.vocab import ONTOLOGY_GRAPH
from mfgraph.words import excerpts
from mfgraph.workspace import Workspace


def verify(store: Store, workspace: Workspace) -> None:
    """Refuse a workspace whose texts, quotes or terms are not what they claim to be.

    Raises:
        SourceFault: a stored text does not have the fingerprint its description gives.
        QuoteMismatch: a quote is not in its text at its offsets.
        UnknownTerm: a class or property is used that the ontology does not declare.
    """
    lines = workspace.locations()
    texts = dict(_texts(store, lines))
    _verify_quotes(store, texts, lines)
    _verify_terms(store, lines)


def _texts(store: Store, lines: Locations) -> Iterator[tuple[str, str]]:
    for row in store.select(own_query("texts")):
        iri, content, claimed = (_value(row[name]) for name in ("text", "content", "sha256"))
        found = hashlib.sha256(content.encode()).hexdigest()
        if claimed != found:
            raise SourceFault(
                f"the stored text does not match its fingerprint: {found[:12]}…, not {claimed[:12]}…",
                where=lines.where(iri),
                hint="restore the text as it was taken; a new copy is a new text",
            )
        if not unicodedata.is_normalized("NFC", content):
            raise SourceFault("the stored text is not in Unicode form NFC", where=lines.where(iri))
        yield iri, content


def _verify_quotes(store: Store, texts: dict[str, str], lines: Locations) -> None:
    for excerpt in excerpts(store):
        if excerpt.text not in texts:
            raise QuoteMismatch(
                f"the quoted text {compact(excerpt.text) or '(none named)'} is not stored",
                where=lines.where(excerpt.iri),
            )
        fault = excerpt.fault(texts[excerpt.text])
        if fault:
            raise QuoteMismatch(
                fault,
                where=lines.where(excerpt.iri),
                hint="copy the quote from the stored text and count in code points",
            )


def _verify_terms(store: Store, lines: Locations) -> None:
    for row in store.select(own_query("undeclared")):
        wanted = _value(row["term"])
        declared = {compact(i) for i in _declared(store)}
        near = difflib.get_close_matches(compact(wanted), sorted(declared), n=1)
        raise UnknownTerm(
            f"{compact(wanted)} is not declared in the ontology",
            where=lines.where(_user(store, row["term"])),
            hint=f"did you mean {near[0]}?" if near else "declare it in ontology/",
        )


def _user(store: Store, wanted: Term | None) -> str:
    """The first of those that use a term: looked for only once the term is known to be at fault."""
    if not isinstance(wanted, NamedNode):
        return ""
    (row,) = store.select(bind(own_query("users"), {"term": [wanted]}))
    return _value(row["subject"])


def _declared(store: Store) -> Iterator[str]:
    for quad in store.quads(ONTOLOGY_GRAPH):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _value(value: object) -> str:
    return value.value if isinstance(value, NamedNode | Literal) else ""
