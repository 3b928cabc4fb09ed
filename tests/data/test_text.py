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


def _excerpts(seed: Seed) -> list[str]:
    return [s for s, said in seed.items() if "mf:Excerpt" in said.get("rdf:type", ())]


def _span(seed: Seed, excerpt: str) -> tuple[int, int]:
    said = seed[f"{excerpt}#position"]
    start, end = (
        int(said[name][0].removesuffix("^^xsd:integer").strip('"'))
        for name in ("oa:start", "oa:end")
    )
    return start, end


def _word(seed: Seed, excerpt: str, part: str) -> str:
    (word,) = seed[f"{excerpt}#quote"][part]
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
    seed: Seed,
) -> None:
    said = seed[TEXT]
    assert said["schema:sha256"] == (f'"{FINGERPRINT}"',)
    assert said["dcterms:isVersionOf"] == ("source/almassae-324458",)
    assert said["dcterms:language"] == ('"ar"',)
    assert "schema:text" not in said


def test_there_are_as_many_excerpts_as_the_article_needs(seed: Seed) -> None:
    # 45 for the claims, 14 for the mentions, and 2 for corrections that share no mention's span.
    assert len(_excerpts(seed)) == 61


def test_every_quote_is_the_slice_at_its_offsets(seed: Seed, text: str) -> None:
    for excerpt in _excerpts(seed):
        start, end = _span(seed, excerpt)
        assert 0 <= start < end <= len(text), excerpt
        assert text[start:end] == _word(seed, excerpt, "oa:exact"), excerpt


def test_prefix_and_suffix_adjoin_the_quote(seed: Seed, text: str) -> None:
    for excerpt in _excerpts(seed):
        start, end = _span(seed, excerpt)
        assert _word(seed, excerpt, "oa:prefix") == text[max(0, start - CONTEXT) : start], excerpt
        assert _word(seed, excerpt, "oa:suffix") == text[end : end + CONTEXT], excerpt


def test_the_iri_of_an_excerpt_is_its_span(seed: Seed) -> None:
    for excerpt in _excerpts(seed):
        start, end = _span(seed, excerpt)
        assert excerpt == f"excerpt/almassae-324458-1/{start}-{end}"
        assert seed[excerpt]["oa:hasSource"] == (TEXT,)
        assert set(seed[excerpt]["oa:hasSelector"]) == {f"{excerpt}#quote", f"{excerpt}#position"}
        assert seed[f"{excerpt}#quote"]["rdf:type"] == ("oa:TextQuoteSelector",)
        assert seed[f"{excerpt}#position"]["rdf:type"] == ("oa:TextPositionSelector",)


def test_no_excerpt_lies_idle(seed: Seed) -> None:
    used = set(
        chain.from_iterable(
            said.get(name, ()) for said in seed.values() for name in ("mf:evidence", "oa:hasTarget")
        )
    )
    assert used == set(_excerpts(seed))


def test_what_no_claim_uses_is_connectives_and_reporting_verbs(seed: Seed, text: str) -> None:
    spans = {_span(seed, e) for said in seed.values() for e in said.get("mf:evidence", ())}
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


def test_nine_tenths_of_the_text_carry_claims(seed: Seed) -> None:
    # Spans that lie in another one add nothing, so the widest are summed: by hand, the text
    # less its 191 characters of connectives, spaces and full stops is 1,997.
    spans = sorted(
        {_span(seed, e) for said in seed.values() for e in said.get("mf:evidence", ())},
        key=lambda span: (span[0], -span[1]),
    )
    covered = reached = 0
    for start, end in spans:
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    assert covered == 2188 - 191
    assert 0.895 < covered / 2188 < 0.92
