"""Blocks as Turtle that reads as if it were written by hand.

One subject a block at the beginning of a line, `a` first, one property a line, several values
under one another. Only the prefixes that are used are declared.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.drafts import Block, Value
from mfgraph.vocab import PREFIXES, term

_TYPE: Final = term("rdf:type")
_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?\Z")
_ESCAPED: Final = re.compile(r"([#/~!$&'()*+,;=?@%])")
_USED: Final = re.compile(r"(?<![\w<\"/#:.-])([a-z][a-z-]*):(?!//)")


def render(blocks: Iterable[Block], local: Mapping[str, str] | None = None) -> str:
    """The blocks, one after another; `local` adds prefixes of the file's own."""
    prefixes = {**PREFIXES, **(local or {})}
    return "\n".join(_block(block, prefixes) for block in blocks)


def head(body: str, local: Mapping[str, str] | None = None) -> str:
    """The declarations of the prefixes that a body of Turtle uses, in the order of the table."""
    code = re.sub(r'"(?:[^"\\\n]|\\.)*"|<[^>\s]*>|(?<!\\)#[^\n]*', '""', body)
    used = set(_USED.findall(code)) | set(re.findall(r"\^\^([a-z-]+):", code))
    table = {**PREFIXES, **(local or {})}
    width = max((len(name) for name in used), default=0) + 1
    lines = [
        f"@prefix {name + ':':{width}} <{iri}> ." for name, iri in table.items() if name in used
    ]
    return "\n".join(lines)


def _block(block: Block, prefixes: Mapping[str, str]) -> str:
    types = [value for name, values in block.pairs if name == _TYPE for value in values]
    lines = [f"a {' , '.join(_term(value, prefixes) for value in types)}"] if types else []
    for name, values in block.pairs:
        if name != _TYPE and values:
            lines.append(_line(name, values, prefixes))
    first, *rest = lines
    body = " ;\n".join([f"{_term(block.subject, prefixes)} {first}", *(f"    {r}" for r in rest)])
    return f"{body} .\n"


def _line(name: NamedNode, values: tuple[Value, ...], prefixes: Mapping[str, str]) -> str:
    written = [_term(value, prefixes) for value in values]
    if len(written) > 1 and sum(map(len, written)) > 76:  # noqa: PLR2004  (a line of a hundred)
        return f"{_term(name, prefixes)}\n        " + " ,\n        ".join(written)
    return f"{_term(name, prefixes)} {' , '.join(written)}"


def _term(value: Value, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, Literal):
        return _literal(value, prefixes)
    fitting = [p for p, namespace in prefixes.items() if value.value.startswith(namespace)]
    for prefix in sorted(fitting, key=lambda p: -len(prefixes[p])):
        local = value.value.removeprefix(prefixes[prefix])
        if _LOCAL.match(_ESCAPED.sub("", local)) and "%" not in local:
            return f"{prefix}:{_ESCAPED.sub(_escape, local)}"
    return f"<{value.value}>"


def _escape(match: re.Match[str]) -> str:
    return f"\\{match.group()}"


def _literal(value: Literal, prefixes: Mapping[str, str]) -> str:
    datatype = value.datatype.value
    if datatype == term("xsd:integer").value and re.fullmatch(r"-?\d+", value.value):
        return value.value
    if datatype == term("xsd:decimal").value and re.fullmatch(r"-?\d+\.\d+", value.value):
        return value.value
    quoted = str(Literal(value.value))
    if value.language:
        return f"{quoted}@{value.language}"
    if datatype == term("xsd:string").value:
        return quoted
    return f"{quoted}^^{_term(value.datatype, prefixes)}"
