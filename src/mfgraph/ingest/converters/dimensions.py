"""Dimensions: the codes under which a figure stands, total codes where a source splits nothing.

A facts file names what a figure is split by in its own words (`{"setting": "rural"}`); the
table `dimensions.toml` turns each word into a code. The kind of code says which dimension it
fills, so a region named under `scope` becomes what a share is a share of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.agents import agent
from mfgraph.ingest.converters.indicators import Indicator
from mfgraph.ingest.converters.tables import table
from mfgraph.terms import compact
from mfgraph.vocab import term

SECTOR: Final = "actor-group:whole-sector"
# In the order in which an observation shows them; a dimension that the figure is not split by
# takes the code beside it.
TOTALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mf:refOrganization": SECTOR,
        "mf:activity": "activity:total",
        "sdmx-dimension:sex": "sdmx-code:sex-T",
        "mf:setting": "setting:total",
        "mf:loanType": "loan-type:total",
        "mf:purpose": "purpose:total",
        "mf:ageGroup": "age-group:total",
        "sdmx-dimension:refArea": "place:morocco",
        "mf:counterparty": "counterparty:none",
        "mf:scope": "scope:total",
    }
)
_BASIS: Final = "mf:shareBasis"
_LAW: Final = "mf:legalBasis"
# A ceiling binds all that it binds; what else it says is for what, by which text, how far on.
_OF_CEILINGS: Final = ("mf:refOrganization", "mf:purpose", "sdmx-dimension:refArea", "mf:scope")
_DIMENSION: Final[Mapping[str, str]] = MappingProxyType(
    {code.partition(":")[0]: dimension for dimension, code in TOTALS.items()}
    | {"share-basis": _BASIS}
)
_PARTIES: Final[Mapping[str, str]] = MappingProxyType(
    {"funder": "mf:counterparty", "shareholder": "mf:counterparty", "law": _LAW}
)


@dataclass(frozen=True, slots=True)
class Coded:
    """The dimensions of one figure, and the part of its observation's name that they make."""

    values: Mapping[str, NamedNode]
    slug: str

    def pairs(self) -> Iterator[tuple[NamedNode, tuple[NamedNode]]]:
        """The dimensions as an observation states them, in their order."""
        return ((term(name), (code,)) for name, code in self.values.items())


def organization(name: str | None) -> NamedNode:
    """Whom a figure is about: an organization, a group of them, or the whole sector.

    >>> organization("org/al-amana").value
    'https://w3id.org/mfgraph/id/org/al-amana'
    >>> organization(None).value
    'https://w3id.org/mfgraph/def/actor-group/whole-sector'
    """
    return agent(name) if name else term(SECTOR)


def coded(measure: Indicator, dims: Mapping[str, str], about: str | None) -> Coded:
    """The codes of a figure of an indicator, by the words of a facts file.

    Raises:
        UnknownTerm: a word or value stands in no table, or two fill one dimension.

    >>> from mfgraph.ingest.converters.indicators import indicator
    >>> coded(indicator("branches"), {"setting": "rural", "type": "mobile"}, "org/al-amana").slug
    'rural-mobile-branches'
    """
    found = _split(dims)
    names = _OF_CEILINGS if measure.family == "ceilings" else tuple(TOTALS)
    values = {name: term(found.get(name, TOTALS[name])) for name in names}
    if "mf:refOrganization" not in found:
        values["mf:refOrganization"] = organization(about)
    values |= _whole(measure, found)
    if _LAW in found:
        values[_LAW] = term(found[_LAW])
    split = [found[name] for name in (*names, _BASIS, _LAW) if name in found]
    told = (code for code in split if not code.startswith("actor-group:"))
    return Coded(MappingProxyType(values), "-".join(_short(code) for code in told))


def codes(word: str) -> Mapping[str, str]:
    """The codes of one word of a facts file, by the value that it has there."""
    return MappingProxyType(table("dimensions").get(word, {}))


def _whole(measure: Indicator, found: Mapping[str, str]) -> dict[str, NamedNode]:
    # What was counted follows from the indicator, except in a share: there the whole tells it.
    if measure.basis is None:
        return (
            {"mf:unitCounted": term(f"unit-counted:{measure.counted}")} if measure.counted else {}
        )
    basis = found.get(_BASIS, f"share-basis:{measure.basis}")
    counted = codes("counted").get(_short(basis), f"unit-counted:{measure.counted}")
    return {_BASIS: term(basis), "mf:unitCounted": term(counted)}


def _split(dims: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, value in _joined(dims).items():
        code = _code(word, value)
        dimension = _PARTIES.get(word) or _DIMENSION[code.partition(":")[0]]
        if dimension in found:
            raise UnknownTerm(f"{dimension} has two values, {found[dimension]} and {code}")
        found[dimension] = code
    return found


def _joined(dims: Mapping[str, str]) -> dict[str, str]:
    # The edition of a named event is no code by itself: "event#edition" is one.
    joined = {word: str(value) for word, value in dims.items()}
    if "event" in joined and "edition" in joined:
        joined["event"] += f"#{joined.pop('edition')}"
    return joined


def _code(word: str, value: str) -> str:
    if word in _PARTIES:
        return compact(organization(value).value)
    found = codes(word).get(value)
    if found is None:
        raise UnknownTerm(
            f"{word} {value!r} has no code",
            hint="add it to converters/dimensions.toml and to its code list",
        )
    return found


def _short(code: str) -> str:
    return code.partition(":")[2].removeprefix("sex-").lower()
