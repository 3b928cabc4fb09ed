"""The slips of the article: printed form, reading and reason side by side."""

from collections.abc import Mapping

import pytest

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]

CORRECTION = "correction/almassae-324458-1/"


def _of(article: Seed, kind: str) -> dict[str, Said]:
    return {s: said for s, said in article.items() if kind in said.get("rdf:type", ())}


@pytest.mark.parametrize(
    ("span", "printed", "reading", "reason", "certainty"),
    [
        ("24-44", "لجمعية القروض الصغرى", "لجمعيات القروض الصغرى", "number-slip", "certain"),
        ("1011-1019", "المازروي", "المازوري", "letter-transposition", "certain"),
        ("2029-2045", "مركز محمد الخامس", "مركز محمد السادس", "wrong-name", "probable"),
        ("1192-1200", ".18 . 75", "75.18", "digit-reordering", "probable"),
    ],
)
def test_a_correction_shows_printed_form_reading_and_reason(
    article: Seed, span: str, printed: str, reading: str, reason: str, certainty: str
) -> None:
    said = article[CORRECTION + span]
    (target,) = said["oa:hasTarget"]
    assert target == f"excerpt/almassae-324458-1/{span}"
    assert article[f"{target}#quote"]["oa:exact"] == (f'"{printed}"',)
    assert said["oa:bodyValue"] == (f'"{reading}"',)
    assert said["mf:correctionReason"] == (f"def/correction-reason/{reason}",)
    assert said["mf:certainty"] == (f"def/certainty/{certainty}",)
    assert said["oa:motivatedBy"] == ("oa:editing",)
    assert said["dcterms:creator"] == ("agent/curator",)
    assert said["dcterms:created"] == ('"2026-11-24"^^xsd:date',)
    assert sorted(note[-3:] for note in said["rdfs:comment"]) == ["@ar", "@en", "@fr"]


def test_there_are_four_corrections_and_claims_point_to_them(article: Seed) -> None:
    assert len(_of(article, "mf:Correction")) == 4
    pointing = {
        claim.removeprefix("claim/almassae-324458-"): target
        for claim, said in _of(article, "mf:Claim").items()
        for target in said.get("rdfs:seeAlso", ())
        if target.startswith("correction/")
    }
    assert pointing == {
        "c02": f"{CORRECTION}24-44",
        "c23": f"{CORRECTION}1011-1019",
        "c25": f"{CORRECTION}1192-1200",
        "c42": f"{CORRECTION}2029-2045",
    }
