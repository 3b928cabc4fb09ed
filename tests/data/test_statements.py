"""What was said: ten reported statements, each with its speaker, its act and its topics."""

from collections.abc import Mapping

import pytest

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]

STATEMENT = "statement/almassae-324458-s"


def _of(article: Seed, kind: str) -> dict[str, Said]:
    return {s: said for s, said in article.items() if kind in said.get("rdf:type", ())}


@pytest.mark.parametrize(
    ("number", "act", "topics"),
    [
        (1, "note", {"service-quality", "client-protection"}),
        (2, "stress", {"good-practices", "partnerships"}),
        (3, "call", {"sector-development"}),
        (4, "praise", {"local-economy", "fight-precarity", "fight-poverty"}),
        (5, "present", {"financed-activities"}),
        (6, "deem", {"gender-approach"}),
        (7, "present", {"gender-approach"}),
        (8, "stress", {"social-performance-management"}),
        (9, "stress", {"major-reforms", "international-standards"}),
        (10, "note", {"client-protection"}),
    ],
)
def test_a_statement_has_its_act_and_its_topics(
    article: Seed, number: int, act: str, topics: set[str]
) -> None:
    said = article[f"{STATEMENT}{number}"]
    assert said["mf:speechAct"] == (f"def/speech-act/{act}",)
    assert set(said["dcterms:subject"]) == {f"def/topic/{topic}" for topic in topics}


def test_ten_statements_seven_of_the_delegate_and_three_of_the_director(article: Seed) -> None:
    statements = _of(article, "mf:ReportedStatement")
    assert set(statements) == {f"{STATEMENT}{number}" for number in range(1, 11)}
    delegate = (
        ("person/mohamed-el-mazouri",),
        ("role/mohamed-el-mazouri--fnam--delegate-general",),
    )
    director = (("person/youssef-errami",), ("role/youssef-errami--cms--executive-director",))
    spoken = [
        (said["mf:speaker"], said["mf:speakerCapacity"])
        for said in (statements[f"{STATEMENT}{number}"] for number in range(1, 11))
    ]
    assert spoken == [delegate] * 7 + [director] * 3


def test_one_reporting_verb_with_two_excerpts_is_one_statement(article: Seed) -> None:
    supporting = [
        claim for claim, said in article.items() if f"{STATEMENT}2" in said.get("mf:supports", ())
    ]
    assert supporting == ["claim/almassae-324458-c12", "claim/almassae-324458-c13"]


def test_where_it_was_said_is_narrated_of_two_statements_and_inferred_of_eight(
    article: Seed,
) -> None:
    written = {s for s, said in _of(article, "mf:ReportedStatement").items() if "mf:madeAt" in said}
    assert written == {f"{STATEMENT}1", f"{STATEMENT}2"}
    inferred = {
        said["mf:claimSubject"][0]
        for said in _of(article, "mf:Claim").values()
        if said.get("mf:claimPredicate") == ("mf:madeAt",)
    }
    assert inferred == {f"{STATEMENT}{number}" for number in range(3, 11)}


def test_what_a_speaker_says_of_the_sector_is_no_fact_about_a_body(article: Seed) -> None:
    assert article[f"{STATEMENT}10"]["schema:mentions"] == (
        "def/standard/client-protection-principles",
    )
    assert all("dcterms:conformsTo" not in said for said in article.values())
    purposes = {
        said["mf:claimObject"]
        for said in _of(article, "mf:Claim").values()
        if said.get("mf:claimPredicate") == ("org:purpose",)
    }
    assert purposes == {
        ("def/objective/social-development",),
        ("def/objective/fight-precarity",),
        ("def/objective/develop-strategies",),
    }
