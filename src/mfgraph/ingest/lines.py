"""The lines of a facts file: one claim of one source each, as JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import Any, Final, NoReturn

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import IngestError
from mfgraph.ingest.dates import edtf

CONFIDENCES: Final = ("high", "medium", "low")
_NEEDED: Final = ("kind", "source_url", "confidence", "locator")
_OBJECTS: Final = ("label", "label_source", "dims")


class Fields(dict[str, Any]):
    """The fields of a line: to ask for one that it lacks says so in words.

    >>> Fields(person="person/x")["position"]
    Traceback (most recent call last):
    mfgraph.errors.IngestError: the line has no 'position'
    """

    def __missing__(self, name: str) -> NoReturn:
        raise IngestError(f"the line has no {name!r}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands, what it is known by, and what it says."""

    path: Path
    number: int
    key: str
    kind: str
    data: Mapping[str, Any]

    @property
    def where(self) -> str:
        """The line as messages name it."""
        return f"{self.path.name}:{self.number}"

    @property
    def url(self) -> str:
        """The address of the source."""
        return str(self.data["source_url"])

    def text(self, name: str) -> str | None:
        """A field as text, or nothing where it is empty or missing."""
        value = self.data.get(name)
        return None if value in (None, "") else str(value)


def read_lines(path: Path) -> Iterator[Line]:
    """The lines of a facts file.

    Raises:
        IngestError: the file cannot be read, a line is not JSON, or what every line has is
            missing or not of its form.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise IngestError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise IngestError(f"cannot be read as UTF-8: {error}", where=str(path)) from error
    # Only a line feed ends a line: other separators may stand inside a text of JSON.
    for number, raw in enumerate(text.split("\n"), 1):
        if raw.strip():
            yield _line(path, number, raw)


def _line(path: Path, number: int, raw: str) -> Line:
    where = f"{path.name}:{number}"
    try:
        data = json.loads(raw)
    except json.JSONDecodeError as error:
        raise IngestError(f"not JSON: {error.msg}", where=where) from error
    if not isinstance(data, dict):
        raise IngestError("a line is one JSON object", where=where)
    for name in _NEEDED:
        if not data.get(name):
            raise IngestError(f"the line has no '{name}'", where=where, hint="fill it in")
    # The first kind of file numbers its facts; in the second the line's own id is unique.
    key = data.get("fact_id") or data.get("id")
    if not key:
        raise IngestError("the line has neither 'fact_id' nor 'id'", where=where)
    line = Line(path, number, str(key), str(data["kind"]), data)
    _check(line)
    return line


def _check(line: Line) -> None:
    # What every line says of its source goes into the files as it is: a fault of form in it
    # would make a file that cannot be read.
    if line.data["confidence"] not in CONFIDENCES:
        _refuse(line, "confidence", f"say {', '.join(CONFIDENCES)}")
    for name in _OBJECTS:
        if not isinstance(line.data.get(name), (dict, NoneType)):
            _refuse(line, name, "write a JSON object")
    if isinstance(line.data.get("value"), (dict, list)):
        _refuse(line, "value", "write one text or number")
    try:
        json.dumps(line.data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise IngestError(
            "half of a surrogate pair is no character", where=line.where, hint="write it whole"
        ) from error
    _check_source(line)


def _check_source(line: Line) -> None:
    try:
        NamedNode(line.url)
    except ValueError:
        _refuse(line, "source_url", "write the address as a browser shows it, spaces as %20")
    if not line.url.startswith(("https://", "http://")):
        _refuse(line, "source_url", "begin with https:// or http://")
    try:
        Literal("", language=line.text("source_lang") or "fr")
    except ValueError:
        _refuse(line, "source_lang", "write ar, fr, en or another language code")
    try:
        edtf(line.text("source_date") or "2000")
    except IngestError as error:
        _refuse(line, "source_date", error.hint)


def _refuse(line: Line, name: str, hint: str | None) -> NoReturn:
    told = str(line.data[name])
    raise IngestError(f"'{name}' cannot be {told!r}", where=line.where, hint=hint)
