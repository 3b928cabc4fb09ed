"""One file being written: block after block, counted as it goes, and never held."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from mfgraph.generate.world import World

# What may alter a block before it is written: the name of the file, of the block, and its text.
Alter = Callable[[str, str, str], str]


@dataclass(slots=True)
class Sheet:
    """A file of Turtle, and the triples written to it so far."""

    world: World
    name: str
    file: TextIO
    alter: Alter
    triples: int = 0

    def add(self, block: str, **values: object) -> None:
        """Write a block with its places filled."""
        form = self.world.blocks[block]
        self.file.write(self.alter(self.name, block, form.form.format_map(values)))
        self.triples += form.triples
