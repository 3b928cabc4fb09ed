"""Writing what was gathered: added at the end of a file, and all files or none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from mfgraph.errors import IngestError
from mfgraph.ingest.drafts import Block
from mfgraph.ingest.turtle import head, render
from mfgraph.vocab import ID

_PREFIX: Final = re.compile(
    r"^[ \t]*(?:@prefix|PREFIX)\s+([\w-]*):\s*<([^>]*)>[ \t]*\.?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
Commented = tuple[str | None, Block]


@dataclass
class Page:
    """What is gathered for the file of one source, with the numbers used so far."""

    slug: str
    claims: int
    locators: int
    blocks: list[Commented] = field(default_factory=list)

    @property
    def local(self) -> Mapping[str, str]:
        """The prefix of the file's own: its locators, as `at:1`."""
        return {"at": f"{ID}locator/{self.slug}/"}

    def next_claim(self) -> int:
        """The number of the next claim; numbers are never used again."""
        self.claims += 1
        return self.claims

    def next_locator(self) -> int:
        """The number of the next locator."""
        self.locators += 1
        return self.locators

    def add(self, comment: str | None, block: Block) -> None:
        """Gather a block; one of which nothing is left to say is dropped."""
        if block.pairs:
            self.blocks.append((comment, block))


def appended(
    path: Path, blocks: Iterable[Commented], *, local: Mapping[str, str] | None = None
) -> str:
    """The text of a file with blocks added at its end, and the prefixes they need.

    Raises:
        IngestError: the file uses one of those prefixes for something else.
    """
    body = "\n".join(_commented(comment, block, local) for comment, block in blocks)
    if not path.is_file():
        return f"{head(body, local)}\n\n{body}"
    text = path.read_text(encoding="utf-8")
    added = "\n".join(_missing(head(body, local), text, path))
    end = max((found.end() for found in _PREFIX.finditer(text)), default=0)
    before = f"{text[:end]}\n" if end and added else text[:end]
    return f"{before}{added}{text[end:].rstrip()}\n\n{body}"


def replace_all(texts: Mapping[Path, str]) -> None:
    """Write all files beside their places, then put each in its place.

    Raises:
        IngestError: a file cannot be written; the files that it stands before have not changed.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
                beside[path] = Path(file.name)
                file.write(text)
        for path, written in beside.items():
            written.chmod(0o644)
            written.replace(path)
    except OSError as error:
        for written in _left(beside):
            written.unlink()
        raise IngestError(
            f"cannot be written: {error.strerror}", where=str(error.filename or "a file")
        ) from error


def _left(beside: Mapping[Path, Path]) -> Iterator[Path]:
    return (written for written in beside.values() if written.exists())


def _commented(comment: str | None, block: Block, local: Mapping[str, str] | None) -> str:
    text = render([block], local)
    return f"# {comment}\n{text}" if comment else text


def _missing(declarations: str, text: str, path: Path) -> Iterator[str]:
    declared = dict(_PREFIX.findall(text))
    for row in declarations.splitlines():
        ((name, iri),) = _PREFIX.findall(row)
        if name not in declared:
            yield row
        elif declared[name] != iri:
            raise IngestError(
                f"the prefix {name}: stands for <{declared[name]}>",
                where=path.name,
                hint=f"take another name for it: here it is <{iri}>",
            )
