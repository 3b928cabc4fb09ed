"""Contradictions and findings as tables, as rows and as JSON, in three languages."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from mfgraph.compare import contradictions
from mfgraph.compare.findings import FORMATS as FINDINGS_FORMATS
from mfgraph.compare.findings import findings, write_findings
from mfgraph.compare.table import FORMATS, write_contradictions
from mfgraph.compare.words import Writer
from mfgraph.queries import Library
from mfgraph.store import OxigraphStore
from mfgraph.terms import LANGUAGES, Language
from mfgraph.workspace import Workspace

Make = Callable[..., Any]


@pytest.fixture(scope="module")
def store(told: Make, figure: Make, said: Make) -> OxigraphStore:
    made: OxigraphStore = told(
        figure("press-a", "active-clients", 868070, "2020-12-31"),
        figure("press-a", "active-clients", 840333, "2021-12-31"),
        figure("press-a", "growth-clients", "-3.2", "2021", "percent"),
        figure("press-b", "growth-clients", "3.3", "2021", "percent"),
        said("press-a", "organization:fnam", "schema:foundingDate", "2001"),
        said("press-b", "organization:fnam", "schema:foundingDate", "2001-10-04"),
    )
    return made


def written(store: OxigraphStore, chosen: str, lang: Language) -> str:
    output = io.BytesIO()
    write_contradictions(contradictions(store), Writer.of(store, lang), chosen, output)
    return output.getvalue().decode()


def test_rows_for_a_spreadsheet_are_whole(store: OxigraphStore) -> None:
    rows = list(csv.DictReader(io.StringIO(written(store, "csv", "en"))))
    assert [(row["kind"], row["value"], row["unit"], row["held"]) for row in rows] == [
        ("conflict", "3.3", "percent", "false"),
        ("conflict", "-3.2", "percent", "true"),
        ("rounding", "2001", "", "false"),
        ("rounding", "2001-10-04", "", "true"),
    ]
    assert [(row["apart"], row["apart_in"]) for row in rows[:2]] == [("6.5", "points")] * 2
    about = "annual growth of clients · microcredit sector of Morocco · reference-period:2021"
    assert rows[0]["about"] == about
    assert rows[1]["sources"] == "organization:al-massae 2016-04-08"
    assert "\u2068" not in written(store, "csv", "ar")


def test_json_has_the_addresses(store: OxigraphStore) -> None:
    conflict, rounding = json.loads(written(store, "json", "fr"))
    assert conflict["kind"] == "conflict"
    assert conflict["comparison"] is None
    assert conflict["spread"] == {"apart": 6.5, "unit": "points"}
    assert [(v["value"], v["unit"], v["held"], v["witnesses"]) for v in conflict["values"]] == [
        ("3.3", "unit:percent", False, 1),
        ("-3.2", "unit:percent", True, 1),
    ]
    assert conflict["values"][0]["claims"] == ["claim:press-b-c4"]
    assert rounding["about"] == ["schema:foundingDate", "organization:fnam"]
    assert rounding["spread"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_says_once_what_values_share_and_ends_with_totals(
    store: OxigraphStore, lang: Language
) -> None:
    kinds = {"ar": "تعارض", "fr": "conflit", "en": "conflict"}
    total = {"ar": "المجموع", "fr": "total", "en": "total"}
    colon = "\u00a0" if lang == "fr" else ""
    text = written(store, "table", lang).replace("\u2068", "").replace("\u2069", "")
    assert len(re.findall(kinds[lang], text)) == 2  # on the first of its rows, and in the totals
    assert re.search(f"^{kinds[lang]}{colon}: 1$", text, re.MULTILINE)
    assert text.splitlines()[-1] == f"{total[lang]}{colon}: 2"


@pytest.mark.parametrize("chosen", FORMATS)
def test_every_format_of_contradictions(store: OxigraphStore, chosen: str) -> None:
    assert written(store, chosen, "en") == written(store, chosen, "en") != ""


@pytest.mark.parametrize("chosen", FINDINGS_FORMATS)
def test_findings_in_every_format(store: OxigraphStore, seed: Workspace, chosen: str) -> None:
    found = findings(store, Library(seed.queries))
    assert [finding.name for finding in found] == ["growth-not-from-levels"]
    output = io.BytesIO()
    write_findings(found, Writer.of(store, "fr"), chosen, output)
    text = output.getvalue().decode()
    # 840,333 / 868,070 is -3.195 %: written -3.2, with a comma for a reader of French.
    assert ("-3.2" if chosen == "json" else "-3,2") in text
    assert ("growth-not-from-levels" if chosen == "json" else "croissance qu'aucun") in text
