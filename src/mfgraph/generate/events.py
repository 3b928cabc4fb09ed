"""Events, the series that some belong to, and who took part in them."""

from dataclasses import dataclass
from typing import Final

from mfgraph.generate import times
from mfgraph.generate.page import Page
from mfgraph.generate.shared import name_each
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.tables import Spoken
from mfgraph.generate.world import Thing, World

_HELD: Final = (2003, 2022)


@dataclass(frozen=True, slots=True)
class Event:
    """What is so of an event, whoever tells it."""

    thing: Thing
    kind: str
    date: str
    place: Thing
    organizer: Thing
    speaker: int


def event_of(world: World, number: int) -> Event:
    """The event of a number."""
    draw = world.draw("event", number)
    return Event(
        thing=world.thing("event", number),
        kind=draw.weighted(world.tables.codes["event"]),
        date=times.told(draw, world.tables, *_HELD),
        # Every city has its events.
        place=world.thing("city", number % world.count("city")),
        organizer=world.some("association", draw),
        speaker=draw.low(world.count("person")),
    )


def name_all(sheet: Sheet, world: World) -> None:
    """The entities: the names of events and series."""
    name_each(sheet, world, "event", "events/event")
    name_each(sheet, world, "series", "events/series")


def event(page: Page, number: int) -> None:
    """An event told for the first time, with who organized it and who spoke."""
    found = event_of(page.world, number)
    _tell(page, found, found.date, found.place)
    if number % 4 == 0:
        edition, series = divmod(number // 4, page.world.count("series"))
        page.add(
            "events/edition",
            slug=found.thing.slug,
            series=page.world.thing("series", series).slug,
            edition=edition + 1,
        )
    organizer = f"organization:{found.organizer.slug}"
    slug = _took_part(page, found, (organizer, "organiser"), found.organizer.word)
    # The least of worlds has somebody who acts for another.
    if number == 0 or page.draw.chance(page.world.tables.share("on-behalf")):
        page.add("events/behalf", slug=slug, organization=page.world.federation().slug)
    speaker = page.world.thing("person", found.speaker)
    _took_part(page, found, (f"person:{speaker.slug}", "speaker"), speaker.word)


def again(page: Page, number: int) -> None:
    """An event that another source tells, perhaps with another date or place."""
    world, draw = page.world, page.draw
    found = event_of(world, world.draw("again", number).below(world.count("event")))
    share = world.tables.share
    date = times.otherwise(draw, found.date) if draw.chance(share("another-year")) else found.date
    moved = draw.chance(share("another-place"))
    _tell(page, found, date, world.some("city", draw) if moved else found.place)


def participation(page: Page, number: int) -> None:
    """One participant more."""
    world = page.world
    draw = world.draw("participation", number)
    found = event_of(world, draw.below(world.count("event")))
    agent = world.some("body", draw)
    role = draw.weighted(world.tables.codes["agent-role"])
    _took_part(page, found, (f"organization:{agent.slug}", role), agent.word)


def _tell(page: Page, found: Event, date: str, place: Thing) -> None:
    subject = f"event:{found.thing.slug}"
    evidence = page.say("event", name=found.thing.word, place=place.word)
    page.record(subject, evidence)
    page.add("events/told", slug=found.thing.slug, type=found.kind)
    page.tell(subject, "dcterms:date", times.edtf(date), evidence)
    page.tell(subject, "schema:location", f"place:{place.slug}", evidence)
    day = times.weekday(date)
    if day and page.draw.chance(page.world.tables.share("with-weekday")):
        page.tell(subject, "mf:weekday", f"time:{day}", evidence)


def _took_part(page: Page, found: Event, part: tuple[str, str], word: Spoken) -> str:
    agent, role = part
    slug = f"{found.thing.slug}--{agent.replace(':', '-')}--{role}"
    evidence = page.say("participation", agent=word, name=found.thing.word)
    page.record(f"participation:{slug}", evidence)
    page.add("events/participation", slug=slug, agent=agent, event=found.thing.slug, role=role)
    return slug
