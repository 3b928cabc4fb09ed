"""Figures: observations of the cube families, told once, told again, and broken down.

A figure has a place in the cube and a value of its own. One source tells it as it is; another
may round it or give another, so that sources contradict one another as real ones do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

from mfgraph.generate.cube import Cube, Key, Place
from mfgraph.generate.draws import Draw
from mfgraph.generate.page import Page
from mfgraph.generate.tables import Figure
from mfgraph.generate.values import WHOLE, again, tenths, value
from mfgraph.generate.world import World

_BROKEN_DOWN: Final = Figure(
    dataset="shares",
    indicator="share-by-activity",
    unit="percent",
    counted="not-stated",
    basis="activities-financed",
    digits=(0, 0),
)
_ACTIVITIES: Final = ("commerce", "crafts", "agriculture", "services")
# No activity has less than this many tenths of a percent.
_LEAST: Final = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a source gives it."""

    key: Key
    value: str


@dataclass(slots=True)
class Ledger:
    """How many figures of each kind were told so far: all that is kept from source to source.

    `release` has the first figures of the last source, and `used` the periods of all.
    """

    cube: Cube
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    release: tuple[Told, ...] = ()
    used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, world: World) -> Self:
        """An empty ledger."""
        return cls(Cube.of(world))

    def next(self, draw: Draw) -> Told:
        """The next figure that a source tells: mostly a new one."""
        world = self.cube.world
        scope = _scope(draw, world.tables.numbers)
        kind = draw.weighted(world.tables.figure)
        known = self.numbers.get((scope, kind), 0)
        if known and draw.chance(world.tables.numbers["told_again"]):
            key = Key(scope, kind, draw.below(known))
            return Told(key, again(world, key, draw))
        self.numbers[scope, kind] = known + 1
        key = Key(scope, kind, known)
        return Told(key, value(world, key))


def tell(page: Page, ledger: Ledger, until: int, *, copied: bool) -> None:
    """Figures up to a number of triples; a copy of a release begins with those of the last one."""
    told: list[Told] = []
    seen: set[tuple[int, str]] = set()
    waiting = list(ledger.release) if copied else []
    while page.triples < until:
        figure = waiting.pop(0) if waiting else ledger.next(page.draw)
        place = ledger.cube.place(figure.key)
        # A source gives one figure a place.
        mark = (figure.key.kind, place.mark)
        if mark not in seen:
            seen.add(mark)
            told.append(figure)
            _observe(page, ledger, figure, place)
    ledger.release = tuple(told[: page.world.tables.numbers["figures_of_a_release"]])


def ceiling(page: Page, ledger: Ledger, number: int) -> None:
    """A limit that a law sets."""
    year, which = divmod(number, page.world.count("law"))
    law = page.world.thing("law", which)
    limit = str(page.world.draw("ceiling", number).between(10, 150) * 1000)
    slug = f"{page.slug}--loan-ceiling--{law.slug}--{year}"
    period = ledger.cube.period(year)
    ledger.used.add(period)
    page.record(f"observation:{slug}", page.say("ceiling", name=law.word, printed=limit))
    page.add(
        "figures/ceiling",
        slug=slug,
        law=law.slug,
        period=period,
        value=limit,
        printed=limit,
        source=page.slug,
    )


def breakdown(page: Page, ledger: Ledger, number: int) -> None:
    """What an association finances, by activity: four shares that make a hundred."""
    world = page.world
    period, which = divmod(number, world.count("association"))
    about = world.thing("association", which)
    place = Place(f"organization:{about.slug}", about.word, ledger.cube.period(period))
    ledger.used.add(place.period)
    slug = f"{page.slug}--{number}"
    page.record(f"breakdown:{slug}", page.say("breakdown", name=about.word))
    page.add("figures/breakdown", slug=slug, subject=place.subject, period=place.period)
    for activity, share in zip(_ACTIVITIES, _shares(world.draw("breakdown", number)), strict=True):
        part = (activity, "sex-T", "total")
        observation = f"{slug}--{activity}"
        _write(page, observation, _BROKEN_DOWN, replace(place, part=part), tenths(share))
        page.add("figures/part", slug=slug, observation=observation)


def _shares(draw: Draw) -> list[int]:
    rest = WHOLE - _LEAST * len(_ACTIVITIES)
    cuts = sorted(draw.below(rest + 1) for _ in _ACTIVITIES[1:])
    return [b - a + _LEAST for a, b in zip((0, *cuts), (*cuts, rest), strict=True)]


def _observe(page: Page, ledger: Ledger, told: Told, place: Place) -> None:
    tables = page.world.tables
    figure = tables.figures[told.key.kind]
    slug = f"{page.slug}--{figure.indicator}--{page.claims + 1}"
    ledger.used.add(place.period)
    _write(page, slug, figure, place, told.value)
    if page.draw.chance(tables.share("qualified")):
        qualifier = page.draw.weighted(tables.told["qualifier"])
        page.add("figures/qualifier", slug=slug, qualifier=qualifier)


def _write(page: Page, slug: str, figure: Figure, place: Place, number: str) -> None:
    tables = page.world.tables
    printed = number.replace(".", ",")
    unit = tables.words["units"][figure.unit]
    evidence = page.say("figure", printed=printed, unit=unit, name=place.name)
    page.record(f"observation:{slug}", evidence)
    activity, sex, setting = place.part
    page.add(
        "figures/observation",
        slug=slug,
        dataset=figure.dataset,
        indicator=figure.indicator,
        subject=place.subject,
        activity=activity,
        sex=sex,
        setting=setting,
        area=place.area,
        counterparty=place.counterparty,
        counted=figure.counted,
        period=place.period,
        unit=figure.unit,
        status=page.draw.weighted(tables.told["obs-status"]),
        value=number,
        printed=printed,
        source=page.slug,
    )
    if figure.basis:
        page.add("figures/basis", slug=slug, basis=figure.basis)


def _scope(draw: Draw, numbers: Mapping[str, float]) -> str:
    if draw.chance(numbers["about_a_part"]):
        return "part"
    if draw.chance(numbers["about_the_sector"]):
        return "sector"
    return "large" if draw.chance(numbers["about_a_large_association"]) else "small"
