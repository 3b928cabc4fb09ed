"""Ties between organizations: loans, shares, oversight, partnerships, and mergers as changes.

A tie is a record that all its sources share. What they may differ on, its amount, share and
dates, stands as claims about it. A tie that a line names from its other end is turned round.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pyoxigraph import NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters import changes
from mfgraph.ingest.converters.agents import agent, slug
from mfgraph.ingest.converters.amounts import amount, decimal
from mfgraph.ingest.converters.moments import Moments, at, instant
from mfgraph.ingest.converters.participations import names
from mfgraph.ingest.converters.tables import table
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_DEPTH: Final = MappingProxyType({"year": 4, "month": 7, "day": 10})
_PROGRAMMES: Final = MappingProxyType(
    {"Programme National d'Appui aux AGRs via le Microcrédit": "appui-agr-microcredit"}
)


def convert(line: Line, source: SourceRef) -> Draft:  # noqa: ARG001 -- a converter takes both
    """What one relation line says, in the form that its predicate is kept in.

    Raises:
        UnknownTerm: the predicate, a body, an amount or a programme is not known.
    """
    predicate = str(line.data["predicate"])
    row = table("relations").get(predicate)
    if row is None:
        raise UnknownTerm(
            f"no relation is called {predicate!r}", hint="add it to converters/relations.toml"
        )
    return _KEPT[row.get("kept", "relation")](line, row)


def _relation(line: Line, row: Mapping[str, Any]) -> Draft:
    tie = _tie(line, row)
    moments = Moments(_date(line, "start"), _date(line, "end"), _date(line, "observed_on"))
    phrase = line.text("locator") or ""
    money = amount(str(line.data["amount"]), phrase) if line.data.get("amount") else None
    times = tuple(moments.blocks(tie.subject)) if moments else ()
    when = ((term("time:hasTime"), (times[0].subject,)),) if times else ()
    parts = (
        Block(tie.subject, (*tie.pairs, *when)),
        *((money.block(tie.subject),) if money else ()),
    )
    ends = (at(tie.subject, text) for text in (moments.start, moments.end) if text)
    claims = [
        ClaimDraft(supports=(*(part.subject for part in parts), *ends)),
        *((money.claim(tie.subject, phrase),) if money else ()),
        *_shares(line, tie.subject),
        *_dates(line, tie.subject),
        *moments.claims(tie.subject),
        *names(line, agent(str(line.data["subject"]))),
    ]
    return Draft(claims=tuple(claims), records=(*parts, *times))


def _tie(line: Line, row: Mapping[str, Any]) -> Block:
    ends = [agent(str(line.data[end])) for end in ("subject", "object")]
    first, second = reversed(ends) if row.get("inverse") else ends
    # Loans of different dates are different loans; one without a date may be any of them.
    when = _date(line, "date") or _date(line, "observed_on") if row.get("each") else None
    name = "--".join(filter(None, (slug(first), row["type"], slug(second), when)))
    programme = line.text("programme")
    whole = ((term("dcterms:isPartOf"), (_programme(programme),)),) if programme else ()
    return Block(
        term(f"relation:{name}"),
        (
            (term("rdf:type"), (term("mf:OrganisationRelation"),)),
            (term("mf:relationType"), (term(f"relation-type:{row['type']}"),)),
            (term("mf:relationFrom"), (first,)),
            (term("mf:relationTo"), (second,)),
            *whole,
        ),
    )


def _change(line: Line, row: Mapping[str, Any]) -> Draft:
    original, resulting = (agent(str(line.data[end])) for end in ("subject", "object"))
    when = _date(line, "date")
    return changes.merger(original, resulting, kind=row["type"], date=edtf(when) if when else None)


def _membership(line: Line, row: Mapping[str, Any]) -> Draft:  # noqa: ARG001 -- as its siblings
    member, body = (agent(str(line.data[end])) for end in ("subject", "object"))
    subject = term(f"membership:{slug(member)}--{slug(body)}--member")
    moments = Moments(_date(line, "start"), _date(line, "end"), _date(line, "observed_on"))
    times = tuple(moments.blocks(subject)) if moments else ()
    during = ((term("org:memberDuring"), (times[0].subject,)),) if times else ()
    record = Block(
        subject,
        (
            (term("rdf:type"), (term("org:Membership"),)),
            (term("org:member"), (member,)),
            (term("org:organization"), (body,)),
            (term("org:role"), (term("role:member"),)),
            *during,
        ),
    )
    ends = (at(subject, text) for text in (moments.start, moments.end) if text)
    claims = (ClaimDraft(supports=(subject, *ends)), *moments.claims(subject))
    return Draft(claims=claims, records=(record, *times))


def _vacancy(line: Line, row: Mapping[str, Any]) -> Draft:  # noqa: ARG001 -- as its siblings
    post = term(f"post:{slug(agent(str(line.data['subject'])))}--{line.data['object']}")
    when = _date(line, "observed_on")
    if when is None:
        raise UnknownTerm("a vacancy has no day on which it is attested", hint="give observed_on")
    vacant = at(post, when)
    claims = (
        ClaimDraft(supports=(vacant,)),
        ClaimDraft(subject=post, predicate=term("mf:vacantDuring"), value=vacant),
    )
    return Draft(claims=claims, records=(instant(post, when),))


def _shares(line: Line, tie: NamedNode) -> tuple[ClaimDraft, ...]:
    share = line.data.get("share_percent")
    if share is None:
        return ()
    value = decimal(Decimal(str(share)))
    return (ClaimDraft(subject=tie, predicate=term("mf:share"), value=value),)


def _dates(line: Line, tie: NamedNode) -> tuple[ClaimDraft, ...]:
    when = _date(line, "date")
    if when is None:
        return ()
    return (ClaimDraft(subject=tie, predicate=term("dcterms:date"), value=edtf(when)),)


def _date(line: Line, name: str) -> str | None:
    # What is finer than the precision was not printed: 2024-12-30 by the month is 2024-12.
    text = line.text(name)
    return text[: _DEPTH.get(line.text("precision") or "day", 10)] if text else None


def _programme(name: str) -> NamedNode:
    if name not in _PROGRAMMES:
        raise UnknownTerm(f"no programme is called {name!r}", hint="add it to data/entities")
    return term(f"programme:{_PROGRAMMES[name]}")


_KEPT: Final[Mapping[str, Callable[[Line, Mapping[str, Any]], Draft]]] = MappingProxyType(
    {
        "change": _change,
        "membership": _membership,
        "relation": _relation,
        "vacancy": _vacancy,
    }
)
