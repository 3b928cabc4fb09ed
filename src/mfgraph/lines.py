"""Lines in the order of their bytes, each once: sorted in chunks on disk, merged block by block.

However many lines there are, memory stays flat, and none of them is touched by a loop of
Python's: a block is split, sorted and joined as a whole.
"""

import io
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

Block = list[bytes]
CHUNK: Final = 16 << 20  # as much is sorted at a time
BLOCK: Final = 1 << 18  # as much is read at a time


class Chunks(io.RawIOBase, ABC):
    """A file to write text into, which hands on chunks that end where a line does.

    `end` is what a chunk ends with; only the last may end otherwise.
    """

    def __init__(self, size: int = CHUNK, end: bytes = b"\n") -> None:
        self._most, self._end = size, end
        self._waiting: list[bytes] = []
        self._size = 0

    @abstractmethod
    def take(self, chunk: bytes) -> None:
        """Do with a chunk what is to be done."""

    def writable(self) -> bool:
        """That it can be written."""
        return True

    def write(self, data: "ReadableBuffer") -> int:
        """Take in some bytes, which may end inside a line."""
        taken = bytes(data)
        self._waiting.append(taken)
        self._size += len(taken)
        if self._size >= self._most:
            text = b"".join(self._waiting)
            place = text.rfind(self._end)
            self._hand_on(text, place + len(self._end) if place >= 0 else 0)
        return len(taken)

    def flush(self) -> None:
        """Hand on all that has been written."""
        text = b"".join(self._waiting)
        self._hand_on(text, len(text))

    def close(self) -> None:
        """Forget what has not been handed on."""
        self._waiting, self._size = [], 0
        super().close()

    def _hand_on(self, text: bytes, size: int) -> None:
        self._waiting, self._size = [text[size:]], len(text) - size
        if size:
            self.take(text[:size])


class Sorted(Chunks):
    r"""Lines that come back sorted, each once, as often as wanted.

    `change` is applied to each chunk of lines before it is sorted.

    >>> with Sorted() as lines:
    ...     size = lines.write(b"b\na\nb\n")
    ...     list(lines.blocks())
    [[b'a', b'b']]
    """

    def __init__(
        self, change: Callable[[bytes], bytes] = bytes, *, chunk: int = CHUNK, block: int = BLOCK
    ) -> None:
        super().__init__(chunk)
        self._change, self._block = change, block
        self._disk: IO[bytes] = TemporaryFile()  # noqa: SIM115  (closed with this file)
        self._runs: list[tuple[int, int]] = []

    def take(self, chunk: bytes) -> None:
        """Sort some lines and put them on the disk."""
        if changed := self._change(chunk):
            lines = once(changed.removesuffix(b"\n").split(b"\n"))
            start = self._disk.seek(0, io.SEEK_END)
            self._disk.write(joined(lines))
            self._runs.append((start, self._disk.tell()))

    def blocks(self) -> Iterator[Block]:
        """The lines in order, without their ends, a block at a time."""
        self.flush()
        return merged([_read(self._disk, *run, self._block) for run in self._runs])

    def close(self) -> None:
        """Give back the disk."""
        super().close()
        self._disk.close()


class Reading(io.RawIOBase):
    """Blocks of lines as a file to read, for a parser."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._parts = (joined(block) for block in blocks)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """That it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a buffer as far as the part at hand goes."""
        if not self._left:
            self._left = memoryview(next(self._parts, b""))
        room = memoryview(buffer)
        size = min(len(room), len(self._left))
        room[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def joined(block: Block) -> bytes:
    """The lines of a block, each with its end."""
    return b"\n".join([*block, b""])


def once(lines: Block) -> Block:
    """The lines in order, each once."""
    # Runs that are in order already are merged by the sort, in linear time.
    return list(dict.fromkeys(sorted(lines)))


def merged(runs: list[Iterator[Block]]) -> Iterator[Block]:
    """The lines of several runs, each in order, as one run.

    >>> list(merged([iter([[b"a", b"d"]]), iter([[b"b"], [b"d", b"e"]])]))
    [[b'a', b'b'], [b'd'], [b'e']]
    """
    if len(runs) == 1:
        yield from runs[0]
        return
    pools: list[tuple[Block, Iterator[Block]]] = [([], run) for run in runs]
    while pools := [(lines or next(run, []), run) for lines, run in pools]:
        pools = [(lines, run) for lines, run in pools if lines]
        # Up to the least of the lines that the pools end with, nothing more can come.
        bound = min((lines[-1] for lines, _ in pools), default=b"")
        ready: Block = []
        for lines, _ in pools:
            end = bisect_right(lines, bound)
            ready += lines[:end]
            del lines[:end]
        if ready:
            yield once(ready)


def _read(disk: IO[bytes], start: int, end: int, size: int) -> Iterator[Block]:
    """The lines of one run, which shares its disk with the others."""
    rest = b""
    while start < end:
        disk.seek(start)
        text = disk.read(min(size, end - start))
        start += len(text)
        *lines, rest = (rest + text).split(b"\n")
        if lines:
            yield lines
