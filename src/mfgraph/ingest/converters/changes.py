"""Changes of organizations: mergers, absorptions and new names, as events of their own.

A merged body and the one it went into stay two: their histories are not made one. The day of a
change is a claim about it, since sources may differ. Follows
[ORG, 7](https://www.w3.org/TR/vocab-org/#org:ChangeEvent).
"""

import re
import unicodedata

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.agents import slug
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft
from mfgraph.vocab import term


def merger(original: NamedNode, resulting: NamedNode, *, kind: str, date: Literal | None) -> Draft:
    """One body going into another: a merger, or an absorption where the other one goes on.

    Both are one event, which a source may call either.

    >>> zakoura, attawfiq = term("organization:zakoura"), term("organization:attawfiq")
    >>> merger(zakoura, attawfiq, kind="absorption", date=None).records[0].subject.value
    'https://w3id.org/mfgraph/id/event/zakoura--merger--attawfiq'
    """
    subject = term(f"event:{slug(original)}--merger--{slug(resulting)}")
    return _change(subject, kind, (original, resulting), date)


def renaming(organization: NamedNode, name: Literal, *, date: Literal | None) -> Draft:
    """A body that goes on under another name.

    Raises:
        UnknownTerm: the name has no Latin letters, so that no address can be made of it.

    >>> name = Literal("Fondation Al Baraka", language="fr")
    >>> renaming(term("organization:arrawaj"), name, date=None).records[0].subject.value
    'https://w3id.org/mfgraph/id/event/arrawaj--renaming--fondation-al-baraka'
    """
    subject = term(f"event:{slug(organization)}--renaming--{_ascii(name.value)}")
    draft = _change(subject, "renaming", (organization, organization), date)
    named = ClaimDraft(subject=subject, predicate=term("mf:newName"), value=name)
    return Draft(claims=(*draft.claims, named), records=draft.records)


def _change(
    subject: NamedNode, kind: str, bodies: tuple[NamedNode, NamedNode], date: Literal | None
) -> Draft:
    original, resulting = bodies
    block = Block(
        subject,
        (
            (term("rdf:type"), (term("org:ChangeEvent"),)),
            (term("dcterms:type"), (term(f"change-type:{kind}"),)),
            (term("org:originalOrganization"), (original,)),
            (term("org:resultingOrganization"), (resulting,)),
        ),
    )
    claims = [ClaimDraft(supports=(subject,))]
    if date:
        claims.append(ClaimDraft(subject=subject, predicate=term("dcterms:date"), value=date))
    return Draft(claims=tuple(claims), records=(block,))


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not found:
        raise UnknownTerm(
            f"{name!r} has no Latin letters to make an address of", hint="give the French form"
        )
    return found
