"""Participations: who took part in an event, in which role and in whose name."""

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.agents import agent
from mfgraph.ingest.converters.tables import code, table
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.terms import LANGUAGES
from mfgraph.vocab import term

_TABLE = "participations"


def convert(line: Line, source: SourceRef) -> Draft:  # noqa: ARG001 -- a converter takes both
    """What one participation line says: one record a role, and the name that it prints.

    Raises:
        UnknownTerm: the role stands in no table.
    """
    told = str(line.data["participation_role"])
    event = str(line.data["event"]).removeprefix("event/")
    who = str(line.data["participant"])
    behalf = line.text("on_behalf_of") or table(_TABLE)["on-behalf-of"].get(told)
    blocks = tuple(
        participation(event, who, role=_in(event, role), behalf=behalf) for role in _roles(told)
    )
    claims = tuple(ClaimDraft(supports=(block.subject,)) for block in blocks)
    return Draft(claims=(*claims, *names(line, agent(who))), records=blocks)


def named(line: Line) -> Iterator[Block]:
    """The participations that an event line gives in its own fields: organizers, parties, partners."""
    event = str(line.data["id"]).removeprefix("event/")
    for at, who in enumerate(_listed(line.data.get("organisers"))):
        yield participation(event, who, role="co-organiser" if at else "organiser")
    for name, role in table(_TABLE)["fields"].items():
        for who in _listed(line.data.get(name)):
            yield participation(event, who, role=_in(event, role))


def participation(event: str, who: str, *, role: str, behalf: str | None = None) -> Block:
    """The record of one agent's part in one event, in one role.

    >>> participation("pnme-8", "org/al-amana", role="partner").subject.value
    'https://w3id.org/mfgraph/id/participation/pnme-8--org-al-amana--partner'
    >>> participation("rt-protection-clients", "org/fnam", role="organiser").subject.value
    'https://w3id.org/mfgraph/id/participation/rt-protection-clients--org-fnam'
    """
    kind, _, local = who.partition("/")
    marked = "" if role in table(_TABLE)["unmarked"].get(kind, ()) else f"--{role}"
    behalf_of = ((term("mf:onBehalfOf"), (agent(behalf),)),) if behalf else ()
    return Block(
        term(f"participation:{event}--{kind}-{local}{marked}"),
        (
            (term("rdf:type"), (term("mf:Participation"),)),
            (term("mf:participant"), (agent(who),)),
            (term("mf:inEvent"), (term(f"event:{event}"),)),
            (term("mf:participationRole"), (term(f"participation-role:{role}"),)),
            *behalf_of,
        ),
    )


def names(line: Line, subject: NamedNode, predicate: str = "skos:altLabel") -> Iterator[ClaimDraft]:
    """The claims that a thing is called as the line's own source calls it.

    A label that the facts file takes from another line is that line's to claim.
    """
    labels = line.data.get("label") or {}
    origins = line.data.get("label_source") or {}
    for lang in LANGUAGES:
        if lang in labels and origins.get(lang, "this source") == "this source":
            value = Literal(labels[lang], language=lang)
            yield ClaimDraft(subject=subject, predicate=term(predicate), value=value)


def _roles(told: str) -> tuple[str, ...]:
    found = code(_TABLE, "roles", told)
    return (found,) if isinstance(found, str) else tuple(found)


def _in(event: str, role: str) -> str:
    organized = role == "partner" and event in table(_TABLE)["partners-organized"]
    return "co-organiser" if organized else role


def _listed(value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
