"""From a draft to the blocks of its source's file: claims with their evidence, voice and status."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft, Pairs, Value
from mfgraph.ingest.lines import Line
from mfgraph.ingest.register import Entry
from mfgraph.terms import LANGUAGES
from mfgraph.vocab import term

_CERTAINTY: Final = MappingProxyType({"high": "certain", "medium": "probable", "low": "possible"})
_CURATOR: Final = term("agent:curator")


def source_blocks(entry: Entry) -> Iterator[Block]:
    """The description of a source, as the register has it."""
    # A title made from the name of the outlet and the address is written in Latin letters.
    made = "fr" if entry.title_note else entry.lang
    title = Literal(entry.title, language=entry.title_lang or made or "fr")
    pairs: list[tuple[str, Value | None]] = [
        ("rdf:type", term(entry.document)),
        ("dcterms:title", title),
        ("dcterms:type", term(f"source-kind:{entry.kind}")),
        ("schema:url", NamedNode(entry.url)),
        ("schema:publisher", term(f"organization:{entry.outlet}")),
        ("dcterms:language", Literal(entry.lang) if entry.lang else None),
        ("dcterms:date", edtf(entry.date) if entry.date else None),
        ("prov:wasDerivedFrom", release(entry.release) if entry.release else None),
        ("rdfs:comment", Literal(entry.title_note, language="en") if entry.title_note else None),
    ]
    yield Block(term(f"source:{entry.slug}"), _pairs(pairs))


def release(slug: str) -> NamedNode:
    """The release or wire that several sources print, which no source shows us."""
    return term(f"source:release-{slug}")


def release_block(slug: str) -> Block:
    """What is said of an unseen release: that several sources print it."""
    notes = {
        "ar": "بلاغ أو قصاصة طبعتها عدة مصادر، ولم نطّلع عليها نفسها: فهي شاهد واحد.",
        "fr": "Communiqué ou dépêche que plusieurs sources impriment et que nous n'avons pas vu : un seul témoin.",
        "en": "A release or wire that several sources print and that we have not seen itself: one witness.",
    }
    comments = tuple(Literal(text, language=lang) for lang, text in notes.items())
    kind = (term("rdf:type"), (term("prov:Entity"),))
    return Block(release(slug), (kind, (term("rdfs:comment"), comments)))


def locator_block(line: Line, entry: Entry, number: int) -> Block:
    """The place in the page that a line was read at."""
    return Block(
        term(f"locator:{entry.slug}/{number}"),
        _pairs(
            [
                ("rdf:type", term("mf:Locator")),
                ("oa:hasSource", term(f"source:{entry.slug}")),
                ("mf:phrase", Literal(" ".join(str(line.data["locator"]).split()))),
            ]
        ),
    )


def claim_block(
    draft: ClaimDraft, line: Line, entry: Entry, *, number: int, locator: NamedNode
) -> Block:
    """A claim of a source, with its number and the place it was read at."""
    inferred = draft.mode in {"inferred", "computed"}
    voice = draft.asserted_by or (_CURATOR if inferred else term(f"organization:{entry.outlet}"))
    head: list[tuple[str, Value | None]] = [
        ("rdf:type", term("mf:Claim")),
        ("dcterms:identifier", Literal(line.key)),
    ]
    tail: list[tuple[str, Value | None]] = [
        ("mf:asPrinted", Literal(draft.as_printed) if draft.as_printed else None),
        ("mf:evidence", locator),
        ("mf:assertedBy", voice),
        ("mf:assertionMode", term(f"assertion-mode:{draft.mode}")),
        ("mf:claimStatus", term("claim-status:accepted")),
        ("mf:certainty", term(f"certainty:{_certainty(draft, line, inferred=inferred)}")),
    ]
    comments = tuple(Literal(text, language=lang) for lang, text in _notes(draft, line).items())
    notes: Pairs = ((term("rdfs:comment"), comments),) if comments else ()
    subject = term(f"claim:{entry.slug}-c{number:02}")
    return Block(subject, (*_pairs(head), *_assertion(draft), *_pairs(tail), *notes))


def _assertion(draft: ClaimDraft) -> Pairs:
    if draft.supports:
        return ((term("mf:supports"), draft.supports),)
    value = "mf:claimObject" if isinstance(draft.value, NamedNode) else "mf:claimValue"
    return _pairs(
        [
            ("mf:claimSubject", draft.subject),
            ("mf:claimPredicate", draft.predicate),
            (value, draft.value),
        ]
    )


def _certainty(draft: ClaimDraft, line: Line, *, inferred: bool) -> str:
    read = "possible" if line.text("tier") == "weak" else _CERTAINTY[str(line.data["confidence"])]
    if draft.certainty:
        return draft.certainty
    return "probable" if inferred and read == "certain" else read


def _notes(draft: ClaimDraft, line: Line) -> Mapping[str, str]:
    # The note of a line is the compilers' own, in English; a ground stands before it.
    notes: dict[str, str] = {
        lang: draft.grounds[lang] for lang in LANGUAGES if lang in draft.grounds
    }
    note = line.text("note")
    if note and note not in notes.get("en", ""):
        notes["en"] = f"{notes['en']} {note}" if "en" in notes else note
    return notes


def _pairs(values: list[tuple[str, Value | None]]) -> Pairs:
    return tuple((term(name), (value,)) for name, value in values if value is not None)
