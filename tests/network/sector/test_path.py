"""Paths in the sector's data: every step walks back to a source that the files describe."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from mfgraph.build import Built
from mfgraph.labels import Labels
from mfgraph.network import choose, project
from mfgraph.network.path import MOST, TIES, paths
from mfgraph.network.path_telling import record, tell_paths
from mfgraph.network.proofs import proofs
from mfgraph.terms import Language
from mfgraph.vocab import PREFIXES

ERRAMI, SIJILMASSI = (f"{PREFIXES['person']}{n}" for n in ("youssef-errami", "tariq-sijilmassi"))


@pytest.fixture(scope="module")
def told(built: Built) -> dict[str, Any]:
    found = paths(project(built.store, choose(built.workspace, TIES)), ERRAMI, SIJILMASSI)
    given: dict[str, Any] = json.loads(
        json.dumps(record(found, proofs(built.store, found.ties), "fr"))
    )
    return given


def _claims(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    ties = (tie for path in told["paths"] for step in path["steps"] for tie in step["ties"])
    return (claim for tie in ties for claim in tie["claims"])


def test_the_two_were_at_one_event(told: dict[str, Any]) -> None:
    nodes = [node["iri"].rpartition("/id/")[2] for node in told["paths"][0]["nodes"]]
    # Both spoke at the third national prize, Tangier, 9 December 2014 (maghress.com/almaghribia/194138).
    assert nodes == ["person/youssef-errami", "event/pnme-3", "person/tariq-sijilmassi"]


def test_every_step_has_a_tie_and_every_tie_a_claim(told: dict[str, Any]) -> None:
    assert len(told["paths"]) == MOST
    for path in told["paths"]:
        assert len(path["steps"]) == path["length"] == len(path["nodes"]) - 1
        for step in path["steps"]:
            assert step["ties"]
            for tie in step["ties"]:
                assert {tie["source"], tie["target"]} == {step["from"], step["to"]}
                assert tie["claims"]


def test_every_claim_walks_back_to_the_words_and_address_of_its_source(
    told: dict[str, Any], built: Built
) -> None:
    checked = dates = 0
    for claim in _claims(told):
        source = claim["source"]
        slug = source["iri"].removeprefix(PREFIXES["source"])
        described = (built.workspace.root / f"data/sources/{slug}.ttl").read_text("utf-8")
        assert f"claim:{claim['claim'].removeprefix(PREFIXES['claim'])} a mf:Claim" in described
        assert source["url"] in described
        assert source["url"].startswith(("http://", "https://"))
        for locator in claim["locators"]:
            assert locator["source"] == source["iri"]
            assert locator["phrase"] in described
        for quote in claim["evidence"]:
            text = (built.workspace.root / f"data/sources/{slug}.txt").read_text("utf-8")
            assert text[quote["start"] : quote["end"]] == quote["exact"]
        assert claim["locators"] or claim["evidence"]
        # The first date of the file is that of the source, if it has one before its claims.
        head = described.partition(" a mf:Locator ")[0].partition(" a mf:Claim ")[0]
        dated = re.search(r'dcterms:date "([^"]+)"', head)
        assert source["date"] == (dated[1] if dated else "")
        dates += bool(dated)
        checked += 1
    assert checked >= 10
    assert dates >= 2


@pytest.mark.parametrize(
    ("lang", "date", "locator", "claim"),
    [
        ("ar", "بتاريخ", "الموضع", "الادعاء"),
        ("fr", "date", "repère", "assertion"),
        ("en", "date", "locator", "claim"),
    ],
)
def test_each_step_of_the_shortest_path_prints_its_words_source_and_date(
    lang: Language, date: str, locator: str, claim: str, built: Built
) -> None:
    found = paths(project(built.store, choose(built.workspace, TIES)), ERRAMI, SIJILMASSI, most=1)
    grounds = proofs(built.store, found.ties)
    lines = list(tell_paths(found, grounds, Labels(built.store), lang))
    told = [re.sub("[\u2068\u2069]", "", line).strip() for line in lines]
    steps = [n for n, line in enumerate(told) if line[:2] in ("1.", "2.")]
    words = (
        "ذكر يوسف الرامي، مدير مركز محمد السادس",
        "وتطرق السجلماسي في افتتاح هذا الحدث، الذي نظم",
    )
    assert len(steps) == len(words)
    for at, phrase, number in zip(steps, words, ("c05", "c04"), strict=True):
        tie, place, source, name = told[at : at + 4]
        assert f"{date} 2014-12-09" in tie.replace("\u00a0: ", " ").replace(": ", " ")
        assert f"«{phrase}»" in place
        assert place.startswith(locator)
        assert "https://maghress.com/almaghribia/194138" in source
        assert source.endswith("2014-12")
        assert name.startswith(claim)
        assert name.endswith(f"claim:maghress-almaghribia-194138-{number}")
