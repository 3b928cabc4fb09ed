"""One converter a kind of line: what such a line says, as claims, records and things."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mfgraph.ingest.converters import (
    certifications,
    events,
    laws,
    memberships,
    observations,
    organizations,
    participations,
    people,
    relations,
    roles,
    standards,
)
from mfgraph.ingest.drafts import Converter

CONVERTERS: Final[Mapping[str, Converter]] = MappingProxyType(
    {
        "certification": certifications.convert,
        "event": events.convert,
        "law": laws.convert,
        "membership": memberships.convert,
        "observation": observations.convert,
        "organisation": organizations.convert,
        "participation": participations.convert,
        "person": people.convert,
        "relation": relations.convert,
        "role": roles.convert,
        "standard": standards.convert,
    }
)

__all__ = ["CONVERTERS"]
