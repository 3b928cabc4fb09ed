"""A contest is told in words: the values with their sources, and the rule that chose."""

import pytest

from mfgraph.evidence import tell, why
from mfgraph.evidence.disputes import tell_dispute
from mfgraph.labels import Labels
from mfgraph.store import OxigraphStore
from mfgraph.terms import Language

MARKS = dict.fromkeys(map(ord, "\u2068\u2069"))


def told(store: OxigraphStore, claim: str, lang: Language) -> list[str]:
    (dispute,) = why(store, f"claim:{claim}").disputes
    lines = list(tell_dispute(dispute, Labels(store), lang))
    # They are a part of the whole explanation.
    assert set(lines) <= set(tell(why(store, f"claim:{claim}"), Labels(store), lang))
    return [line.translate(MARKS).strip() for line in lines]


def test_a_contest_in_english(resolved: OxigraphStore) -> None:
    lines = told(resolved, "press-a-c06", "en")
    assert lines[0] == "Sources differ on: founding date · organization:witnesses"
    assert lines[1] == "2002 (held; independent witnesses: 2)"
    assert lines[2] == "organization:paper, press, no date given (claim:press-a-c06)"
    assert lines[4] == "2001 (passed over; independent witnesses: 1)"
    assert [line.rpartition("(")[2] for line in (lines[3], lines[5], lines[6])] == [
        "claim:press-b-c06)",
        "claim:copy-1-c06)",
        "claim:copy-2-c06)",
    ]
    assert lines[7].startswith("Deciding rule: independent witnesses. More independent")
    assert len(lines) == 8


@pytest.mark.parametrize(
    ("lang", "first", "held", "rule"),
    [
        (
            "ar",
            "اختلفت المصادر في: تاريخ التأسيس · organization:witnesses",
            "2002 (المعتمدة؛ الشهود المستقلون: 2)",
            "القاعدة الحاسمة: عدد الشهود المستقلين.",
        ),
        (
            "fr",
            "Les sources divergent sur\u00a0: date de fondation · organization:witnesses",
            "2002 (retenue\u00a0; témoins indépendants\u00a0: 2)",
            "Règle qui a tranché\u00a0: nombre de témoins indépendants.",
        ),
    ],
)
def test_a_contest_in_other_languages(
    resolved: OxigraphStore, lang: Language, first: str, held: str, rule: str
) -> None:
    lines = told(resolved, "copy-1-c06", lang)
    assert lines[0] == first
    assert lines[1] == held
    assert lines[-1].startswith(rule)


def test_sources_that_agree_are_said_to(resolved: OxigraphStore) -> None:
    lines = told(resolved, "press-a-c13", "en")
    assert lines[0] == "Sources agree on: founding date · organization:agreed"
    assert lines[1] == "2001 (held; independent witnesses: 2)"
    assert "there is nothing to settle" in lines[-1]


def test_a_figure_is_named_by_its_key_and_has_its_unit(resolved: OxigraphStore) -> None:
    lines = told(resolved, "press-b-c20", "en")
    assert lines[0] == "Sources differ on: indicator:clients · reference-period:2012-12-31"
    assert lines[1] == "810\u202f712 persons (held; independent witnesses: 2)"
    assert lines[3] == "800\u202f000 persons (passed over; independent witnesses: 1)"


def test_an_instant_and_a_sum_of_money_say_what_they_are(resolved: OxigraphStore) -> None:
    assert told(resolved, "own-c16", "en")[1] == "2009 (held; independent witnesses: 1)"
    lines = told(resolved, "press-a-c17", "fr")
    assert lines[1] == "5\u202f000\u202f000 MAD (retenue\u00a0; témoins indépendants\u00a0: 1)"
    assert lines[3] == "6\u202f000\u202f000 MAD (écartée\u00a0; témoins indépendants\u00a0: 1)"


def test_what_is_not_contested_has_no_contest(resolved: OxigraphStore) -> None:
    assert why(resolved, "claim:press-a-c21").disputes == ()
