"""The made-up world: the things in it, each known by its kind and number alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from mfgraph.generate.blocks import Block, blocks
from mfgraph.generate.draws import Draw
from mfgraph.generate.names import Names
from mfgraph.generate.plan import Plan
from mfgraph.generate.tables import Spoken, Tables

FEDERATION: Final = "federation"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with a name: the slug of its IRI, and the word that tells it from others."""

    slug: str
    word: Spoken


@dataclass(frozen=True, slots=True)
class World:
    """What is needed to say anything about any thing."""

    plan: Plan
    tables: Tables
    names: Names
    blocks: Mapping[str, Block]

    @classmethod
    def of(cls, triples: int, seed: int) -> Self:
        """The world of a seed that holds a number of triples."""
        tables = Tables.read()
        plan = Plan.of(triples, seed, tables.numbers)
        return cls(plan, tables, Names(tables.words), blocks())

    def draw(self, *key: str | int) -> Draw:
        """The choices that belong to one thing."""
        return Draw(self.plan.seed, *key)

    def count(self, kind: str) -> int:
        """How many things of a kind there are."""
        return self.plan.counts[kind]

    def thing(self, kind: str, number: int) -> Thing:
        """The thing of a kind and number; now and then its word is near that of the one before."""
        every: int = self.tables.numbers["near_names"]
        near = number % every == every - 1 and kind in ("association", "person")
        word = self.names.near(kind, number - 1) if near else self.names.word(kind, number)
        return Thing(f"{kind}-{number}", word)

    def some(self, kind: str, draw: Draw) -> Thing:
        """Any thing of a kind; a few are met much oftener than the others."""
        return self.thing(kind, draw.low(self.count(kind)))

    def federation(self) -> Thing:
        """The one federation."""
        return Thing(FEDERATION, {"ar": "الفيدرالية", "fr": "Fédération", "en": "Federation"})

    def person_name(self, number: int) -> Spoken:
        """The first name and the word of a person."""
        every: int = self.tables.numbers["near_names"]
        # Who is near another in name has the same first name.
        given = self.names.given(number - (number % every == every - 1))
        word = self.thing("person", number).word
        return self.names.name("person", given=given, word=word)
