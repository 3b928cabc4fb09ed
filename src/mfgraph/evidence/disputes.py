"""Contests between claims, told in words: each value with its sources, and the rule that chose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from mfgraph.evidence.editing import Choice
from mfgraph.labels import Labels
from mfgraph.phrases import phrase
from mfgraph.resolve import Candidate, Contest, Reader
from mfgraph.resolve.telling import heading, shown
from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import Language, compact, isolate, listed, pick
from mfgraph.vocab import PREFIXES

_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Dispute:
    """A recorded choice with the contest that it settled."""

    choice: Choice
    contest: Contest
    reader: Reader

    def values(self) -> list[tuple[str, list[Candidate]]]:
        """The claims by the value they give: the value held first, then by witnesses."""
        found: dict[str, list[Candidate]] = {}
        for candidate in sorted(self.contest.candidates, key=self._is_passed_over):
            found.setdefault(candidate.value.identity, []).append(candidate)
        held, *others = found.items()
        return [held, *sorted(others, key=lambda item: (-self.witnesses(item[1]), item[0]))]

    def witnesses(self, claims: list[Candidate]) -> int:
        """The number of independent witnesses of the value that some claims give."""
        return len(self.contest.witnesses(claims[0].value))

    def record(self) -> dict[str, object]:
        """The contest for a program: each value with its claims, the value held first."""
        values = [
            {
                "value": identity,
                "witnesses": self.witnesses(claims),
                "claims": [claim.claim.value for claim in claims],
            }
            for identity, claims in self.values()
        ]
        return {"choice": self.choice.iri, "reason": self.choice.reason, "values": values}

    def _is_passed_over(self, candidate: Candidate) -> bool:
        return candidate.claim.value != self.choice.chosen


def disputes(store: Store, made: Mapping[str, Choice]) -> Iterator[Dispute]:
    """The contests that some recorded choices settled, in the order of the choices."""
    if not made:
        return
    reader = Reader(store)
    contests = {PREFIXES["choice"] + each.name: each for each in reader.contests()}
    for iri in sorted(made):
        if iri in contests:
            yield Dispute(made[iri], contests[iri], reader)


def tell_dispute(dispute: Dispute, labels: Labels, lang: Language) -> Iterator[str]:
    """The lines on one contest: the values, who gives each, and the rule."""
    contest = dispute.contest
    about = heading(contest, dispute.reader, labels, lang)
    yield phrase("why.contest-agreement" if contest.agrees else "why.contest", lang, about=about)
    held = True
    for _, claims in dispute.values():
        value = isolate(shown(claims[0].value, labels, lang))
        key = "why.contest-held" if held else "why.contest-passed"
        yield _INDENT + phrase(key, lang, value=value, witnesses=dispute.witnesses(claims))
        for claim in claims:
            yield _INDENT * 2 + _source(claim, labels, lang)
        held = False
    yield _INDENT + _rule(dispute, labels, lang)


def _source(claim: Candidate, labels: Labels, lang: Language) -> str:
    standing = claim.source
    publisher = labels.of(standing.publisher.value, lang) if standing.publisher else ""
    kind = standing.kind.code
    parts = (
        isolate(publisher) if publisher else compact(standing.graph.value),
        labels.of(kind.value, lang) if kind else phrase("why.contest-no-kind", lang),
        standing.date or phrase("why.no-date", lang),
    )
    told = listed(parts, lang)
    return phrase("why.contest-source", lang, source=told, claim=compact(claim.claim.value))


def _rule(dispute: Dispute, labels: Labels, lang: Language) -> str:
    rule = dispute.choice.reason
    rows = dispute.reader.store.select(bind(own_query("definitions"), {"thing": [NamedNode(rule)]}))
    texts = [row["definition"] for row in rows]
    because = {t.language or "": t.value for t in texts if isinstance(t, Literal)}
    return phrase("why.contest-rule", lang, rule=labels.of(rule, lang), because=pick(because, lang))
