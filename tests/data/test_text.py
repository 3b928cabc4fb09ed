"""The stored article and its excerpts: every quote is the slice it says it is."""

import hashlib
import unicodedata
from collections.abc import Mapping
from itertools import chain

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]

FINGERPRINT = "f5b762e493fd24f8d0a7cafb57fbe2f290db136e1ab5e7c226ff8f56bbfd553b"
TEXT = "text/almassae-324458-1"
CONTEXT = 24  # characters kept before and after each quote


def _excerpts(article: Seed) -> list[str]:
    return [s for s, said in article.items() if "mf:Excerpt" in said.get("rdf:type", ())]


def _span(article: Seed, excerpt: str) -> tuple[int, int]:
    said = article[f"{excerpt}#position"]
    start, end = (
        int(said[name][0].removesuffix("^^xsd:integer").strip('"'))
        for name in ("oa:start", "oa:end")
    )
    return start, end


def _word(article: Seed, excerpt: str, part: str) -> str:
    (word,) = article[f"{excerpt}#quote"][part]
    assert word.endswith('"'), "a quote has no language tag"
    return word[1:-1]


def test_the_stored_text_is_the_copy_that_was_taken(stored_bytes: bytes, text: str) -> None:
    assert len(stored_bytes) == 3983
    assert hashlib.sha256(stored_bytes).hexdigest() == FINGERPRINT
    assert len(text) == 2188
    assert unicodedata.is_normalized("NFC", text)
    assert "\n" not in text
    assert text.startswith("نظمت الفيدرالية")
    assert text.endswith("القروض الصغرى .")


def test_the_text_is_described_by_its_fingerprint_and_leaves_its_words_to_the_file(
    article: Seed,
) -> None:
    said = article[TEXT]
    assert said["schema:sha256"] == (f'"{FINGERPRINT}"',)
    assert said["dcterms:isVersionOf"] == ("source/almassae-324458",)
    assert said["dcterms:language"] == ('"ar"',)
    assert "schema:text" not in said


def test_there_are_as_many_excerpts_as_the_article_needs(article: Seed) -> None:
    # 45 for the claims, 14 for the mentions, and 2 for corrections that share no mention's span.
    assert len(_excerpts(article)) == 61


def test_every_quote_is_the_slice_at_its_offsets(article: Seed, text: str) -> None:
    for excerpt in _excerpts(article):
        start, end = _span(article, excerpt)
        assert 0 <= start < end <= len(text), excerpt
        assert text[start:end] == _word(article, excerpt, "oa:exact"), excerpt


def test_prefix_and_suffix_adjoin_the_quote(article: Seed, text: str) -> None:
    for excerpt in _excerpts(article):
        start, end = _span(article, excerpt)
        assert _word(article, excerpt, "oa:prefix") == text[max(0, start - CONTEXT) : start], (
            excerpt
        )
        assert _word(article, excerpt, "oa:suffix") == text[end : end + CONTEXT], excerpt


def test_the_iri_of_an_excerpt_is_its_span(article: Seed) -> None:
    for excerpt in _excerpts(article):
        start, end = _span(article, excerpt)
        assert excerpt == f"excerpt/almassae-324458-1/{start}-{end}"
        assert article[excerpt]["oa:hasSource"] == (TEXT,)
        assert set(article[excerpt]["oa:hasSelector"]) == {
            f"{excerpt}#quote",
            f"{excerpt}#position",
        }
        assert article[f"{excerpt}#quote"]["rdf:type"] == ("oa:TextQuoteSelector",)
        assert article[f"{excerpt}#position"]["rdf:type"] == ("oa:TextPositionSelector",)


def test_no_excerpt_lies_idle(article: Seed) -> None:
    used = set(
        chain.from_iterable(
            said.get(name, ())
            for said in article.values()
            for name in ("mf:evidence", "oa:hasTarget")
        )
    )
    assert used == set(_excerpts(article))


def test_what_no_claim_uses_is_connectives_and_reporting_verbs(article: Seed, text: str) -> None:
    spans = {_span(article, e) for said in article.values() for e in said.get("mf:evidence", ())}
    used = set(chain.from_iterable(range(start, end) for start, end in spans))
    rest = "".join(" " if at in used else char for at, char in enumerate(text))
    words = [part for part in rest.replace("،", " ").replace(".", " ").split("  ") if part.strip()]
    assert [word.strip() for word in words] == [
        "وأشار",
        "الى أن",
        "وفي سياق متصل",
        "مشيرا إلى أن",
        "بينما",
        "مشيرا الى",
        "من جهته شدد",
        "على أن",
        "الى أن",
        "وتجدر الاشارة الى أن",
        "كما",
        "التي",
        "وهي",
        "و",
        "وكذا",
    ]


def test_nine_tenths_of_the_text_carry_claims(article: Seed) -> None:
    # Spans that lie in another one add nothing, so the widest are summed: by hand, the text
    # less its 191 characters of connectives, spaces and full stops is 1,997.
    spans = sorted(
        {_span(article, e) for said in article.values() for e in said.get("mf:evidence", ())},
        key=lambda span: (span[0], -span[1]),
    )
    covered = reached = 0
    for start, end in spans:
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    assert covered == 2188 - 191
    assert 0.895 < covered / 2188 < 0.92
