"""What a node itself must be like to have a row: the filters of a query that ask of nothing else.

`FILTER(STRSTARTS(STR(?value), "https://w3id.org/mfgraph/"))` keeps out the terms of other
vocabularies, whatever uses them. A filter counts where it stands in a group that every solution
goes through: in no OPTIONAL, no EXISTS and no branch of a UNION.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from mfgraph.sparql.tokens import Token, closing, tokens, written
from mfgraph.store import OxigraphStore
from mfgraph.validate.paths import Term


@dataclass(frozen=True, slots=True)
class Gate:
    """Conditions on one variable, in the words of a query."""

    prologue: str
    variable: str
    conditions: tuple[str, ...]

    def passed(self, nodes: Iterable[Term]) -> set[Term]:
        """The nodes that meet all conditions; those without a name are not held back.

        >>> gate = gate_of("SELECT ?x { ?y ?p ?x FILTER(ISIRI(?x)) }", "x")
        >>> gate.passed([ox.NamedNode("urn:a"), ox.Literal("a")])
        {<NamedNode value=urn:a>}
        """
        known = set(nodes)
        if not self.conditions or not known:
            return known
        nameless = {node for node in known if isinstance(node, ox.BlankNode)}
        listed = " ".join(map(str, known - nameless))
        rows = OxigraphStore.of(()).select(
            f"{self.prologue} SELECT ?{self.variable} WHERE {{ "
            f"VALUES ?{self.variable} {{ {listed} }} {' '.join(self.conditions)} }}"
        )
        return nameless | {row[0] for row in rows}


def gate_of(query: str, variable: str) -> Gate:
    """The conditions that a query makes on a variable alone."""
    among = tokens(query)
    start = next(token.start for token in among if token.is_word("SELECT"))
    found = tuple(_conditions(query, among, variable))
    return Gate(query[:start], variable, found)


def _conditions(query: str, among: tuple[Token, ...], variable: str) -> Iterator[str]:
    sure = [True]
    for at, token in enumerate(among):
        if token.text == "{":
            sure.append(sure[-1] and _is_sure(among, at, variable))
        elif token.text == "}":
            sure.pop()
        elif token.is_word("FILTER") and sure[-1] and among[at + 1].text == "(":
            end = closing(among, at + 1)
            inside = among[at + 1 : end + 1]
            names = {part.text[1:] for part in inside if part.kind == "variable"}
            if names == {variable} and not any(part.is_word("EXISTS") for part in inside):
                yield query[token.start : among[end].end]


def _is_sure(among: tuple[Token, ...], at: int, variable: str) -> bool:
    """Whether every solution goes through a group, and the variable is the same inside."""
    before, end = among[at - 1], closing(among, at)
    after = among[end + 1] if end + 1 < len(among) else None
    if before.is_word("EXISTS", "OPTIONAL", "MINUS", "UNION") or (after and after.is_word("UNION")):
        return False
    if before.text in {"{", "}", "."}:
        return True
    selecting = [back for back in range(at) if among[back].is_word("SELECT")]
    if not selecting:
        return False
    clause = among[selecting[-1] : at]
    depths = written(clause).count("{")
    return depths == 0 and any(part.text[1:] == variable for part in clause)
