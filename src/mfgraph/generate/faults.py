"""Faults planted on purpose: what each changes in a block, and which rule must report it.

The kinds stand in faults.toml beside. All of them can be built: what `mfgraph build` refuses is
no fault that validation could find.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self, TextIO

from mfgraph.generate.blocks import OWN
from mfgraph.generate.draws import Draw
from mfgraph.generate.tables import table
from mfgraph.vocab import PREFIXES

_HEADER: Final = ("file", "subject", "rule", "change")
_SUBJECT: Final = re.compile(r"[a-z-]+:\S+")


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault: where it is planted, what is put for what, and who reports it."""

    rule: str
    block: str
    find: re.Pattern[str]
    put: str
    change: str
    subject: str = ""


@dataclass(slots=True)
class Faults:
    """The faults of one workspace: planted at a rate, a kind of a block after the other."""

    rate: float
    draw: Draw
    kinds: Mapping[str, list[Fault]]
    file: TextIO
    planted: int = 0
    turns: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @classmethod
    def planting(cls, rate: float, draw: Draw, file: TextIO) -> Self:
        """Plant in that share of the blocks, and list what was planted in a file."""
        csv.writer(file, lineterminator="\n").writerow(_HEADER)
        return cls(rate, draw, _kinds(), file)

    def alter(self, name: str, block: str, text: str) -> str:
        """A block as it is to be written: now and then with a fault in it."""
        kinds = self.kinds.get(block)
        if not kinds or not self.rate:
            return text
        # Each kind is met once as soon as can be, however few faults there are to be.
        if self.turns[block] >= len(kinds) and not self.draw.chance(self.rate):
            return text
        for fault in kinds:
            found = fault.find.search(text)
            if found:
                self._list(name, fault, found, text)
                # Those that have waited longest stand first.
                kinds.remove(fault)
                kinds.append(fault)
                self.turns[block] += 1
                return fault.find.sub(fault.put, text, count=1)
        return text

    def _list(self, name: str, fault: Fault, found: re.Match[str], text: str) -> None:
        first = _SUBJECT.match(text)
        subject = found.expand(fault.subject) if fault.subject else first[0] if first else ""
        row = (name, _iri(subject, name), fault.rule, fault.change)
        csv.writer(self.file, lineterminator="\n").writerow(row)
        self.planted += 1


def _kinds() -> Mapping[str, list[Fault]]:
    found: dict[str, list[Fault]] = defaultdict(list)
    for row in table("faults")["fault"]:
        find = re.compile(row.pop("find"), re.DOTALL)
        found[row["block"]].append(Fault(find=find, **row))
    return dict(found)


def _iri(curie: str, name: str) -> str:
    prefix, _, local = curie.partition(":")
    slug = name.rpartition("/")[2].removesuffix(".ttl")
    namespace = OWN[prefix].format(slug) if prefix in OWN else PREFIXES[prefix]
    return namespace + local.replace("\\", "")
