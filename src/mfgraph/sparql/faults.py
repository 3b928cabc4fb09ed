"""What is wrong with a text that is not SPARQL, in fewer words than a parser's.

A parser lists all that it could have read next, over half a page. What helps is the place,
a reason if one is among them, and whether a prefix was never declared.
"""

import re
from itertools import pairwise
from typing import Final

from mfgraph.sparql.tokens import tokens

_PLACE: Final = re.compile(r"error at (?P<line>\d+):(?P<column>\d+)(?P<expected>.*)", re.DOTALL)
_REASON: Final = re.compile(r"[A-Z][A-Za-z*]+(?: [A-Za-z*]+){2,}")


def fault(query: str, message: str) -> str:
    """The fault of a query, from the query and from what the parser said of it.

    >>> fault("ASK { ?seat a org:Post }", "error at 1:16: expected OPTIONAL")
    'the prefix org: is not declared'
    >>> fault("ASK { ?seat a }", 'error at 1:15: expected one of "$", "?", [_]')
    'not SPARQL near line 1, column 15'
    """
    prefix = _undeclared(query)
    if prefix is not None:
        return f"the prefix {prefix}: is not declared"
    place = _PLACE.match(message)
    if place is None:
        return f"not SPARQL: {message}"
    reason = _REASON.search(place["expected"])
    because = f" ({reason.group()})" if reason else ""
    return f"not SPARQL near line {place['line']}, column {place['column']}{because}"


def _undeclared(query: str) -> str | None:
    code = tokens(query)
    declared = {name.text for word, name in pairwise(code) if word.is_word("PREFIX")} | {"_:"}
    used = (token.text.partition(":")[0] for token in code if token.kind == "name")
    return next((prefix for prefix in used if f"{prefix}:" not in declared), None)
