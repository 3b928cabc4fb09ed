"""The tables of the converters: small TOML files beside them, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from mfgraph.errors import UnknownTerm


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table `converters/<name>.toml`.

    >>> table("participations")["roles"]["delegation"]
    'delegation-member'
    """
    path = files("mfgraph").joinpath("ingest", "converters", f"{name}.toml")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


def code(name: str, section: str, word: str) -> Any:
    """What a word of a facts file stands for, by one section of a table.

    Raises:
        UnknownTerm: the table does not have the word.

    >>> code("events", "types", "press meeting")
    'press-conference'
    """
    found = table(name)[section].get(word)
    if found is None:
        raise UnknownTerm(
            f"{word!r} stands for nothing in the table of {section}",
            hint=f"add it to converters/{name}.toml and, if it is new, to its code list",
        )
    return found
