"""Ties of organizations: who funds, lends to, supports, partners or supervises whom."""

from typing import Final

from mfgraph.generate import times
from mfgraph.generate.page import Page
from mfgraph.generate.world import FEDERATION, Thing

_TOLD: Final = (2003, 2022)
_PAYING: Final = ("funded", "lent-to")


def body(page: Page, number: int) -> None:
    """A body funds, supports or partners an association."""
    draw = page.world.draw("body", number)
    giver = page.world.thing("body", number)
    taker = page.world.some("association", draw)
    if number == 0:
        # The least of worlds has a loan of which all is known.
        _lend(page, relate(page, giver, "lent-to", taker), giver)
        return
    relate(page, giver, draw.weighted(page.world.tables.codes["relation"]), taker)


def relation(page: Page, number: int) -> None:
    """One tie more between a body and an association."""
    draw = page.world.draw("relation", number)
    giver = page.world.some("body", draw)
    kind = draw.weighted(page.world.tables.codes["relation"])
    relate(page, giver, kind, page.world.some("association", draw))


def programme(page: Page, number: int) -> None:
    """A programme that the federation runs with a body."""
    world = page.world
    run, partner = world.thing("programme", number), world.thing("body", number)
    slug = f"{FEDERATION}--runs-programme-with--{partner.slug}"
    page.record(f"relation:{slug}", page.say("programme", name=run.word))
    page.add(
        "organizations/relation",
        slug=slug,
        type="runs-programme-with",
        giver=FEDERATION,
        taker=partner.slug,
    )
    page.add("organizations/relation-part", slug=slug, programme=run.slug)


def relate(page: Page, giver: Thing, kind: str, taker: Thing) -> str:
    """A tie of one organization to another, perhaps with its time and amount; its slug."""
    slug = f"{giver.slug}--{kind}--{taker.slug}"
    page.record(f"relation:{slug}", page.say("relation", giver=giver.word, taker=taker.word))
    page.add("organizations/relation", slug=slug, type=kind, giver=giver.slug, taker=taker.slug)
    tables = page.world.tables
    if page.draw.chance(tables.share("with-time")):
        date = times.plain(page.draw, tables, *_TOLD)
        page.add("organizations/relation-time", slug=slug, date=date)
    if kind in _PAYING and page.draw.chance(tables.share("with-amount")):
        _lend(page, slug, giver)
    return slug


def _lend(page: Page, slug: str, giver: Thing) -> None:
    tables = page.world.tables
    currency = page.draw.weighted(tables.told["currency"])
    amount = str(page.draw.between(1, 200) * 1_000_000)
    code = currency.lower()
    unit = tables.words["units"][currency]
    evidence = page.say("amount", giver=giver.word, printed=amount, unit=unit)
    value = rf"relation:{slug}\#amount-{amount}-{code}"
    page.tell(f"relation:{slug}", "schema:amount", value, evidence)
    page.add("organizations/amount", slug=slug, amount=amount, code=code, currency=currency)
