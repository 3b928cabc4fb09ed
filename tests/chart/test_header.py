"""The header of a question says which of its columns are drawn, and as what."""

from pathlib import Path

import pytest

from mfgraph.chart import Roles
from mfgraph.errors import SyntaxFault
from mfgraph.queries import Library, parse
from mfgraph.workspace import Workspace

COLUMNS = "#+ columns: {p: string, b: date, e: date, v: decimal, s: string}\n"
SELECT = "SELECT ?p ?b ?e ?v ?s WHERE { ?s ?p ?v }\n"
PLACE = Path("statistics/example.rq")


def test_the_parts_that_columns_play() -> None:
    header = "#+ chart: {x: p, begin: b, end: e, y: v, source: s}\n"
    roles = Roles.of(parse(header + COLUMNS + SELECT, PLACE))
    assert roles == Roles(x="p", begin="b", end="e", y="v", source="s")
    assert (roles.unit, roles.series, roles.chosen) == ("", "", "")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("", "'example' declares no chart; give its header a table 'chart'"),
        ("#+ chart: lines\n", "declares no chart"),
        ("#+ chart: {x: p, y: v}\n", "the header's 'chart' lacks begin, end"),
        ("#+ chart: {x: p, begin: b, end: e, y: v, color: s}\n", "has no part 'color'"),
        (
            "#+ chart: {x: p, begin: b, end: e, y: number}\n",
            "the header's 'chart' names 'number', which is no column",
        ),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused(header: str, message: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        Roles.of(parse(header + COLUMNS + SELECT, PLACE))
    assert str(caught.value).startswith("statistics/example.rq: ")
    assert message in str(caught.value)


def test_the_charts_of_the_library_can_be_drawn(workspace: Workspace) -> None:
    declared = [q for q in Library(workspace.queries).questions() if "chart" in q.header]
    assert "indicator-over-time" in {query.name for query in declared}
    for query in declared:
        assert Roles.of(query).y
