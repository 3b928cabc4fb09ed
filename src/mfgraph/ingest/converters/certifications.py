"""Certifications: labels, audits, ratings and awards of an organization, by whom and by what standard.

One certification stands for each organization, kind and body, whichever sources tell of it;
its dates are claims about it, so that sources may differ.
"""

from decimal import Decimal
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.agents import agent, slug
from mfgraph.ingest.converters.observations import voiced
from mfgraph.ingest.converters.tables import table
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import DEF, term

Pairs = tuple[tuple[NamedNode, tuple[NamedNode | Literal, ...]], ...]

_A: Final = term("rdf:type")
_DATE: Final = term("dcterms:date")


def convert(line: Line, _source: SourceRef) -> Draft | Skipped:
    """What one line says of a certification: the record, its date, and the money of an award."""
    told = table("certifications").get(str(line.data["indicator"]))
    if told is None:
        return Skipped("no kind of certification is known by this name")
    if "event" in told:
        return _drafted(line, term(told["event"]), ())
    if "relation" in told:
        return _relation(line, told)
    return _certification(line, told)


def _certification(line: Line, told: dict[str, Any]) -> Draft:
    certified, certifier = agent(line.text("ref_org") or ""), _certifier(line, told)
    parts = (slug(certified), str(line.data["indicator"]), *_named(line))
    node = term(f"certification:{'--'.join(parts)}")
    kind = NamedNode(f"{DEF}certification-type/{told['type']}")
    pairs: Pairs = (
        (_A, (term("mf:Certification"),)),
        (term("dcterms:type"), (kind,)),
        (term("schema:about"), (certified,)),
        *(((term("mf:certifier"), (certifier,)),) if certifier else ()),
        *(((term("dcterms:conformsTo"), (term(told["standard"]),)),) if "standard" in told else ()),
    )
    money = _money(line, node)
    prize: Pairs = tuple((term("schema:amount"), (block.subject,)) for block in money)
    return _drafted(line, node, (Block(node, pairs + prize), *money))


def _named(line: Line) -> tuple[str, ...]:
    # A rating is told apart by who rates; a certification of one standard is one, whoever audits.
    certifier = line.data["dims"].get("certifier")
    if certifier is None or line.data["indicator"] != "rating":
        return ()
    return (str(table("certifications")["certifiers"][certifier]).removeprefix("org/"),)


def _certifier(line: Line, told: dict[str, Any]) -> NamedNode | None:
    name = line.data["dims"].get("certifier")
    found = table("certifications")["certifiers"].get(name) if name else told.get("certifier")
    return agent(found) if found else None


def _money(line: Line, node: NamedNode) -> tuple[Block, ...]:
    if line.data["value"] is None:
        return ()
    value = Literal(str(Decimal(str(line.data["value"]))), datatype=term("xsd:decimal"))
    pairs: Pairs = (
        (_A, (term("schema:MonetaryAmount"),)),
        (term("schema:value"), (value,)),
        (term("schema:currency"), (Literal(str(line.data["unit"])),)),
    )
    return (Block(NamedNode(f"{node.value}#amount"), pairs),)


def _relation(line: Line, told: dict[str, Any]) -> Draft:
    one, other = agent(line.text("ref_org") or ""), agent(told["with"])
    node = term(f"relation:{slug(one)}--{told['relation']}--{slug(other)}")
    pairs: Pairs = (
        (_A, (term("mf:OrganisationRelation"),)),
        (term("mf:relationType"), (term(f"relation-type:{told['relation']}"),)),
        (term("mf:relationFrom"), (one,)),
        (term("mf:relationTo"), (other,)),
    )
    return _drafted(line, node, (Block(node, pairs),))


def _drafted(line: Line, node: NamedNode, records: tuple[Block, ...]) -> Draft:
    when = line.text("ref_period")
    claims = [ClaimDraft(supports=tuple(each.subject for each in records))] if records else []
    if when:
        dated = ClaimDraft(subject=node, predicate=_DATE, value=edtf(when))
        claims.append(voiced(dated, line))
    return Draft(claims=tuple(claims), records=records)
