"""Organizations: the federation and its members, what they are called, and what becomes of them."""

from typing import Final

from mfgraph.generate import times
from mfgraph.generate.draws import Draw
from mfgraph.generate.page import Page
from mfgraph.generate.shared import name_each
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.ties import relate
from mfgraph.generate.world import FEDERATION, Thing, World

# Every organization is older than all that is told of it, but for what ends it.
_FOUNDED: Final = (1985, 1998)
_TOLD: Final = (2003, 2022)
_ENDED: Final = 2024
_ALIASES: Final = ("{} Microfinance", "{} MC", "Fondation {}")


def name_all(sheet: Sheet, world: World) -> None:
    """The entities: who there is, and under which names."""
    sheet.add("organizations/federation", slug=FEDERATION, **world.names.words["names"][FEDERATION])
    for kind in ("association", "body", "outlet"):
        name_each(sheet, world, kind, f"organizations/{kind}")
    for kind in ("association", "body"):
        for number in range(1, world.count(kind), 2):
            thing = world.thing(kind, number)
            alias = world.names.name("alias", word=thing.word)["fr"]
            sheet.add("organizations/alias", slug=thing.slug, alias=alias)
    name_each(sheet, world, "line", "organizations/line")
    name_each(sheet, world, "programme", "organizations/programme")


def association(page: Page, number: int) -> None:
    """An association joins the federation, and some supervisor watches over it."""
    joined = page.world.thing("association", number)
    slug = f"{joined.slug}--{FEDERATION}--member"
    page.record(f"membership:{slug}", page.say("joined", name=joined.word))
    page.add(
        "people/membership-of-organization",
        slug=slug,
        member=joined.slug,
        organization=FEDERATION,
    )
    if number % 3 == 0:
        relate(page, joined, "supervised-by", page.world.thing("body", 0))


def site(page: Page, number: int) -> None:
    """The building in which an association has its seat."""
    world = page.world
    housed = world.some("association", world.draw("site", number))
    building = world.thing("site", number)
    evidence = page.say("site", name=housed.word, place=building.word)
    page.tell(f"organization:{housed.slug}", "org:hasSite", f"site:{building.slug}", evidence)


def founding(page: Page, number: int) -> None:
    """The year in which an association was founded, which two sources may give differently."""
    world = page.world
    founded = world.thing("association", number % world.count("association"))
    draw = world.draw("founding", founded.slug)
    date = times.plain(draw, world.tables, *_FOUNDED)
    told_before = number >= world.count("association")
    if told_before and page.draw.chance(world.tables.share("another-year")):
        date = times.otherwise(page.draw, date)
    evidence = page.say("founding", name=founded.word, date=date)
    page.tell(f"organization:{founded.slug}", "schema:foundingDate", times.edtf(date), evidence)


def alias(page: Page, number: int) -> None:
    """Another name by which sources call an association."""
    world = page.world
    again, number = divmod(number, world.count("association"))
    called = world.thing("association", number)
    other = _ALIASES[again % len(_ALIASES)].format(called.word["fr"])
    evidence = page.say("alias", name=called.word, other=other)
    page.tell(f"organization:{called.slug}", "skos:altLabel", f'"{other}"@fr', evidence)


def certification(page: Page, number: int) -> None:
    """A certificate, rating or award of an association."""
    world = page.world
    draw = world.draw("certification", number)
    about, certifier = world.some("association", draw), world.some("body", draw)
    kind = draw.weighted(world.tables.codes["certification"])
    slug = f"{about.slug}--{kind}--{number}"
    evidence = page.say("certification", name=about.word, certifier=certifier.word)
    page.record(f"certification:{slug}", evidence)
    page.add(
        "organizations/certification",
        slug=slug,
        type=kind,
        organization=about.slug,
        certifier=certifier.slug,
        standard=draw.weighted(world.tables.codes["standard"]),
    )
    if draw.chance(world.tables.share("with-date-of-certificate")):
        date = times.edtf(times.plain(draw, world.tables, *_TOLD))
        page.tell(f"certification:{slug}", "dcterms:date", date, evidence)


def change(page: Page, number: int) -> None:
    """An association takes a new name, or goes into another."""
    world = page.world
    draw = world.draw("change", number)
    count = world.count("association")
    if number % 2 or count < 4:  # noqa: PLR2004  (a merger needs some that remain)
        _rename(page, world.thing("association", number % count), number)
        return
    before = world.thing("association", count - 1 - number // 2 % (count // 2))
    after = world.thing("association", draw.below(count // 2))
    evidence = page.say("change", name=before.word, other=after.word)
    slug = f"{before.slug}--merger--{after.slug}"
    page.record(f"event:{slug}", evidence)
    _change(page, slug, "merger", before, after)
    page.tell(f"event:{slug}", "dcterms:date", times.edtf(f"{_ENDED}"), evidence)


def _rename(page: Page, renamed: Thing, number: int) -> None:
    name = _ALIASES[-1].format(renamed.word["fr"])
    evidence = page.say("renaming", name=renamed.word, other=name)
    slug = f"{renamed.slug}--renaming--{number}"
    page.record(f"event:{slug}", evidence)
    _change(page, slug, "renaming", renamed, renamed)
    page.tell(f"event:{slug}", "mf:newName", f'"{name}"@fr', evidence)


def _change(page: Page, slug: str, kind: str, before: Thing, after: Thing) -> None:
    page.add("organizations/change", slug=slug, type=kind, before=before.slug, after=after.slug)


def line(page: Page, number: int) -> None:
    """A line of action of an association."""
    world = page.world
    acting = world.thing("association", number % world.count("association"))
    aim = world.thing("line", number)
    evidence = page.say("line", name=acting.word, other=aim.word)
    page.record(f"line-of-action:{aim.slug}", evidence)
    page.add("organizations/line-told", slug=aim.slug, organization=acting.slug)


def any_employer(world: World, draw: Draw) -> Thing:
    """An organization in which a person may hold a post."""
    kind = draw.below(20)
    if kind < 3:  # noqa: PLR2004  (of twenty posts, three are the federation's, five of bodies)
        return world.federation()
    return world.some("body" if kind < 8 else "association", draw)  # noqa: PLR2004
