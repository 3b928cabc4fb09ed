"""S-32, near names: two things of one kind whose folded names differ by a single letter.

Such a pair is often one thing spelled twice, so a person should look. Pairs are found by
deletion neighborhoods: two words at distance 1 meet in the words that one deletion leaves,
so the work grows with the number of names, not with its square.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from rdflib import URIRef

from mfgraph.folding import fold
from mfgraph.phrases import phrase
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES
from mfgraph.validate.queries import rows
from mfgraph.validate.report import Result, Severity, by_language
from mfgraph.vocab import SHAPES

RULE: Final = "S-32"
# In shorter names, such as acronyms, one letter is a large part of the name.
_SHORTEST: Final = 5
# «السادس» and «الخامس», VI and V, region 1 and region 2, 3e and 8e édition: names that count are told apart by
# what they count, however few letters that takes.
_COUNTING: Final = re.compile(
    r"(?:[0-9]+(?:er|re|e|eme|st|nd|rd|th)?|[ivxlc]+|"
    r"(?:ال)?(?:اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سادسه"
    r"|سابع|سابعه|ثامن|ثامنه|تاسع|تاسعه|عاشر|عاشره))"
)


def near_names(store: Store) -> Iterator[Result]:
    """Each pair of things whose names differ by one letter, once, as information.

    Needs a store of one graph with the names and the ontology's subclasses in it.
    """
    found: dict[tuple[str, str, str], tuple[str, str]] = {}
    for kind, names in _by_kind(store).items():
        for one, other in near_pairs(names):
            for (a, shown), (b, also) in _sides(names[one], names[other]):
                found.setdefault((kind, a, b), (shown, also))
    for (_, first, second), names_shown in sorted(found.items()):
        yield _result(first, second, names_shown)


def near_pairs(names: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The pairs of folded names that differ by one letter and count the same.

    >>> list(near_pairs(dict.fromkeys(["محمد المازوري", "محمد المازروي", "محمد الخامس"])))
    [('محمد المازروي', 'محمد المازوري')]
    >>> list(near_pairs(dict.fromkeys(["mohammed v", "mohammed vi"])))
    []
    """
    # Hardly any two meet, and a tuple of one takes a quarter of what a set of one does.
    meeting: dict[str, tuple[str, ...]] = {}
    for name in names:
        if len(name) >= _SHORTEST:
            for left in _deletions(name):
                meeting[left] = (*meeting.get(left, ()), name)
    pairs = {pair for group in meeting.values() for pair in combinations(sorted(group), 2)}
    return (pair for pair in sorted(pairs) if _counts_same(*pair) and is_one_apart(*pair))


def is_one_apart(one: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbors leads to the other.

    This is Damerau–Levenshtein distance 1, since no longer edit has to be found.

    >>> is_one_apart("المازوري", "المازروي"), is_one_apart("الخامس", "السادس")
    (True, False)
    """
    start = _common_start(one, other)
    one, other = one[start:], other[start:]
    end = _common_start(one[::-1], other[::-1])
    middle, opposite = one[: len(one) - end], other[: len(other) - end]
    lengths = len(middle), len(opposite)
    return lengths in {(0, 1), (1, 0), (1, 1)} or (lengths == (2, 2) and middle == opposite[::-1])


def one_apart(name: str, among: Collection[str], letters: Iterable[str]) -> Iterator[str]:
    """Of some names, those that are this one or one edit away from it; the rest may be many.

    >>> sorted(one_apart("abcd", {"abcd", "abdc", "abd", "dcba"}, "abcd"))
    ['abcd', 'abd', 'abdc']
    """
    tried = {name}
    for i in range(len(name) + 1):
        head, tail = name[:i], name[i:]
        tried.update((head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]))
        tried.update(head + letter + tail for letter in letters)
        tried.update(head + letter + tail[1:] for letter in letters)
    return (other for other in tried if other in among)


def _common_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _deletions(name: str) -> set[str]:
    return {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}


def _counts_same(one: str, other: str) -> bool:
    return _counts(one) == _counts(other)


def _counts(name: str) -> list[str]:
    return [word for word in name.split() if _COUNTING.fullmatch(word)]


def _by_kind(store: Store) -> dict[str, dict[str, set[tuple[str, str]]]]:
    kinds: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(store, "names"):
        kinds[row["kind"]][fold(row["name"])].add((row["entity"], row["name"]))
    return kinds


def _sides(
    one: set[tuple[str, str]], other: set[tuple[str, str]]
) -> Iterator[list[tuple[str, str]]]:
    for here in sorted(one):
        for there in sorted(other):
            if here[0] != there[0]:
                yield sorted((here, there))


def _result(one: str, other: str, shown: tuple[str, str]) -> Result:
    a, b = shown
    return Result(
        focus=URIRef(one),
        rule=RULE,
        severity=Severity.INFO,
        component=SHAPES + RULE,
        messages=by_language({la: phrase("validate.near-names", la, a=a, b=b) for la in LANGUAGES}),
        value=URIRef(other),
    )
