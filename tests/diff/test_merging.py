"""The difference of two sorted files is that of their lines, in whatever pieces they are read."""

import io
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mfgraph.diff.merging import NotCanonicalError, differences

ALPHABET: Final = [
    f'<https://example.org/{name}> <https://example.org/says> "{text}" .'.encode()
    for name in "abcdefgh"
    for text in ("1", "58.0", "تعاون", r"a \"quote\" \\")
]
lines = st.sets(st.sampled_from(ALPHABET))
sizes = st.integers(min_value=1, max_value=400)


def text(found: set[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in sorted(found))


def apart(old: bytes, new: bytes, size: int = 1 << 18) -> tuple[list[bytes], list[bytes]]:
    pairs = list(differences(io.BytesIO(old), io.BytesIO(new), size=size))
    return [x for gone, _ in pairs for x in gone], [x for _, come in pairs for x in come]


@settings(max_examples=500, deadline=None)
@given(lines, lines, sizes)
def test_it_is_the_difference_of_the_sets(old: set[bytes], new: set[bytes], size: int) -> None:
    assert apart(text(old), text(new), size) == (sorted(old - new), sorted(new - old))


@settings(max_examples=200, deadline=None)
@given(lines.filter(lambda found: len(found) > 1), sizes)
def test_what_is_not_sorted_is_refused_even_where_both_files_are_alike(
    found: set[bytes], size: int
) -> None:
    ordered = sorted(found)
    turned = b"".join(line + b"\n" for line in [*ordered[1:], ordered[0]])
    with pytest.raises(NotCanonicalError):
        apart(turned, turned, size)


@pytest.mark.parametrize(
    "line",
    [
        '<x:s> <x:p> "a" . # a comment',
        '<x:s>  <x:p> "a" .',
        ' <x:s> <x:p> "a" .',
        '<x:s> <x:p> "a"@FR .',
        '<x:s> <x:p> "\\u00e9" .',
        '<x:s> <x:p> "a"^^<http://www.w3.org/2001/XMLSchema#string> .',
        '<x:s> <x:p> "a\tb" .',
        "<x:s> <x:p> _:b .",
        "_:b <x:p> <x:o> .",
        "<x:s> <x:p> <x:o> _:g .",
        "<x:\\u0041> <x:p> <x:o> .",
        "<s> <x:p> <x:o> .",
        "<x:s> <x:p> <x:o>.",
        "",
    ],
)
def test_what_is_spelled_otherwise_is_refused_even_where_both_files_are_alike(line: str) -> None:
    with pytest.raises(NotCanonicalError):
        apart(line.encode() + b"\n", line.encode() + b"\n")
    with pytest.raises(NotCanonicalError):
        apart(b"", line.encode() + b"\n")


def test_a_last_line_without_its_end_is_refused() -> None:
    whole = text(set(ALPHABET))
    for old, new in ((whole, whole[:-1]), (whole[:-1], whole), (whole[:-1], whole[:-1])):
        with pytest.raises(NotCanonicalError):
            apart(old, new)
