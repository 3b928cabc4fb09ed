"""The Turtle of each kind of thing: the blocks of the .ttl files beside, with places to fill.

A file of blocks holds several, each under a line `#: name`. What a block says is counted once,
when it is read; to fill it is then only to put texts in their places.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from pyoxigraph import RdfFormat, parse

from mfgraph.vocab import ID, PREFIXES

_NAME: Final = re.compile(r"^#: ([a-z-]+)\n", re.MULTILINE)
_PLACE: Final = re.compile(r"\$([a-z0-9]+)")
_PREFIX: Final = re.compile(r"(?<![\w<\"/#:.-])([a-z][a-z-]*):(?!//)")
# What only the file of one source has: its locators, excerpts and mentions.
OWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "at": f"{ID}locator/{{}}/",
        "x": f"{ID}excerpt/{{}}-1/",
        "m": f"{ID}mention/{{}}-1/",
        "fix": f"{ID}correction/{{}}-1/",
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block, the triples it holds, and the prefixes it uses."""

    form: str
    triples: int
    prefixes: frozenset[str]


def blocks() -> dict[str, Block]:
    """All blocks, by the name of their file and their own, as `figures/observation`."""
    folder = files("mfgraph.generate") / "blocks"
    found = sorted(folder.iterdir(), key=lambda path: path.name)
    return dict(pair for path in found if path.name.endswith(".ttl") for pair in _read(path))


def declarations(used: Mapping[str, Block]) -> str:
    """The declarations of all prefixes that blocks use, in the order of the table."""
    names = frozenset().union(*(block.prefixes for block in used.values()))
    lines = (f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items() if name in names)
    return "\n".join(lines)


def own_declarations(slug: str) -> str:
    """The declarations of the prefixes that only the file of one source has."""
    lines = (f"@prefix {name}: <{iri.format(slug)}> ." for name, iri in OWN.items())
    return "\n".join(lines)


def _read(path: Traversable) -> Iterator[tuple[str, Block]]:
    _, *parts = _NAME.split(path.read_text(encoding="utf-8"))
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield f"{path.name.removesuffix('.ttl')}/{name}", _block(text.strip())


def _block(text: str) -> Block:
    known = {**PREFIXES, **OWN}
    head = "\n".join(f"@prefix {name}: <{iri.format('x')}> ." for name, iri in known.items())
    # A one is a name, a number and a text: it fills every place but that of a language.
    example = f"{head}\n{_PLACE.sub('1', text.replace('@$language', '@en'))}"
    code = re.sub(r'"[^"]*"|<[^>]*>', '""', text) + "".join(re.findall(r"\^\^[a-z]+:", text))
    return Block(
        form=_PLACE.sub(r"{\1}", text.replace("{", "{{").replace("}", "}}")) + "\n\n",
        triples=sum(1 for _ in parse(example, format=RdfFormat.TURTLE)),
        prefixes=frozenset(_PREFIX.findall(code)) - set(OWN),
    )
