"""Who and what the graph speaks of: names in three languages, and the words that mean each."""

from collections import Counter
from collections.abc import Mapping

import pytest

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]

NAMED = [
    "agent/curator",
    "collection/cms--three-pillars",
    "dataset/ceilings",
    "dataset/funding",
    "dataset/levels",
    "dataset/mfgraph",
    "dataset/risk",
    "dataset/shares",
    "event/rt-protection-clients",
    "line-of-action/cms--information-system",
    "line-of-action/cms--marketing-support",
    "line-of-action/cms--social-works",
    "line-of-action/cms--training",
    "org/al-massae",
    "org/cms",
    "org/fnam",
    "person/mohamed-el-mazouri",
    "person/youssef-errami",
    "place/casablanca",
    "place/morocco",
    "post/cms--executive-director",
    "post/fnam--delegate-general",
    "site/cms-casablanca",
]
MENTION = "mention/almassae-324458-1/"
# Every place where the article names the two bodies, the two officials and the city.
MENTIONS = {
    "5-44": "org/fnam",
    "252-291": "org/fnam",
    "532-541": "org/fnam",
    "726-734": "org/fnam",
    "1686-1725": "org/fnam",
    "55-90": "org/cms",
    "183-199": "org/cms",
    "1346-1391": "org/cms",
    "1915-1953": "org/cms",
    "2029-2045": "org/cms",
    "223-236": "person/mohamed-el-mazouri",
    "1011-1019": "person/mohamed-el-mazouri",
    "1317-1328": "person/youssef-errami",
    "201-214": "place/casablanca",
}
WRONG_NAME = "مركز محمد الخامس"


def _labels(said: Said) -> set[str]:
    names = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
    return {label[1:].rpartition('"')[0] for name in names for label in said.get(name, ())}


def _words(article: Seed, span: str) -> str:
    return article[f"excerpt/almassae-324458-1/{span}#quote"]["oa:exact"][0].strip('"')


def test_all_that_has_a_name_is_listed(article: Seed) -> None:
    assert sorted(s for s, said in article.items() if "skos:prefLabel" in said) == NAMED


@pytest.mark.parametrize("thing", NAMED)
def test_a_thing_has_one_name_in_each_language_and_says_where_it_comes_from(
    article: Seed, thing: str
) -> None:
    for name in ("skos:prefLabel", "skos:editorialNote"):
        assert sorted(label[-3:] for label in article[thing][name]) == ["@ar", "@en", "@fr"]


def test_no_two_things_share_a_label(article: Seed) -> None:
    owners = Counter(label for thing in NAMED for label in _labels(article[thing]))
    assert [label for label, owned in owners.items() if owned > 1] == []


def test_every_mention_of_the_bodies_officials_and_city_is_resolved(article: Seed) -> None:
    found = {
        mention.removeprefix(MENTION): said["oa:hasBody"]
        for mention, said in article.items()
        if "oa:Annotation" in said.get("rdf:type", ())
    }
    assert found == {span: (body,) for span, body in MENTIONS.items()}
    for span in MENTIONS:
        said = article[MENTION + span]
        assert said["oa:motivatedBy"] == ("oa:identifying",)
        assert said["oa:hasTarget"] == (f"excerpt/almassae-324458-1/{span}",)


def test_the_mentions_listed_are_all_there_are(text: str) -> None:
    starts = {int(span.partition("-")[0]) for span in MENTIONS}
    for word in ("مركز محمد", "المازوري", "المازروي", "الرامي", "الدار البيضاء", "درالية"):
        at = -1
        while (at := text.find(word, at + 1)) >= 0:
            # The word may come a little after the start of the name: «محمد المازوري», «الفيدرالية».
            assert any(at - 12 <= start <= at for start in starts), (word, at)


@pytest.mark.parametrize("span", [span for span in MENTIONS if span != "2029-2045"])
def test_the_words_of_a_mention_are_a_name_of_the_thing_meant(article: Seed, span: str) -> None:
    words = _words(article, span)
    # After a joined «ل» Arabic does not write the article's alef: «للفيدرالية».
    assert {words, f"ا{words}"} & _labels(article[MENTIONS[span]])


def test_the_center_stands_behind_another_kings_name_in_one_place_only(article: Seed) -> None:
    said = article[f"{MENTION}2029-2045"]
    assert _words(article, "2029-2045") == WRONG_NAME
    assert said["oa:hasBody"] == ("org/cms",)
    assert said["mf:certainty"] == ("def/certainty/probable",)
    assert sorted(note[-3:] for note in said["rdfs:comment"]) == ["@ar", "@en", "@fr"]
    # It is a slip of this text, not a name of the Center.
    assert all(WRONG_NAME not in label for thing in NAMED for label in _labels(article[thing]))
    certain = {
        span
        for span in MENTIONS
        if article[MENTION + span]["mf:certainty"] == ("def/certainty/certain",)
    }
    assert certain == set(MENTIONS) - {"2029-2045"}


def test_one_delegate_stands_behind_two_spellings(article: Seed) -> None:
    spellings = {
        _words(article, s) for s, b in MENTIONS.items() if b == "person/mohamed-el-mazouri"
    }
    assert spellings == {"محمد المازوري", "المازروي"}
    people = {s for s, said in article.items() if "foaf:Person" in said.get("rdf:type", ())}
    assert people == {"person/mohamed-el-mazouri", "person/youssef-errami"}
    assert article["person/mohamed-el-mazouri"]["skos:hiddenLabel"] == ('"المازروي"@ar',)


def test_the_federation_and_the_center_carry_every_spelling_of_the_text(article: Seed) -> None:
    assert {
        "الفيدرالية الوطنية لجمعيات القروض الصغرى",
        "الفدرالية الوطنية لجمعيات القروض الصغرى",
        "الفيدرالية الوطنية لجمعية القروض الصغرى",
        "الفيدرالية",
        "الفدرالية",
    } <= _labels(article["org/fnam"])
    assert {
        "مركز محمد السادس",
        "مركز محمد السادس لدعم القروض الصغرى",
        "مركز محمد السادس لدعم القروض التضامنية",
        "مركز محمد السادس لدعم القروض الصغرى التضامنية",
    } <= _labels(article["org/cms"])


def test_only_places_are_said_to_be_the_same_as_something_outside(article: Seed) -> None:
    same = {s: said["owl:sameAs"] for s, said in article.items() if "owl:sameAs" in said}
    assert same == {
        "place/casablanca": ("<https://sws.geonames.org/2553604/>",),
        "place/morocco": ("<https://sws.geonames.org/2542007/>",),
    }


def test_all_that_is_referred_to_is_described(article: Seed) -> None:
    kinds = {subject.partition("/")[0] for subject in article}
    referred = {
        value
        for said in article.values()
        for values in said.values()
        for value in values
        if value.partition("/")[0] in kinds and not value.startswith('"')
    }
    assert len(referred) > 150
    assert referred - set(article) == set()


def test_nothing_is_anonymous(article: Seed) -> None:
    terms = {
        *article,
        *(v for said in article.values() for values in said.values() for v in values),
    }
    assert not [term for term in terms if term.startswith("_:")]


def test_the_source_is_described_as_its_page_shows_it(article: Seed) -> None:
    said = article["source/almassae-324458"]
    assert said["rdf:type"] == ("schema:NewsArticle",)
    assert said["dcterms:title"] == ('"(المائدة المستديرة حول حماية زبناء قطاع القروض الصغرى)"@ar',)
    assert said["schema:url"] == ("<https://maghress.com/almassae/324458>",)
    assert said["schema:publisher"] == ("org/al-massae",)
    assert said["dcterms:language"] == ('"ar"',)
    assert sorted(right[-3:] for right in said["dcterms:rights"]) == ["@ar", "@en", "@fr"]
