"""The sources one by one: which tells what, in which language, on which day."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from mfgraph.generate import events, figures, organizations, people, shared, texts, ties, times
from mfgraph.generate.figures import Ledger
from mfgraph.generate.page import Page
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.world import Thing, World

_APPEARED: Final = (2004, 2024)
_Tell = Callable[[Page, int], None]

# What tells of each kind of thing, in the order in which a source tells it.
_TELLS: Final[Mapping[str, _Tell]] = MappingProxyType(
    {
        "association": organizations.association,
        "body": ties.body,
        "person": people.person,
        "post": people.post,
        "event": events.event,
        "event-again": events.again,
        "participation": events.participation,
        "membership": people.membership,
        "relation": ties.relation,
        "statement": people.statement,
        "certification": organizations.certification,
        "change": organizations.change,
        "founding": organizations.founding,
        "alias-of-organization": organizations.alias,
        "alias-of-person": people.alias,
        "line": organizations.line,
        "law": shared.law,
        "site": organizations.site,
        "programme": ties.programme,
    }
)


def slug_of(number: int) -> str:
    """The slug of a source, so that files stand in the order of their numbers."""
    return f"synthetic-{number:07}"


def write_source(sheet: Sheet, ledger: Ledger, number: int, until: int) -> str | None:
    """Write a source up to a number of triples; the text that is held of it is returned."""
    page = _page(sheet, number)
    _describe(page)
    texts.byline(page)
    for kind, tell in _TELLS.items():
        for ordinal in page.world.plan.ordinals(kind, number):
            tell(page, ordinal)
    for kind, figure in (("ceiling", figures.ceiling), ("breakdown", figures.breakdown)):
        for ordinal in page.world.plan.ordinals(kind, number):
            figure(page, ledger, ordinal)
    release = _release(page.world, number)
    figures.tell(page, ledger, until, copied=release is not None and release[1] > 0)
    return page.finish()


def _page(sheet: Sheet, number: int) -> Page:
    world = sheet.world
    draw = world.draw("source", number)
    stored = number == 0 or draw.chance(world.tables.numbers["stored_texts"])
    language = "ar" if stored else draw.weighted(world.tables.told["language"])
    publisher = _publisher(world, number)
    return Page(world, sheet, number, slug_of(number), publisher, language, stored, draw)


def _publisher(world: World, number: int) -> Thing:
    # Every third source is the first of its outlet, as long as there are such.
    first, rest = divmod(number, 3)
    if rest == 0 and first < world.count("outlet"):
        return world.thing("outlet", first)
    return world.some("outlet", world.draw("publisher", number))


def _describe(page: Page) -> None:
    tables = page.world.tables
    form = tables.words["title"][page.language]
    title = form.format(number=page.number, word=page.publisher.word[page.language])
    page.add(
        "sources/source",
        slug=page.slug,
        kind=page.draw.weighted(tables.classes),
        title=title,
        language=page.language,
        type=page.draw.weighted(tables.told["kind"]),
        publisher=page.publisher.slug,
    )
    if page.draw.chance(tables.share("dated")):
        date = times.plain(page.draw, tables, *_APPEARED)
        page.add("sources/date", slug=page.slug, date=date)
    release = _release(page.world, page.number)
    if release:
        page.add("sources/copy", slug=page.slug, release=release[0])


def _release(world: World, number: int) -> tuple[int, int] | None:
    """The release that a source prints, and how many printed it before; most print none."""
    sources, releases = world.plan.sources, world.count("release")
    copies: int = world.tables.numbers["copies_of_a_release"]
    near = number * releases // sources
    for release in (near, near + 1):
        before = number - release * sources // releases
        if release < releases and 0 <= before < copies:
            return release, before
    return None
