"""The parts of the generator: draws, names, plan and blocks."""

from collections import Counter
from itertools import combinations

import pytest

from mfgraph.errors import GenerateError
from mfgraph.generate.blocks import blocks
from mfgraph.generate.draws import Draw, Weighted
from mfgraph.generate.names import Names
from mfgraph.generate.plan import Plan
from mfgraph.generate.tables import Tables
from mfgraph.generate.world import World
from mfgraph.validate.near_names import near_pairs

TABLES = Tables.read()


def test_values_are_drawn_by_their_weights() -> None:
    draw, table = Draw("weights"), Weighted({"often": 9, "seldom": 1})
    drawn = Counter(draw.weighted(table) for _ in range(1000))
    assert 850 < drawn["often"] < 950
    assert drawn.total() == 1000


def test_no_two_names_are_near_by_chance() -> None:
    names = Names(TABLES.words)
    words = [names.word("association", number)["ar"] for number in range(5000)]
    assert len(set(words)) == 5000
    assert list(near_pairs(dict.fromkeys(words))) == []


def test_a_name_can_be_near_another_on_purpose() -> None:
    world = World.of(1_000_000, 0)
    pair = [world.thing("association", number).word["fr"] for number in (38, 39)]
    assert list(near_pairs(dict.fromkeys(pair)))


def test_the_sources_share_the_things_out_between_them() -> None:
    plan = Plan.of(50_000, 3, TABLES.numbers)
    for kind, count in plan.counts.items():
        told = [n for source in range(plan.sources) for n in plan.ordinals(kind, source)]
        assert told == list(range(count))
    ends = [plan.until(source, 1000) for source in range(plan.sources + 1)]
    assert ends == sorted(ends)
    assert (ends[0], ends[-1]) == (0, 1000)


def test_a_longer_source_tells_more() -> None:
    plan = Plan.of(1_000_000, 0, TABLES.numbers)
    shares = [plan.until(n + 1, 10**9) - plan.until(n, 10**9) for n in range(20)]
    assert max(shares) // min(shares) == max(plan.sizes) // min(plan.sizes)


def test_as_many_triples_as_one_of_each_needs() -> None:
    with pytest.raises(GenerateError):
        Plan.of(TABLES.numbers["least_triples"] - 1, 0, TABLES.numbers)


def test_a_block_knows_how_many_triples_it_holds() -> None:
    known = blocks()
    assert len(known) >= 50
    assert known["claims/locator"].triples == 3
    assert known["figures/observation"].triples == 21
    assert known["claims/locator"].prefixes == {"mf", "oa", "source"}


def test_the_phrases_of_pages_are_no_quotations() -> None:
    phrases = TABLES.words["phrases"]
    assert len(phrases) >= 18
    for forms in phrases.values():
        # A name has two words at most, and so has a unit.
        long = [form for form in forms.values() if len(form.split()) + form.count("{") > 9]
        assert long == []
    assert all(one != other for one, other in combinations(phrases, 2))
