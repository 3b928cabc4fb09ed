"""A path in words and as a record: each step with its claims, their words and their documents."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from mfgraph.evidence.telling import document, words
from mfgraph.labels import Labels
from mfgraph.network.path import Chain, Paths, Step
from mfgraph.network.projection import Edge, Projection
from mfgraph.network.proofs import Proof
from mfgraph.phrases import phrase
from mfgraph.terms import Language, compact, isolate, listed, pick

_INDENT = "   "


def tell_paths(
    found: Paths, grounds: Mapping[str, Proof], labels: Labels, lang: Language
) -> Iterator[str]:
    """The lines of some paths: a numbered step a line, the words that prove it below."""
    names = found.network.labels(lang)
    start, end = (
        _fenced(f"{names[iri]} ({compact(iri)})", lang) for iri in (found.start, found.end)
    )
    yield phrase("path.heading", lang, start=start, end=end)
    for number, chain in enumerate(found.chains, 1):
        yield ""
        yield phrase("path.path", lang, number=number, steps=len(chain))
        yield from _chain(chain, found.network, (grounds, labels), lang)
    yield ""
    if found.has_more:
        yield phrase("path.more", lang)
    yield phrase("path.caveat", lang)


def _chain(
    chain: Chain,
    network: Projection,
    proven: tuple[Mapping[str, Proof], Labels],
    lang: Language,
) -> Iterator[str]:
    grounds, labels = proven
    for number, step in enumerate(chain.steps, 1):
        for tie in step.ties:
            yield f"{number}. {_tie(tie, network, lang)}"
            for proof in (grounds[claim] for claim in tie.claims if claim in grounds):
                yield from (_INDENT + line for line in _proof(proof, labels, lang))


def _tie(tie: Edge, network: Projection, lang: Language) -> str:
    names = network.labels(lang)
    return phrase(
        "path.tie",
        lang,
        source=_fenced(names[tie.source], lang),
        role=_fenced(network.edge_label(tie, lang), lang),
        target=_fenced(names[tie.target], lang),
        when=listed(when(tie, network, lang), lang),
    )


def _fenced(text: str, lang: Language) -> str:
    # Inside an Arabic sentence `phrase` fences what it fills in.
    return text if lang == "ar" else isolate(text)


def when(tie: Edge, network: Projection, lang: Language) -> tuple[str, ...]:
    """When a tie held, as far as sources tell: its bounds, and the dates of which it is known."""
    inside = "path.moment" if tie.kind in network.query.moments else "path.inside"
    told = [("path.begin", tie.begin), *((inside, d) for d in tie.inside), ("path.end", tie.end)]
    dated = tuple(phrase(key, lang, date=date) for key, date in told if date)
    return dated or (phrase("path.undated", lang),)


def _proof(proof: Proof, labels: Labels, lang: Language) -> Iterator[str]:
    yield from words(proof.claim, lang)
    yield _INDENT + document(proof.source, labels, lang)
    yield _INDENT + phrase("path.claim", lang, claim=compact(proof.claim.iri))


def record(found: Paths, grounds: Mapping[str, Proof], lang: Language) -> dict[str, object]:
    """Some paths as a record for programs, its names in one language."""
    names = found.network.labels(lang)
    return {
        "from": {"iri": found.start, "name": names[found.start]},
        "to": {"iri": found.end, "name": names[found.end]},
        "network": found.network.name,
        "hasMore": found.has_more,
        "paths": [
            {
                "length": len(chain),
                "nodes": [{"iri": iri, "name": names[iri]} for iri in chain.nodes],
                "steps": [_step(step, found.network, grounds, lang) for step in chain.steps],
            }
            for chain in found.chains
        ],
    }


def _step(
    step: Step, network: Projection, grounds: Mapping[str, Proof], lang: Language
) -> dict[str, object]:
    return {
        "from": step.start,
        "to": step.end,
        "ties": [
            {
                "iri": tie.iri,
                "kind": tie.kind,
                "source": tie.source,
                "target": tie.target,
                "role": tie.role or None,
                "label": network.edge_label(tie, lang),
                "begin": tie.begin or None,
                "inside": tie.inside,
                "end": tie.end or None,
                "claims": [_claim(grounds[c], lang) for c in tie.claims if c in grounds],
            }
            for tie in step.ties
        ],
    }


def _claim(proof: Proof, lang: Language) -> dict[str, object]:
    claim = proof.claim
    return {
        "claim": claim.iri,
        "gloss": pick(claim.gloss(), lang) or None,
        "mode": claim.mode,
        "certainty": claim.certainty,
        "evidence": [asdict(excerpt) for excerpt in claim.evidence],
        "locators": [asdict(locator) for locator in claim.locators],
        "source": asdict(proof.source),
    }
