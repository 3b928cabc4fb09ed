"""Lines come back sorted and once, whatever the sizes they are cut and read in."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from mfgraph.lines import Reading, Sorted, joined

line = st.binary(max_size=12).filter(lambda text: b"\n" not in text)
sizes = st.integers(min_value=1, max_value=40)


@settings(max_examples=200, deadline=None)
@given(st.lists(line, max_size=40), sizes, sizes, sizes)
def test_lines_are_sorted_and_each_comes_once(
    given_lines: list[bytes], written: int, chunk: int, block: int
) -> None:
    text = joined(given_lines) if given_lines else b""
    with Sorted(chunk=chunk, block=block) as lines:
        for start in range(0, len(text), written):
            lines.write(text[start : start + written])
        found = [each for part in lines.blocks() for each in part]
        again = [each for part in lines.blocks() for each in part]
    assert found == again == sorted(set(given_lines))


def test_each_chunk_is_changed_before_it_is_sorted() -> None:
    with Sorted(lambda chunk: chunk.replace(b"a", b"c"), chunk=4, block=2) as lines:
        lines.write(b"a1\nb1\na2\n")
        assert [each for part in lines.blocks() for each in part] == [b"b1", b"c1", b"c2"]


@given(st.lists(st.lists(line, min_size=1, max_size=5), max_size=8), sizes)
def test_blocks_are_read_as_one_file(blocks: list[list[bytes]], size: int) -> None:
    read = io.BufferedReader(Reading(blocks), size).read()
    assert read == b"".join(joined(block) for block in blocks)
