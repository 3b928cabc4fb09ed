"""A chart of the dataset: the clients of the sector, whom sources count differently."""

import pytest

from mfgraph.build import Built
from mfgraph.chart import chart, contests
from mfgraph.errors import ExportError, ParameterError, SyntaxFault
from mfgraph.queries import Library, QueryFile
from mfgraph.terms import Language


@pytest.fixture(scope="module")
def over_time(built: Built) -> QueryFile:
    return Library(built.workspace.queries).query("indicator-over-time")


def test_the_sector_s_clients_at_the_end_of_2022(built: Built, over_time: QueryFile) -> None:
    made = chart(built.store, over_time, {"lang": "en"})
    held, *others = contests(made.drawn)["persons", "", "2022-12-31"]
    # Boursenews and Infomaroc print 797 112, Kech Presse 797 122, Finance Inclusive 795 000.
    assert held.number == 797_112
    assert {value.number for value in others} == {797_122, 795_000}


@pytest.mark.parametrize(
    ("lang", "title", "subtitle", "x_label"),
    [
        ("ar", "كيف تطور المؤشر عبر الزمن، وأين تختلف المصادر؟", "\u2068المؤشر\u2069: \u2068الزبناء النشطون\u2069 · \u2068المنظمة\u2069: \u2068قطاع القروض الصغرى بالمغرب\u2069", "الفترة"),
        ("fr", "Comment l'indicateur a-t-il évolué dans le temps, et où les sources divergent-elles\u00a0?", "Indicateur\u00a0: clients actifs · Organisation\u00a0: secteur du microcrédit au Maroc", "Période"),
        ("en", "How did the indicator move over time, and where do sources differ?", "Indicator: active clients · Organization: microcredit sector of Morocco", "Period"),
    ],
)  # fmt: skip
def test_its_title_says_the_question_and_of_what(
    built: Built, over_time: QueryFile, lang: Language, title: str, subtitle: str, x_label: str
) -> None:
    made = chart(built.store, over_time, {"lang": lang}, lang=lang)
    assert (made.title, made.subtitle, made.x_label) == (title, subtitle, x_label)


def test_parameters_that_are_given_are_named(built: Built, over_time: QueryFile) -> None:
    given = {"lang": "en", "indicator": "indicator:outstanding-portfolio"}
    made = chart(built.store, over_time, given)
    assert made.subtitle.startswith("Indicator: outstanding portfolio · ")
    assert {"Moroccan dirham", "United States dollar"} == set(made.units)


def test_an_answer_without_dates_is_not_drawn(seed_built: Built) -> None:
    query = Library(seed_built.workspace.queries).query("indicator-over-time")
    given = {
        "lang": "en",
        "indicator": "indicator:share-by-activity",
        "organization": "actor-group:microcredit-associations",
    }
    # The article's four shares have no period.
    with pytest.raises(ExportError) as caught:
        chart(seed_built.store, query, given)
    assert str(caught.value).startswith("there is nothing to draw; 'mfgraph query indicator-over")


def test_a_question_that_declares_no_chart_is_refused(built: Built) -> None:
    query = Library(built.workspace.queries).query("activity-shares")
    with pytest.raises(SyntaxFault, match="'activity-shares' declares no chart"):
        chart(built.store, query, {})


def test_an_unknown_parameter_is_refused(built: Built, over_time: QueryFile) -> None:
    with pytest.raises(ParameterError):
        chart(built.store, over_time, {"nonsense": "1"})
