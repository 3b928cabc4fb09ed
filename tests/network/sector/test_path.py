"""Paths in the sector's data: every step walks back to a source that the files describe."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from mfgraph.build import Built
from mfgraph.network import choose, project
from mfgraph.network.path import TIES, paths
from mfgraph.network.path_telling import record
from mfgraph.network.proofs import proofs
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
    checked = 0
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
        checked += 1
    assert checked >= 10
