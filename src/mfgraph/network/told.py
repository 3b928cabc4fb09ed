"""What is printed of a whole network, its communities, its years and its amounts."""

from collections.abc import Iterator, Sequence
from typing import Final

from mfgraph.network.amounts import flows, without_amount
from mfgraph.network.communities import Communities
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.measures import chance_cells, reading, shown
from mfgraph.network.projection import Projection
from mfgraph.network.report import lines
from mfgraph.network.slices import Slice, changes, undated
from mfgraph.network.structure import Structure
from mfgraph.phrases import phrase
from mfgraph.terms import Language, listed

# So many bridges and articulation points are named one by one.
_MOST_NAMED: Final = 20


def tell_structure(projection: Projection, found: Structure, lang: Language) -> Iterator[str]:
    """The measures of a whole network, then the ties and nodes that hold it together."""
    yield projection.query.title[lang]
    headings = ("measure-of", "value", "z", "chance")
    yield from lines(
        [phrase(f"measures.{key}", lang) for key in headings],
        [
            (phrase(f"measures.whole-{name}", lang), shown(value), *chance_cells(given))
            for name, value in found.values.items()
            for given in (found.chance.get(name),)
        ],
    )
    names = projection.labels(lang)
    bridges = [
        phrase("measures.bridge", lang, one=names[one], other=names[other])
        for one, other in found.bridges
    ]
    points = [
        phrase("measures.articulation-point", lang, node=names[n]) for n in found.articulation
    ]
    yield from _named(points, lang)
    yield from _named(bridges, lang)
    size = {"nodes": len(projection.nodes), "edges": len(projection.edges)}
    yield phrase("measures.structure-note", lang, **size)
    yield from _beside(projection, lang)


def tell_communities(projection: Projection, found: Communities, lang: Language) -> Iterator[str]:
    """Each community with its members, then how sure the grouping is."""
    yield projection.query.title[lang]
    names = projection.labels(lang)
    yield from lines(
        [phrase(f"measures.{key}", lang) for key in ("community", "members")],
        [
            (str(number), listed(sorted(names[node] for node in group), lang))
            for number, group in enumerate(found.groups, 1)
        ],
    )
    yield phrase(
        "measures.communities-note",
        lang,
        nodes=len(projection.nodes),
        seed=found.seed,
        modularity=shown(found.modularity),
        agreement=shown(found.agreement),
    )
    yield from _beside(projection, lang)


def tell_years(projection: Projection, slices: Sequence[Slice], lang: Language) -> Iterator[str]:
    """The network year by year: its size, what began and ended, and the share that is new."""
    yield projection.query.title[lang]
    keys = ("year", "may-hold", "begun", "first-seen", "ended", "last-seen", "turnover")
    year, *others = (phrase(f"measures.{key}", lang) for key in keys)
    size = (phrase(f"measures.whole-{key}", lang) for key in ("nodes", "edges"))
    yield from lines([year, *size, *others], [_year(each) for each in slices])
    yield phrase("measures.years-note", lang, undated=len(undated(projection)))
    yield from notice(projection, lang)


def tell_changes(
    projection: Projection, slices: Sequence[Slice], measure: str, lang: Language
) -> Iterator[str]:
    """How a measure of each node changed, the largest steps first."""
    keys = ("first-year", "value", "last-year", "value", "years-there", "largest-step", "step-in")
    yield from lines(
        [phrase("network.node", lang), *(phrase(f"measures.{key}", lang) for key in keys)],
        [
            (
                projection.labels(lang)[change.node],
                *(str(change.first[0]), shown(change.first[1])),
                *(str(change.last[0]), shown(change.last[1])),
                *(str(change.years), shown(change.step), str(change.step_year)),
            )
            for change in changes(slices, measure)
            if change.years > 1
        ],
    )
    yield reading(projection, measure, lang)


def tell_amounts(projection: Projection, lang: Language) -> Iterator[str]:
    """What each node gave and received in each currency."""
    names = projection.labels(lang)
    keys = ("currency", "given", "received", "ties", "limits")
    yield from lines(
        [phrase("network.node", lang), *(phrase(f"measures.{key}", lang) for key in keys)],
        [
            (
                names[f.node],
                f.currency,
                f"{f.given:f}",
                f"{f.received:f}",
                str(f.ties),
                str(f.limits),
            )
            for f in flows(projection)
        ],
    )
    yield phrase("measures.amounts-note", lang, without=without_amount(projection))


def _year(each: Slice) -> tuple[str, ...]:
    counted = (each.may_hold, each.begun, each.first_seen, each.ended, each.last_seen)
    size = (each.network.nodes, each.network.edges)
    return (
        str(each.year),
        *(str(len(group)) for group in (*size, *counted)),
        "" if each.turnover is None else f"{each.turnover:.2f}",
    )


def _named(said: Sequence[str], lang: Language) -> Iterator[str]:
    yield from said[:_MOST_NAMED]
    if len(said) > _MOST_NAMED:
        yield phrase("measures.more", lang, count=len(said) - _MOST_NAMED)


def _beside(projection: Projection, lang: Language) -> Iterator[str]:
    yield from ranking_warning(projection, lang)
    yield from notice(projection, lang)
