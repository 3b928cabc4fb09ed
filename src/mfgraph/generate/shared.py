"""What all sources share: places, periods, laws, datasets, and those who infer."""

from typing import Final

from mfgraph.generate import times
from mfgraph.generate.page import Page
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.world import World

COUNTRY: Final = "country"
# Of one period, on average: years and spans have more, days fewer.
PERIOD_TRIPLES: Final = 10
_FIRST_YEAR: Final = 1999
_QUARTERS: Final = ("03-31", "06-30", "09-30", "12-31")
_PROMULGATED: Final = (1999, 2010)
_PUBLISHED: Final = (2011, 2022)


def name_each(sheet: Sheet, world: World, kind: str, block: str) -> None:
    """The names of all things of a kind, each by its word."""
    for number in range(world.count(kind)):
        thing = world.thing(kind, number)
        sheet.add(block, slug=thing.slug, **world.names.name(kind, word=thing.word))


def name_places(sheet: Sheet, world: World) -> None:
    """The country and its cities."""
    sheet.add("shared/country")
    name_each(sheet, world, "city", "shared/city")
    name_each(sheet, world, "site", "shared/site")


def name_laws(sheet: Sheet, world: World) -> None:
    """The laws that sources name."""
    name_each(sheet, world, "law", "shared/law")


def name_datasets(sheet: Sheet, world: World) -> None:
    """The dataset that all this is, its cubes, and the voice of what is inferred."""
    sheet.add("shared/curators")
    sheet.add("shared/dataset")
    for slug, name in world.tables.words["cubes"].items():
        sheet.add("shared/cube", slug=slug, **name)


def name_releases(sheet: Sheet, world: World) -> None:
    """Releases that several sources print."""
    for number in range(world.count("release")):
        sheet.add("sources/release", slug=number)


def periods(world: World) -> tuple[str, ...]:
    """The slugs of the years, days and spans that figures are of."""
    years = (f"{_FIRST_YEAR + n}" for n in range(world.count("year")))
    days = (f"{2010 + n // 4}-{_QUARTERS[n % 4]}" for n in range(world.count("day")))
    spans = (
        f"{_FIRST_YEAR + n}--{_FIRST_YEAR + n + 1 + n % 5}" for n in range(world.count("span"))
    )
    return (*years, *days, *spans)


def name_periods(sheet: Sheet, slugs: list[str]) -> None:
    """Those periods of which there are figures."""
    for slug in slugs:
        first, _, last = slug.partition("--")
        if last:
            sheet.add("shared/span", first=first, last=last)
        elif "-" in first:
            sheet.add("shared/day", day=first)
        else:
            sheet.add("shared/year", year=first)


def law(page: Page, number: int) -> None:
    """When a law was promulgated and published."""
    found = page.world.thing("law", number)
    draw = page.world.draw("law", number)
    for predicate, years in (("promulgated", _PROMULGATED), ("published", _PUBLISHED)):
        date = times.plain(draw, page.world.tables, *years)
        evidence = page.say("law", name=found.word, date=date)
        page.tell(f"law:{found.slug}", f"mf:{predicate}", times.edtf(date), evidence)
