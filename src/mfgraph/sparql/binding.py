"""Parameters of a query: each is a `VALUES ?name { … }` slot inside its WHERE.

What a caller gives is a typed term, and what goes into the slot is that term in N-Triples
form, so that no text can end the slot and begin something else. Inside WHERE, VALUES is
joined before any aggregation ([SPARQL 1.1, section 10](https://www.w3.org/TR/sparql11-query/#inline-data));
the value that stands in the file is the default.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import ParameterError
from mfgraph.sparql.tokens import closing, tokens

_SLOT_WORDS: Final = 3  # VALUES, ?name, {


class _Slot(NamedTuple):
    name: str
    start: int  # where its `{` stands
    end: int  # behind its `}`


def slots(query: str) -> tuple[str, ...]:
    """The names of a query's slots, in the order of the text.

    >>> slots("SELECT * { VALUES ?organization { UNDEF } ?p ?q ?organization }")
    ('organization',)
    """
    return tuple(dict.fromkeys(slot.name for slot in _slots(query)))


def defaults(query: str) -> Mapping[str, str]:
    """What stands in each slot of a query as its file has it; nothing for a slot left open.

    >>> defaults("SELECT * { VALUES ?role { role:president } VALUES ?lang { UNDEF } }")
    {'role': 'role:president'}
    """
    written = {slot.name: query[slot.start + 1 : slot.end - 1].strip() for slot in _slots(query)}
    return {name: text for name, text in written.items() if text != "UNDEF"}


def bind(query: str, terms: Mapping[str, Sequence[NamedNode | Literal]]) -> str:
    """The query with terms in its slots; a slot that is not named keeps its default.

    Raises:
        ParameterError: a name has no slot in the query.

    >>> bind("ASK { VALUES ?x { UNDEF } ?x ?p ?o }", {"x": [Literal("a } b")]})
    'ASK { VALUES ?x { "a } b" } ?x ?p ?o }'
    """
    unknown = sorted(set(terms) - set(slots(query)))
    if unknown:
        raise ParameterError(f"the query has no slot VALUES ?{unknown[0]} {{ … }}")
    bound, at = "", 0
    for slot in _slots(query):
        if slot.name in terms:
            filled = _filled(terms[slot.name], query[slot.start : slot.end])
            bound, at = f"{bound}{query[at : slot.start]}{filled}", slot.end
    return bound + query[at:]


def _slots(query: str) -> Iterator[_Slot]:
    code = tokens(query)
    for at in range(len(code) - _SLOT_WORDS):
        word, variable, opening = code[at : at + _SLOT_WORDS]
        if word.is_word("VALUES") and variable.kind == "variable" and opening.text == "{":
            end = closing(code, at + _SLOT_WORDS - 1)
            yield _Slot(variable.text[1:], opening.start, code[end].end)


def _filled(terms: Sequence[NamedNode | Literal], default: str) -> str:
    # A default over several lines keeps its lines, so that messages name the right ones.
    written = " ".join(str(term) for term in terms) or "UNDEF"
    lines = "\n" * default.count("\n")
    return f"{{ {written} {lines}}}"
