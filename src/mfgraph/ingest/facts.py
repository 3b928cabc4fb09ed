"""A facts file taken into a workspace: new lines become claims, what stands is left as it is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pyoxigraph import Triple

from mfgraph.errors import IngestError
from mfgraph.ingest.compose import claim_block, locator_block, release_block, source_blocks
from mfgraph.ingest.converting import check, converted, table
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, Skipped
from mfgraph.ingest.lines import Line, read_lines
from mfgraph.ingest.register import Entry, entry_for, read_register, register_path, write_register
from mfgraph.ingest.standing import Standing
from mfgraph.ingest.writing import Page, appended, replace_all
from mfgraph.vocab import term
from mfgraph.workspace import Workspace

_SEED: Final = "almassae-324458"


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one line: `claims`, `already` or `skipped`, with the reason."""

    key: str
    kind: str
    url: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of every line, and the files that were written."""

    rows: tuple[Row, ...]
    written: tuple[Path, ...]

    def counts(self) -> Mapping[str, int]:
        """How many lines had which outcome."""
        return Counter(row.outcome for row in self.rows)


def ingest(paths: Iterable[Path], workspace: Workspace, *, dry: bool = False) -> Ingested:
    """Take the lines of facts files into a workspace, each once.

    A line whose key stands on a claim is left alone, and existing files are only added to, so
    that a second run changes nothing and edits by hand survive. Nothing is written unless all
    can be.

    Raises:
        IngestError: a file or line is not what it should be.
        SyntaxFault: a file of the workspace cannot be read.
    """
    run = _Run(workspace, Standing.of(workspace), read_register(workspace))
    rows = tuple(run.take(line) for path in paths for line in read_lines(path))
    texts = dict(run.texts())
    if not dry:
        replace_all(texts)
    return Ingested(rows, tuple(sorted(texts)))


class _Run:
    """One run over facts files: what has been gathered for each file so far."""

    def __init__(
        self, workspace: Workspace, standing: Standing, register: dict[str, Entry]
    ) -> None:
        self._workspace = workspace
        self._standing = standing
        self._register = register
        self._known = len(register)
        self._pages: dict[str, Page] = {}
        self._entities: dict[str, list[Block]] = defaultdict(list)
        self._described = set(standing.described)
        self._claimed: set[tuple[object, ...]] = set()
        self._seeded: dict[int, list[str]] = defaultdict(list)
        self._taken: set[str] = set()

    def take(self, line: Line) -> Row:
        """Gather what a line says, if it is new."""
        if line.key in self._standing.keys:
            return Row(line.key, line.kind, line.url, "already")
        if line.key in self._taken:
            reason = "an earlier line of these files has this key"
            return Row(line.key, line.kind, line.url, "skipped", reason)
        self._taken.add(line.key)
        entry = entry_for(line, self._register)
        if entry.slug == _SEED:
            return self._seed(line)
        check(line)
        draft = converted(line, entry)
        if isinstance(draft, Skipped):
            return Row(line.key, line.kind, line.url, "skipped", draft.reason)
        self._register.setdefault(line.url, entry)
        self._gather(line, entry, draft)
        return Row(line.key, line.kind, line.url, "claims")

    def texts(self) -> Iterator[tuple[Path, str]]:
        """The new text of every file that changes, what claims speak of before the claims.

        A key on a claim says that its line is done: were the last file not written, the next
        run would make up for it.
        """
        data = self._workspace.root / "data"
        if len(self._register) > self._known:
            yield register_path(self._workspace), write_register(self._register.values())
        for stem, blocks in self._entities.items():
            path = data / "entities" / f"{stem}.ttl"
            yield path, appended(path, ((None, block) for block in blocks))
        for slug, page in self._pages.items():
            path = data / "sources" / f"{slug}.ttl"
            yield path, appended(path, page.blocks, local=page.local)
        if self._seeded:
            path = data / "sources" / f"{_SEED}.ttl"
            yield path, _identified(path, self._seeded)

    def _gather(self, line: Line, entry: Entry, draft: Draft) -> None:
        page = self._page(entry)
        place = page.next_locator()
        page.add(f"{line.key}: {line.kind}", locator_block(line, entry, place))
        locator = term(f"locator:{entry.slug}/{place}")
        for claim in self._unclaimed(entry.slug, draft):
            number = page.next_claim()
            page.add(None, claim_block(claim, line, entry, number=number, locator=locator))
        for record in draft.records:
            page.add(None, self._unsaid(entry.slug, record))
        for stem, block in draft.entities:
            self._describe(stem, block)

    def _unclaimed(self, slug: str, draft: Draft) -> Iterator[ClaimDraft]:
        # A name that several lines of one source say by the way is claimed once; what a line
        # says first of all is claimed though another line of the source has said it too.
        for claim in draft.claims:
            key = (slug, claim.subject, claim.predicate, claim.value)
            if claim is draft.claims[0] or claim.supports or key not in self._claimed:
                self._claimed.add(key)
                yield claim

    def _page(self, entry: Entry) -> Page:
        if entry.slug not in self._pages:
            slug, standing = entry.slug, self._standing
            page = Page(slug, standing.last(slug, "claim"), standing.last(slug, "locator"))
            self._pages[slug] = page
            if not standing.said[slug]:
                for block in source_blocks(entry):
                    page.add("The source, as the register has it", block)
            if entry.release:
                self._describe("releases", release_block(entry.release))
        return self._pages[entry.slug]

    def _describe(self, stem: str, block: Block) -> None:
        if block.subject.value not in self._described:
            self._described.add(block.subject.value)
            self._entities[stem].append(block)

    def _unsaid(self, slug: str, block: Block) -> Block:
        # Two lines of one source may vouch for one record: what stands is not said again.
        said, pairs = self._standing.said[slug], []
        for name, values in block.pairs:
            new = tuple(v for v in values if Triple(block.subject, name, v) not in said)
            said.update(Triple(block.subject, name, value) for value in new)
            pairs.append((name, new))
        return replace(block, pairs=tuple((name, values) for name, values in pairs if values))

    def _seed(self, line: Line) -> Row:
        numbers = table("seed").get(line.key)
        if numbers is None:
            reason = "the seed article is held whole: its claims are made from its text"
            return Row(line.key, line.kind, line.url, "skipped", reason)
        for number in numbers:
            self._seeded[number].append(line.key)
        return Row(line.key, line.kind, line.url, "claims", "a claim of the seed article")


def _identified(path: Path, keys: Mapping[int, list[str]]) -> str:
    text = path.read_text(encoding="utf-8")
    for number, found in keys.items():
        quoted = " , ".join(f'"{key}"' for key in found)
        text, marked = re.subn(
            rf"^(claim:{_SEED}-c{number:02} a mf:Claim ;\n)",
            rf"\g<1>    dcterms:identifier {quoted} ;\n",
            text,
            flags=re.MULTILINE,
        )
        if not marked:
            raise IngestError(
                f"no claim c{number:02} begins with 'a mf:Claim ;'",
                where=path.name,
                hint=f"give it dcterms:identifier {quoted}",
            )
    return text
