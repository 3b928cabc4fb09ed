"""The spellings that a store loses: what files write `58.0`, it holds as `58`.

Only literals with a datatype are rewritten. Which they are is found by putting those of the
files into a store and taking them out again; the ones that come back unchanged are forgotten.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import RdfFormat, Store

from mfgraph.lines import Block, joined

# The object of a line of N-Quads. A quote inside a literal never follows a space, but a
# backslash.
_TYPED: Final = re.compile(
    rb' ("[^"\\\n]*(?:\\.[^"\\\n]*)*"\^\^<[^>\n]*>)(?= (?:(?:<[^>\n]*>|_:\S+) )?\.\n)'
)
_NUMBERED: Final = re.compile(rb"^<urn:literal:(\d+)> <urn:literal:is> (.*) \.$", re.MULTILINE)
_MOST: Final = 100_000  # literals that are looked at together


class Spellings:
    """How files spell the literals that a store rewrites, where they have but one spelling."""

    def __init__(self) -> None:
        self._new: set[bytes] = set()
        self._found: dict[bytes, set[bytes]] = defaultdict(set)

    def see(self, chunk: bytes) -> bytes:
        """Note the literals of some lines of the files; the lines are handed back."""
        self._new.update(_TYPED.findall(chunk))
        if len(self._new) > _MOST:
            self._learn()
        return chunk

    def settle(self, files: Iterable[Block]) -> None:
        """Hold what was noted against all the files: beside `58.0`, they may write `58`."""
        self._learn()
        for block in files if self._found else ():
            for plain in self._found.keys() & set(_TYPED.findall(joined(block))):
                self._found[plain].add(plain)

    def restore(self, chunk: bytes) -> bytes:
        """Lines of a store with their literals as the files have them."""
        single = {held: said for held, (said, *more) in self._found.items() if not more}
        if not single:
            return chunk
        return _TYPED.sub(lambda found: b" " + single.get(found[1], found[1]), chunk)

    def _learn(self) -> None:
        written, self._new = list(self._new), set()
        for spelled, held in zip(written, _held(written), strict=True):
            if spelled != held:
                self._found[held].add(spelled)


def _held(written: Block) -> Iterator[bytes]:
    """Each literal as a store gives it back."""
    store = Store()
    lines = (b"<urn:literal:%d> <urn:literal:is> %b ." % each for each in enumerate(written))
    store.bulk_load(joined(list(lines)), format=RdfFormat.N_TRIPLES)
    text = store.dump(format=RdfFormat.N_QUADS) or b""
    found = {int(number): literal for number, literal in _NUMBERED.findall(text)}
    return (found[number] for number in range(len(written)))
