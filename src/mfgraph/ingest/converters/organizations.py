"""Organizations: when they were founded and licensed, what they are called, where they sit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters import certifications, changes, relations
from mfgraph.ingest.converters.agents import agent
from mfgraph.ingest.converters.naming import aliases, needs_value, worded
from mfgraph.ingest.converters.observations import observation
from mfgraph.ingest.converters.participations import names
from mfgraph.ingest.converters.printed import printed
from mfgraph.ingest.converters.tables import code, table
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import ClaimDraft, Draft, Skipped, SourceRef, Value
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_TABLE: Final = "organizations"


def convert(line: Line, source: SourceRef) -> Draft | Skipped:
    """What one line says of an organization, and the names and seat that it says by the way.

    Raises:
        UnknownTerm: the property, a place or a form stands in no table.
    """
    told = str(line.data["property"])
    main = _main(line, source, told)
    if isinstance(main, Skipped):
        return main
    subject = agent(str(line.data["id"]))
    beside = (*names(line, subject), *aliases(line, subject), *_beside(line, subject, told))
    whole = _whole(line, source)
    claims = (*main.claims, *beside, *whole.claims)
    if not claims:
        return Skipped("the line gives no name of its own source")
    return Draft(claims=claims, records=(*main.records, *whole.records), entities=main.entities)


def _main(line: Line, source: SourceRef, told: str) -> Draft | Skipped:
    tables, subject = table(_TABLE), agent(str(line.data["id"]))
    needs_value(line)
    if told in tables["dates"]:
        value = edtf(str(line.data["value"]), line.text("precision"))
        return _said(subject, tables["dates"][told], value)
    if told in tables["texts"]:
        return _said(subject, tables["texts"][told], _paraphrase(str(line.data["value"])))
    if told in tables["figures"]:
        return _figure(line, source, *tables["figures"][told])
    if told in _BY_PROPERTY:
        return _BY_PROPERTY[told](line, subject, source)
    raise UnknownTerm(
        f"no property of organizations is called {told!r}",
        hint="add it to converters/organizations.toml",
    )


def _beside(line: Line, subject: NamedNode, told: str) -> Iterator[ClaimDraft]:
    for name in ("seat_city", "seat", "place"):
        if line.text(name):
            place = term(code(_TABLE, "places", str(line.data[name])))
            yield _claim(subject, "schema:location", place)
    if line.text("founder"):
        yield _claim(subject, "schema:founder", agent(str(line.data["founder"])))
    if line.text("licensed"):
        yield _claim(subject, "mf:licensed", edtf(str(line.data["licensed"])))
    if line.text("website") and told != "website":
        yield _claim(subject, "foaf:homepage", _page(str(line.data["website"])))


def _named(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001 -- one of a kind
    # Labels, variants and former names are said beside every property.
    return Draft(claims=())


def _seat(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    return _said(subject, "schema:location", term(code(_TABLE, "places", str(line.data["value"]))))


def _founder(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    return _said(subject, "schema:founder", agent(str(line.data["value"])))


def _website(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    return _said(subject, "foaf:homepage", _page(str(line.data["value"])))


def _legal_form(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    form = term(code(_TABLE, "legal-forms", str(line.data["value"])))
    return _said(subject, "org:classification", form)


def _inaugurated(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    event = term(code(_TABLE, "events", str(line.data["id"])))
    return _said(event, "dcterms:date", edtf(str(line.data["value"]), line.text("precision")))


def _renamed(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    when = line.text("date")
    date = edtf(when, line.text("precision")) if when else None
    return changes.renaming(subject, worded(str(line.data["value"]), line), date=date)


def _homonym(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    # The source takes the body for another one: what it calls it is found, and not shown.
    name = worded(str(line.data["value"]).partition(" (")[0], line)
    return _said(subject, "skos:hiddenLabel", name)


def _licensed_by(line: Line, subject: NamedNode, source: SourceRef) -> Draft:  # noqa: ARG001
    return _tied(line, source, "licensed_by", line.data["value"])


def _whole(line: Line, source: SourceRef) -> Draft:
    parent = line.text("parent")
    return _tied(line, source, "unit_of", parent) if parent else Draft(claims=())


def _tied(line: Line, source: SourceRef, predicate: str, other: object) -> Draft:
    tie = {"subject": line.data["id"], "predicate": predicate, "object": other}
    return relations.convert(replace(line, data=_fields(line) | tie), source)


def _certified(line: Line, subject: NamedNode, source: SourceRef) -> Draft | Skipped:  # noqa: ARG001
    told = {
        "indicator": "smart-certification",
        "ref_org": line.data["id"],
        "ref_period": None,
        "value": None,
    }
    return certifications.convert(replace(line, data=_fields(line) | told | {"dims": {}}), source)


def _figure(line: Line, source: SourceRef, indicator: str, unit: str) -> Draft:
    value = Decimal(str(line.data["value"]))
    when = line.text("observed_on")
    block, entities = observation(
        source,
        indicator=indicator,
        value=value,
        unit=unit,
        period=edtf(when, line.text("precision")).value if when else None,
        organization=str(line.data["id"]),
        dims={},
        note=line.text("note"),
        printed=printed(str(line.data["locator"]), value, unit),
    )
    claims = (ClaimDraft(supports=(block.subject,)),)
    return Draft(claims=claims, records=(block,), entities=tuple(entities))


def _paraphrase(text: str) -> Literal:
    french = text in table(_TABLE)["french"]["words"]
    return Literal(text, language="fr" if french else "en")


def _page(address: str) -> NamedNode:
    return NamedNode(address if "://" in address else f"http://{address}/")


def _said(subject: NamedNode, predicate: str, value: Value) -> Draft:
    return Draft(claims=(_claim(subject, predicate, value),))


def _claim(subject: NamedNode, predicate: str, value: Value) -> ClaimDraft:
    return ClaimDraft(subject=subject, predicate=term(predicate), value=value)


def _fields(line: Line) -> dict[str, Any]:
    # The names that the line says by the way are claimed once, with the line itself.
    return {name: value for name, value in line.data.items() if name != "label"}


_BY_PROPERTY: Final[Mapping[str, Callable[[Line, NamedNode, SourceRef], Draft | Skipped]]] = (
    MappingProxyType(
        {
            "certification": _certified,
            "former_label": _named,
            "founder": _founder,
            "homonym_warning": _homonym,
            "inaugurated": _inaugurated,
            "label": _named,
            "label_variant": _named,
            "legal_form": _legal_form,
            "licensed_by": _licensed_by,
            "renamed": _renamed,
            "seat": _seat,
            "seat_city": _seat,
            "website": _website,
        }
    )
)
