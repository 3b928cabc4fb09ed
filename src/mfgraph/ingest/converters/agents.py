"""Whom a line names: an organization, a person, a group, or a law that a tie leads to."""

from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.vocab import term

_PREFIXES: Final = MappingProxyType({"org": "organization", "person": "person", "law": "law"})
_GROUPS: Final = MappingProxyType(
    {
        "org/fnam-members": "actor-group:microcredit-associations",
        "sector/microfinance-maroc": "actor-group:whole-sector",
    }
)


def agent(name: str) -> NamedNode:
    """The node of `org/<slug>`, `person/<slug>`, `law/<number>` or of a group.

    Raises:
        UnknownTerm: the name is of no such kind.

    >>> agent("org/cms").value
    'https://w3id.org/mfgraph/id/org/cms'
    >>> agent("sector/microfinance-maroc").value
    'https://w3id.org/mfgraph/def/actor-group/whole-sector'
    """
    if name in _GROUPS:
        return term(_GROUPS[name])
    kind, _, local = name.partition("/")
    if kind not in _PREFIXES or not local:
        raise UnknownTerm(f"{name!r} names nobody", hint="write org/<slug> or person/<slug>")
    return term(f"{_PREFIXES[kind]}:{local}")


def slug(node: NamedNode) -> str:
    """The last part of a node's IRI, from which the names of ties and changes are made.

    >>> slug(agent("org/al-amana"))
    'al-amana'
    """
    return node.value.rpartition("/")[2]
