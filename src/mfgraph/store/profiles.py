"""How SPARQL servers differ, as data: `profiles.toml` says it, and no other code knows a server."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from mfgraph.errors import UsageError

STANDARD: Final = "sparql11"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The settings of one kind of server; `profiles.toml` explains each."""

    name: str
    title: str
    query: str
    graphs: str
    graph_parameter: str
    method: Literal["get", "post-form", "post-direct"]
    default_graph: Literal["own", "union"]
    dataset: Literal["protocol", "pragmas"]
    ask_column: str
    idle_values: bool
    undefined_values: bool
    cut_headers: tuple[str, ...]
    authentication: Literal["header", "digest"]
    batch: int
    evaluates: Literal["server", "here"]
    tried: bool

    @property
    def is_union(self) -> bool:
        """Whether the view must stand in a named graph, since the default graph is all graphs."""
        return self.default_graph == "union"


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name, in the order of the file.

    >>> profiles()["virtuoso"].graph_parameter
    'graph-uri'
    """
    tables = tomllib.loads(files("mfgraph.store").joinpath("profiles.toml").read_text("utf-8"))
    return {
        name: _profile(name, tables[STANDARD] | tables.get(table.pop("like", ""), {}) | table)
        for name, table in tables.items()
    }


def profile(name: str | None = None) -> Profile:
    """The profile of that name, or that of a server which follows the standards.

    Raises:
        UsageError: there is none.
    """
    name = name or STANDARD
    if name not in profiles():
        raise UsageError(
            f"no endpoint profile is called {name!r}", hint=f"use one of {', '.join(profiles())}"
        )
    return profiles()[name]


def _profile(name: str, table: dict[str, Any]) -> Profile:
    settings = {key.replace("-", "_"): value for key, value in table.items()}
    return Profile(name=name, **settings | {"cut_headers": tuple(settings["cut_headers"])})
