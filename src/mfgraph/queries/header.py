"""One query file: SPARQL under a header that says what it asks, in three languages.

The header is YAML on lines that begin with `#+`, the convention of
[grlc](https://github.com/CLARIAH/grlc#decorator-syntax): `summary`, `tags` and `description`
are grlc's words; `question`, `parameters`, `columns`, `order` and `target` are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, cast, get_args

from mfgraph.errors import SyntaxFault
from mfgraph.queries.kept import KeptHeaders
from mfgraph.sparql.tokens import tokens
from mfgraph.terms import LANGUAGES, unbroken

ParameterType = Literal[
    "iri", "string", "date", "year", "integer", "decimal", "boolean", "language"
]
Form = Literal["SELECT", "CONSTRUCT", "ASK", "DESCRIBE"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a caller may give: a typed value for one slot of the query."""

    name: str
    type: ParameterType
    required: bool = False
    label: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer, with its heading in three languages."""

    name: str
    type: str
    label: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A query and what its header says of it."""

    path: Path
    text: str
    form: Form
    header: Mapping[str, Any]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """The file's name without its suffix: how the query is called."""
        return self.path.stem

    @property
    def theme(self) -> str:
        """The folder the file lies in."""
        return self.path.parent.name

    @property
    def summary(self) -> str:
        """What the query returns, in one English line."""
        return str(self.header.get("summary", ""))

    @property
    def question(self) -> Mapping[str, str]:
        """The question it answers, by language."""
        return cast("Mapping[str, str]", self.header.get("question", {}))


def read(path: Path, kept: KeptHeaders | None = None) -> QueryFile:
    """A query file, read and checked for the form of its header, which may be kept.

    Raises:
        SyntaxFault: the file is not UTF-8, or the header is not what a header is.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SyntaxFault(
            f"not UTF-8: byte {error.start} is {error.reason}", where=str(path)
        ) from error
    except OSError as error:
        raise SyntaxFault(f"cannot be read: {error.strerror}", where=str(path)) from error
    return parse(text, path, kept)


def parse(text: str, path: Path, kept: KeptHeaders | None = None) -> QueryFile:
    """A query from its text; `path` is where it came from, for messages.

    Raises:
        SyntaxFault: the header is not what a header is.
    """
    header = _header(text, path, kept)
    return QueryFile(
        path=path,
        text=text,
        form=form_of(text),
        header=header,
        parameters=tuple(_parameter(n, v, path) for n, v in _table(header, "parameters", path)),
        columns=tuple(_column(n, v, path) for n, v in _table(header, "columns", path)),
    )


def form_of(text: str) -> Form:
    """The form of a query: the first of its four words, which PREFIX lines may precede.

    >>> form_of("PREFIX select: <http://www.w3.org/ns/org#> ask { ?seat a select:Post }")
    'ASK'
    """
    forms = (token.text.upper() for token in tokens(text) if token.is_word(*FORMS))
    return cast("Form", next(forms, "SELECT"))


def _header(text: str, path: Path, kept: KeptHeaders | None) -> Mapping[str, Any]:
    found = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    lines = "\n".join(found)
    return _as_read(_read(lines, path) if kept is None else _kept(lines, path, kept))


def _kept(lines: str, path: Path, kept: KeptHeaders) -> Mapping[str, Any]:
    header = kept.find(path, lines)
    if header is None:
        header = _read(lines, path)
        kept.keep(path, lines, header)
    return header


def _read(lines: str, path: Path) -> Mapping[str, Any]:
    if not lines:
        return {}
    import yaml  # noqa: PLC0415  (a query of one's own has no header)

    try:
        # BaseLoader keeps every scalar a string: a parameter called `on` stays `on`.
        loaded = yaml.load(lines, Loader=yaml.BaseLoader)  # noqa: S506  (safe: strings only)
    except yaml.YAMLError as error:
        raise SyntaxFault(f"the header is not YAML: {_flat(error)}", where=str(path)) from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise SyntaxFault("the header is not a table of keys", where=str(path))
    return loaded


def _as_read(table: Mapping[str, Any]) -> dict[str, Any]:
    # At any depth `fr` is French, which is written with plain spaces and read with its own.
    return {
        key: _as_read(value)
        if isinstance(value, dict)
        else unbroken(value)
        if key == "fr" and isinstance(value, str)
        else value
        for key, value in table.items()
    }


def _table(header: Mapping[str, Any], key: str, path: Path) -> list[tuple[str, Any]]:
    table = header.get(key) or {}
    if not isinstance(table, dict):
        raise SyntaxFault(f"'{key}' in the header is not a table of names", where=str(path))
    return list(table.items())


def _parameter(name: str, value: object, path: Path) -> Parameter:
    entry: dict[str, Any] = value if isinstance(value, dict) else {"type": value}
    if entry.get("type") not in get_args(ParameterType):
        known = ", ".join(get_args(ParameterType))
        raise SyntaxFault(
            f"parameter '{name}' has no known type", where=str(path), hint=f"use one of {known}"
        )
    return Parameter(
        name=name,
        type=entry["type"],
        required=entry.get("required") == "true",
        label=_texts(entry.get("label")),
    )


def _column(name: str, value: object, path: Path) -> Column:
    entry: dict[str, Any] = value if isinstance(value, dict) else {"type": value}
    if not isinstance(entry.get("type"), str):
        raise SyntaxFault(f"column '{name}' has no type", where=str(path))
    return Column(name=name, type=entry["type"], label=_texts(entry.get("label")))


def _texts(value: object) -> dict[str, str]:
    texts = value if isinstance(value, dict) else {}
    return {code: str(texts[code]) for code in LANGUAGES if code in texts}


def _flat(error: Exception) -> str:
    return " ".join(str(error).split())
