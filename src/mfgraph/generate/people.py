"""Persons, the posts that they hold and since when, and what they said."""

from dataclasses import dataclass
from typing import Final, Self

from mfgraph.generate.events import event_of
from mfgraph.generate.organizations import any_employer
from mfgraph.generate.page import Page
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.tables import Spoken
from mfgraph.generate.world import Thing, World

# A post is begun, attested and ended in this order, whatever source tells it.
_BEGUN: Final = (2000, 2009)
_ATTESTED: Final = (2010, 2021)


@dataclass(frozen=True, slots=True)
class Office:
    """What a person is, and where."""

    person: Thing
    name: Spoken
    organization: Thing
    role: str
    begun: int

    @classmethod
    def of(cls, world: World, number: int) -> Self:
        """The office of a person, who has one."""
        draw = world.draw("office", number)
        return cls(
            person=world.thing("person", number),
            name=world.person_name(number),
            organization=any_employer(world, draw),
            role=draw.weighted(world.tables.codes["role"]),
            begun=draw.between(*_BEGUN),
        )

    @property
    def slug(self) -> str:
        """The slug of the membership that the office is."""
        return f"{self.person.slug}--{self.organization.slug}--{self.role}"


def name_all(sheet: Sheet, world: World) -> None:
    """The entities: who there is, and the posts that have a name."""
    for number in range(world.count("person")):
        person = world.thing("person", number)
        sheet.add("people/person", slug=person.slug, **world.person_name(number))
    for number in range(world.count("post")):
        office = Office.of(world, _holder(world, number))
        role = world.tables.words["roles"][office.role]
        name = world.names.name("post", role=role, word=office.organization.word)
        sheet.add("organizations/post", slug=_post(office, number), **name)


def person(page: Page, number: int) -> None:
    """The office of a person, told for the first time."""
    _attest(page, Office.of(page.world, number))


def membership(page: Page, number: int) -> None:
    """An office that another source tells as well."""
    _attest(page, Office.of(page.world, number % page.world.count("person")))


def post(page: Page, number: int) -> None:
    """A post that has a name of its own, and who holds it."""
    office = Office.of(page.world, _holder(page.world, number))
    claim = _attest(page, office)
    slug = _post(office, number)
    page.support(claim, f"post:{slug}")
    page.add(
        "people/post",
        slug=slug,
        organization=office.organization.slug,
        person=office.person.slug,
    )


def alias(page: Page, number: int) -> None:
    """Another spelling of a person's name."""
    world = page.world
    number %= world.count("person")
    word = world.thing("person", number).word
    given = world.person_name(number)["fr"]
    other = f"{given[0]}. {word['fr']}"
    evidence = page.say("alias", name=word, other=other)
    page.tell(f"person:person-{number}", "skos:altLabel", f'"{other}"@fr', evidence)


def statement(page: Page, number: int) -> None:
    """What a speaker said at an event, in the capacity of an office."""
    world = page.world
    draw = world.draw("statement", number)
    event = event_of(world, number * world.count("event") // world.count("statement"))
    office = Office.of(world, event.speaker)
    slug = f"{page.slug}--s{number}"
    page.record(f"statement:{slug}", page.say("statement", person=office.name))
    page.add(
        "people/statement",
        slug=slug,
        person=office.person.slug,
        capacity=office.slug,
        act=draw.weighted(world.tables.codes["speech-act"]),
        topic=draw.weighted(world.tables.codes["topic"]),
        event=event.thing.slug,
    )


def _attest(page: Page, office: Office) -> str:
    tables = page.world.tables
    name = office.organization.word
    role = tables.words["roles"][office.role]
    evidence = page.say("membership", person=office.name, role=role, name=name)
    claim = page.record(f"membership:{office.slug}", evidence)
    page.add(
        "people/membership",
        slug=office.slug,
        person=office.person.slug,
        organization=office.organization.slug,
        role=office.role,
    )
    page.add("people/during", slug=office.slug, date=page.draw.between(*_ATTESTED))
    if page.draw.chance(tables.share("with-beginning")):
        _begin(page, office)
    return claim


def _begin(page: Page, office: Office) -> None:
    another = page.draw.chance(page.world.tables.share("another-year"))
    date = str(office.begun - another)
    evidence = page.say("beginning", person=office.name, date=date)
    interval = rf"membership:{office.slug}\#interval"
    value = rf"membership:{office.slug}\#{date}"
    page.tell(interval, "time:hasBeginning", value, evidence)
    page.add("people/bound", slug=office.slug, date=date)


def _holder(world: World, number: int) -> int:
    return number * world.count("person") // world.count("post")


def _post(office: Office, number: int) -> str:
    return f"{office.organization.slug}--{office.role}--{number}"
