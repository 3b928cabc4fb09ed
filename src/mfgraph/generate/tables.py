"""The tables beside this module: proportions of the real ecosystem, and words for the made-up one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, Self

from mfgraph.generate.draws import Weighted

# A text in each of the three languages.
Spoken = Mapping[str, str]
_TABLE: Final = files("mfgraph.generate")


def table(name: str) -> dict[str, Any]:
    """What the table of that name says."""
    return tomllib.loads((_TABLE / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of figure: its codes in the cube, and the digits that it has."""

    dataset: str
    indicator: str
    unit: str
    counted: str
    basis: str
    digits: tuple[int, int]

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """The figure of one row of the table; only a share has a basis."""
        dataset, indicator, unit, counted, *basis = row["codes"]
        first, last = row["digits"]
        return cls(dataset, indicator, unit, counted, "".join(basis), (first, last))


@dataclass(frozen=True, slots=True)
class Tables:
    """All proportions, as weights that are drawn from, and all words."""

    numbers: Mapping[str, Any]
    words: Mapping[str, Any]
    told: Mapping[str, Weighted[str]]
    codes: Mapping[str, Weighted[str]]
    classes: Weighted[str]
    figures: tuple[Figure, ...]
    figure: Weighted[int]

    @classmethod
    def read(cls) -> Self:
        """The tables that come with the generator."""
        numbers = table("proportions")
        rows = numbers["figures"]
        return cls(
            numbers=numbers,
            words=table("words"),
            told={k: Weighted(v) for k, v in numbers["told"].items() if isinstance(v, dict)},
            codes={k: Weighted(v) for k, v in numbers["codes"].items()},
            classes=Weighted(numbers["classes"]),
            figures=tuple(map(Figure.read, rows)),
            figure=Weighted({at: row["number"] for at, row in enumerate(rows)}),
        )

    def share(self, name: str) -> float:
        """A share of what is told, as a number between 0 and 1."""
        return float(self.numbers["told"][name])
