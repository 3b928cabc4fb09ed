"""An explanation in words, in the reader's language."""

from collections.abc import Iterator

from mfgraph.claims import Claim
from mfgraph.evidence.disputes import tell_dispute
from mfgraph.evidence.editing import Choice, Correction, Source
from mfgraph.evidence.why import Explanation, Proof
from mfgraph.labels import Labels
from mfgraph.phrases import phrase
from mfgraph.terms import Language, compact, isolate, listed, pick
from mfgraph.words import Excerpt

_INDENT = "   "


def tell(explanation: Explanation, labels: Labels, lang: Language) -> Iterator[str]:
    """The lines of an explanation: a numbered paragraph a claim, then the contests in words."""
    name = labels.of(explanation.iri, lang)
    yield f"{isolate(name)} ({compact(explanation.iri)})"
    for number, proof in enumerate(explanation.proofs, 1):
        yield ""
        yield f"{number}. {_assertion(proof.claim, labels, lang)}"
        yield from (_INDENT + line for line in _proof(proof, labels, lang))
    for dispute in explanation.disputes:
        yield ""
        yield from tell_dispute(dispute, labels, lang)
    if explanation.derived:
        yield ""
        yield phrase("why.derived", lang)
        for predicate, value in explanation.derived:
            shown = isolate(labels.show(value, lang))
            yield f"{_INDENT}{labels.of(predicate, lang)}: {shown}"


def _assertion(claim: Claim, labels: Labels, lang: Language) -> str:
    gloss = pick(claim.gloss(), lang)
    if claim.predicate and claim.subject:
        subject, value = labels.of(claim.subject, lang), labels.show(claim.value, lang)
        return f"{isolate(subject)} · {labels.of(claim.predicate, lang)} · {isolate(value)}"
    records = ", ".join(compact(iri) for iri in claim.supports)
    return f"{isolate(gloss)} ({records})" if gloss else records


def _proof(proof: Proof, labels: Labels, lang: Language) -> Iterator[str]:
    claim = proof.claim
    yield from words(claim, lang)
    if proof.source:
        yield document(proof.source, labels, lang)
    yield _voice(claim, labels, lang)
    if claim.as_printed:
        yield phrase("why.printed", lang, printed=claim.as_printed)
    note = pick(claim.note(), lang)
    if note:
        yield phrase("why.note", lang, note=note)
    if claim.grounds:
        grounds = ", ".join(compact(iri) for iri in claim.grounds)
        yield phrase("why.grounds", lang, claims=grounds)
    for correction in proof.corrections:
        yield _correction(correction, labels, lang)
    if proof.choice:
        yield _choice(proof.choice, claim, labels, lang)


def words(claim: Claim, lang: Language) -> Iterator[str]:
    """The words that a claim rests on: a line a quote, and a line a locator."""
    for excerpt in claim.evidence:
        yield _quote(excerpt, lang)
    for locator in claim.locators:
        yield phrase("why.locator", lang, phrase=f"«{isolate(locator.phrase)}»")


def _quote(excerpt: Excerpt, lang: Language) -> str:
    return phrase(
        "why.quote",
        lang,
        quote=f"«{isolate(excerpt.exact)}»",
        span=f"{excerpt.start}-{excerpt.end}",
        text=compact(excerpt.text),
    )


def document(source: Source, labels: Labels, lang: Language) -> str:
    """The line on a source: who published it, its title, its address and its date."""
    publisher = isolate(labels.of(source.publisher, lang))
    date = source.date or phrase("why.no-date", lang)
    parts = (publisher, isolate(source.title), source.url, date)
    return phrase("why.source", lang, source=listed(filter(None, parts), lang))


def _voice(claim: Claim, labels: Labels, lang: Language) -> str:
    parts = (claim.mode, claim.status, claim.certainty)
    judged = " · ".join(labels.of(iri, lang) for iri in parts if iri)
    speaker = labels.of(claim.asserted_by or "", lang)
    return phrase("why.voice", lang, speaker=speaker, judged=judged, claim=compact(claim.iri))


def _correction(correction: Correction, labels: Labels, lang: Language) -> str:
    return phrase(
        "why.correction",
        lang,
        printed=f"«{isolate(correction.printed)}»",
        reading=f"«{isolate(correction.reading)}»",
        reason=labels.of(correction.reason, lang),
        because=pick(correction.because, lang),
    )


def _choice(choice: Choice, claim: Claim, labels: Labels, lang: Language) -> str:
    chosen = choice.chosen == claim.iri
    others = choice.passed_over if chosen else (choice.chosen,)
    return phrase(
        "why.chosen" if chosen else "why.passed-over",
        lang,
        others=", ".join(compact(iri) for iri in others),
        reason=labels.of(choice.reason, lang),
    )
