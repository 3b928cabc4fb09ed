"""The file of one source: its description, its claims, and the words on which they rest.

Of most sources no text is held: a claim then points into the page by a few words. Where the text
is held, the words become a sentence of it, and the claim quotes them with their offsets.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mfgraph.generate.draws import Draw
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.tables import Spoken
from mfgraph.generate.world import Thing, World
from mfgraph.terms import LANGUAGES

_AROUND: Final = 24
Words = Spoken | str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words of a claim stand, and what they mean if they are quoted."""

    term: str
    gloss: Spoken | None


@dataclass(slots=True)
class Page:
    """What has been written of one source."""

    world: World
    sheet: Sheet
    number: int
    slug: str
    publisher: Thing
    language: str
    stored: bool
    draw: Draw
    claims: int = 0
    places: int = 0
    sentences: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    @property
    def triples(self) -> int:
        """The triples of the file so far, with the quotes that come at its end."""
        return self.sheet.triples + len(self.spans) * self.world.blocks["claims/excerpt"].triples

    def add(self, block: str, **values: object) -> None:
        """Write a block."""
        self.sheet.add(block, **values)

    def say(self, kind: str, **words: Words) -> Evidence:
        """The words of the source that a claim of this kind rests on."""
        forms: Spoken = self.world.tables.words["phrases"][kind]
        if not self.stored:
            self.places += 1
            phrase = _phrase(forms, self.language, words)
            self.add("claims/locator", slug=self.slug, number=self.places, phrase=phrase)
            return Evidence(f"at:{self.places}", None)
        phrases: Spoken = {str(la): _phrase(forms, la, words) for la in LANGUAGES}
        start = self.print(phrases["ar"])
        return Evidence(self.quote(start, start + len(phrases["ar"])), phrases)

    def print(self, sentence: str) -> int:
        """Add a sentence to the text that is held; where it begins."""
        start, self.length = self.length, self.length + len(sentence) + len(". ")
        self.sentences.append(f"{sentence}.")
        return start

    def quote(self, start: int, end: int) -> str:
        """The excerpt of a span of the text, to be written when the text is whole."""
        self.spans.append((start, end))
        return f"x:{start}-{end}"

    def record(self, record: str, evidence: Evidence) -> str:
        """Claim a record; what was claimed is the number of the claim."""
        return self._claim("claims/record", evidence, record=record)

    def tell(self, subject: str, predicate: str, value: str, evidence: Evidence) -> None:
        """Claim one property of a thing."""
        block = "claims/value" if value.startswith('"') else "claims/object"
        self._claim(block, evidence, subject=subject, predicate=predicate, value=value)

    def support(self, number: str, record: str) -> None:
        """Have a claim vouch for one record more."""
        self.add("claims/support", slug=self.slug, number=number, record=record)

    def finish(self) -> str | None:
        """Write the quotes and their text, which is returned; none is held of most sources."""
        if not self.stored:
            return None
        text = " ".join(self.sentences)
        for start, end in self.spans:
            self.add(
                "claims/excerpt",
                slug=self.slug,
                start=start,
                end=end,
                exact=text[start:end],
                prefix=text[max(0, start - _AROUND) : start],
                suffix=text[end : end + _AROUND],
            )
        self.add("sources/rights", slug=self.slug)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        self.add("sources/text", slug=self.slug, sha256=sha256)
        return text

    def _claim(self, block: str, evidence: Evidence, **about: str) -> str:
        self.claims += 1
        number = f"{self.claims:02}"
        told, draw = self.world.tables.told, self.draw
        mode = draw.weighted(told["mode"])
        certainty = draw.weighted(told["certainty"])
        voice = f"organization:{self.publisher.slug}"
        if mode == "inferred":
            voice = "agent:curator"
            certainty = "probable" if certainty == "certain" else certainty
        elif mode == "reported":
            voice = f"person:{self.world.some('person', draw).slug}"
        self.add(
            block,
            slug=self.slug,
            number=number,
            evidence=evidence.term,
            voice=voice,
            mode=mode,
            status="accepted",
            certainty=certainty,
            **about,
        )
        if mode == "inferred" or draw.chance(self.world.tables.share("noted")):
            self.add("claims/note", slug=self.slug, number=number, note=f"{mode}, {certainty}.")
        if evidence.gloss:
            gloss = {lang: evidence.gloss[lang] for lang in ("fr", "en")}
            self.add("claims/gloss", slug=self.slug, number=number, **gloss)
        return number


def _phrase(forms: Spoken, language: str, words: Mapping[str, Words]) -> str:
    return forms[language].format_map(
        {name: said if isinstance(said, str) else said[language] for name, said in words.items()}
    )
