"""One line made into what it says: checked, its aliases resolved, converted by its kind."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from mfgraph.errors import IngestError, MfgraphError
from mfgraph.ingest.converters import CONVERTERS
from mfgraph.ingest.drafts import Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Fields, Line
from mfgraph.ingest.register import Entry
from mfgraph.vocab import term

_WORDS: Final = 8
_NO_FIGURE: Final = frozenset({"unit", "value"})


def check(line: Line) -> None:
    """That a line is of a known kind, and quotes no more of its page than the place to look.

    Raises:
        IngestError: it is not.
    """
    # The texts of pages are not held: what is quoted of them is no more than a place to look.
    words = len(str(line.data["locator"]).split())
    if words > _WORDS:
        raise IngestError(
            f"the locator has {words} words", where=line.where, hint=f"give at most {_WORDS}"
        )
    if line.kind not in CONVERTERS:
        known = ", ".join(sorted(CONVERTERS))
        raise IngestError(f"no line is of kind {line.kind!r}", where=line.where, hint=known)


def converted(line: Line, entry: Entry) -> Draft | Skipped:
    """What a line says, or why it says nothing that can be kept."""
    source = SourceRef(entry.slug, term(f"organization:{entry.outlet}"), entry.kind)
    try:
        return CONVERTERS[line.kind](_with_aliases(line), source)
    except MfgraphError as error:
        return Skipped(str(error))
    except ArithmeticError:
        return Skipped("a figure is not a number")
    except (TypeError, ValueError) as error:
        # A name that makes no IRI, a number where a list belongs.
        return Skipped(f"a value is not of its form: {error}")


def _with_aliases(line: Line) -> Line:
    return replace(line, data=_aliased(line.data, table("aliases")))


def _aliased(value: Any, aliases: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        # A field that is null is not there. Only a figure may be none, with its unit: a law or
        # a standard of which no figure is told.
        told = {n: each for n, each in value.items() if each is not None or n in _NO_FIGURE}
        return Fields({name: _aliased(each, aliases) for name, each in told.items()})
    if isinstance(value, list):
        return [_aliased(each, aliases) for each in value]
    return aliases.get(value, value) if isinstance(value, str) else value


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table `ingest/<name>.toml`.

    >>> table("aliases")["org/fbpmc"]
    'org/attawfiq'
    """
    text = files("mfgraph").joinpath("ingest", f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
