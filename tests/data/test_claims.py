"""The claims: numbered without a gap, each with its words, its voice, its mode, its certainty."""

from collections import Counter
from collections.abc import Mapping

Seed = Mapping[str, Mapping[str, tuple[str, ...]]]

CLAIM = "claim/almassae-324458-c"
LANGUAGES = ["@ar", "@en", "@fr"]
# By number: what the article tells itself, what it puts in a mouth, what we read into it.
NARRATED = {*range(1, 11), 29, *range(34, 46), 47}
EL_MAZOURI = set(range(11, 29))
ERRAMI = {31, 32, 33}
INFERRED = {30, 46, *range(48, 56)}
# Claims about one property of one thing; all others vouch for a record.
ABOUT_A_PROPERTY = {4, 5, 6, 7, 8, *range(34, 40), 41, *range(46, 56)}


def _claims(article: Seed) -> dict[int, Mapping[str, tuple[str, ...]]]:
    return {
        int(subject.removeprefix(CLAIM)): said
        for subject, said in article.items()
        if "mf:Claim" in said.get("rdf:type", ())
    }


def _numbers(article: Seed, name: str, value: str) -> set[int]:
    return {number for number, said in _claims(article).items() if said[name] == (value,)}


def _languages(texts: tuple[str, ...]) -> list[str]:
    return sorted(text[-3:] for text in texts)


def test_the_numbers_run_from_1_to_55(article: Seed) -> None:
    assert sorted(_claims(article)) == list(range(1, 56))
    assert all(f"{CLAIM}{number:02}" in article for number in range(1, 56))


def test_no_claim_is_without_evidence(article: Seed) -> None:
    for number, said in _claims(article).items():
        assert len(said["mf:evidence"]) == 1, number
        (excerpt,) = said["mf:evidence"]
        assert "mf:Excerpt" in article[excerpt]["rdf:type"], number


def test_the_claims_of_the_article_rest_on_as_many_excerpts(article: Seed) -> None:
    claims = _claims(article)
    assert len({claims[number]["mf:evidence"] for number in range(1, 46)}) == 45
    # The readings that go on from them look at the same words again.
    first = {claims[number]["mf:evidence"] for number in range(1, 46)}
    assert all(claims[number]["mf:evidence"] in first for number in range(46, 56))


def test_each_claim_has_one_mode(article: Seed) -> None:
    assert _numbers(article, "mf:assertionMode", "def/assertion-mode/narrated") == NARRATED
    assert _numbers(article, "mf:assertionMode", "def/assertion-mode/inferred") == INFERRED
    reported = _numbers(article, "mf:assertionMode", "def/assertion-mode/reported")
    assert reported == EL_MAZOURI | ERRAMI
    assert (len(NARRATED), len(reported), len(INFERRED)) == (24, 21, 10)


def test_each_claim_has_one_voice(article: Seed) -> None:
    assert _numbers(article, "mf:assertedBy", "org/al-massae") == NARRATED
    assert _numbers(article, "mf:assertedBy", "person/mohamed-el-mazouri") == EL_MAZOURI
    assert _numbers(article, "mf:assertedBy", "person/youssef-errami") == ERRAMI
    assert _numbers(article, "mf:assertedBy", "agent/curator") == INFERRED


def test_only_the_doubtful_readings_are_probable(article: Seed) -> None:
    probable = _numbers(article, "mf:certainty", "def/certainty/probable")
    # The garbled figure, the director's presence, another king's name, and what we infer.
    assert probable == {25, 30, 42, 46, *range(48, 56)}
    assert len(_numbers(article, "mf:certainty", "def/certainty/certain")) == 43


def test_all_claims_are_accepted(article: Seed) -> None:
    assert len(_numbers(article, "mf:claimStatus", "def/claim-status/accepted")) == 55


def test_a_claim_is_about_a_property_or_vouches_for_a_record(article: Seed) -> None:
    for number, said in _claims(article).items():
        is_property = number in ABOUT_A_PROPERTY
        assert ("mf:supports" in said) is not is_property, number
        assert (len(said.get("mf:claimSubject", ())) == 1) is is_property, number
        assert (len(said.get("mf:claimPredicate", ())) == 1) is is_property, number
        values = (*said.get("mf:claimObject", ()), *said.get("mf:claimValue", ()))
        assert len(values) == is_property, number


def test_what_a_claim_says_of_one_property_is_written_nowhere_else(article: Seed) -> None:
    for number in ABOUT_A_PROPERTY:
        said = _claims(article)[number]
        (subject,), (predicate,) = said["mf:claimSubject"], said["mf:claimPredicate"]
        (value,) = (*said.get("mf:claimObject", ()), *said.get("mf:claimValue", ()))
        assert value not in article[subject].get(predicate, ()), number


def test_every_record_that_needs_a_claim_has_one(article: Seed) -> None:
    supported = {record for said in article.values() for record in said.get("mf:supports", ())}
    kinds = Counter(
        kind
        for record in supported
        for kind in article.get(record, {}).get("rdf:type", ("a concept of a code list",))
    )
    assert kinds == {
        "schema:Event": 1,
        "mf:Participation": 4,
        "org:Membership": 2,
        "org:Post": 2,
        "mf:ReportedStatement": 10,
        "qb:Observation": 8,
        "mf:Breakdown": 3,
        "mf:LineOfAction": 4,
        "prov:Collection": 1,
        "a concept of a code list": 1,  # what 100 % is, by C22
    }
    for subject, said in article.items():
        if kinds.keys() & said.get("rdf:type", ()):
            assert subject in supported, subject


def test_an_inference_gives_its_ground(article: Seed) -> None:
    claims = _claims(article)
    for number in INFERRED:
        assert _languages(claims[number]["rdfs:comment"]) == LANGUAGES, number
    grounds = {number: claims[number].get("prov:wasDerivedFrom", ()) for number in INFERRED}
    assert grounds[30] == ()
    assert grounds[46] == (f"{CLAIM}07",)
    assert all(grounds[number] == (f"{CLAIM}10",) for number in range(48, 53))
    assert all(grounds[number] == (f"{CLAIM}30",) for number in range(53, 56))


def test_every_claim_is_glossed_in_french_and_english(article: Seed) -> None:
    for number, said in _claims(article).items():
        assert _languages(said["rdfs:label"]) == ["@en", "@fr"], number


def test_reading_notes_are_in_three_languages(article: Seed) -> None:
    noted = {number: said for number, said in _claims(article).items() if "rdfs:comment" in said}
    for number, said in noted.items():
        assert _languages(said["rdfs:comment"]) == LANGUAGES, number
    # The partner, the year, the venue, what 100 % is, the two names that slip, the figure
    # that is garbled, and the remark that is no compliance: none of them merely copied.
    assert {2, 3, 6, 7, 17, 22, 23, 25, 33, 42} <= set(noted)


def test_the_printed_form_stands_beside_a_value_that_differs_from_it(article: Seed) -> None:
    printed = {
        number: said["mf:asPrinted"]
        for number, said in _claims(article).items()
        if "mf:asPrinted" in said
    }
    assert printed == {
        6: ('"منتصف شتنبر الجاري"',),
        25: ('"18 . 75"',),
        34: ('"4 أكتوبر 2001"',),
    }
