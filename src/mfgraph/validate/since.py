"""A workspace validated since the last time: what its files say now against what they said then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox
from rdflib import SH

from mfgraph.build import Built
from mfgraph.phrases import phrase
from mfgraph.store import OxigraphStore
from mfgraph.terms import Language
from mfgraph.validate.changed import Revalidation
from mfgraph.validate.rdf import literals_as_written
from mfgraph.validate.report import Report, in_order
from mfgraph.validate.rules import Rules
from mfgraph.validate.run import located
from mfgraph.validate.state import State, data_hashes, is_any, keep, last, triples_of
from mfgraph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Since:
    """A report, how it came about, and what is kept of it for the next time."""

    report: Report
    workspace: Workspace
    fingerprint: str
    state: State
    key: str
    values: Mapping[str, int]

    def told(self, lang: Language) -> str:
        """In one line, what was looked at again."""
        return phrase(f"validate.{self.key}", lang, **self.values)

    def keep(self) -> None:
        """Keep the validation for the next to go on from.

        Raises:
            StoreError: the build folder cannot be written.
        """
        keep(self.state, self.fingerprint, self.workspace)


def validate_since(built: Built, *, lang: Language = "en") -> Since:
    """The report of a full validation, of which only what has changed is done anew.

    What was found the last time is kept in the build folder. Where nothing is kept, or the
    shapes, checks or ontology have changed, everything is validated.

    Raises:
        ShapesFault: a shape or check cannot be run, so nothing can be said of the data.
    """
    workspace, fingerprint = built.workspace, built.fingerprint
    before, files = last(workspace), data_hashes(workspace)
    with literals_as_written():
        rules = Rules.of(workspace, before.looks if before else None)
        store = OxigraphStore.merged(built.store)
        lines = triples_of(store)
        work = _all(store, rules) if before is None else _rest(store, rules, before, lines)
        report = _report(work, built, lang)
    if before is None:
        key, values = "changed-rules" if is_any(workspace) else "changed-first", {}
    else:
        changed = {name for name, _ in set(files.items()) ^ set(before.files.items())}
        key, values = "changed-some", {"files": len(changed), "nodes": work.renewed}
    state = State(files, tuple(work.counts), work.found, rules.looks, lines)
    return Since(report, workspace, fingerprint, state, key, values)


def _all(store: OxigraphStore, rules: Rules) -> Revalidation:
    return Revalidation(store, rules)


def _rest(
    store: OxigraphStore, rules: Rules, before: State, lines: frozenset[bytes]
) -> Revalidation:
    """The validation of a store, gone on with from that of the store before it."""
    come, gone = _triples(lines - before.lines), _triples(before.lines - lines)
    for triple in come:
        store.inner.remove(ox.Quad(*triple))
    store.inner.extend([ox.Quad(*triple) for triple in gone])
    work = Revalidation.resumed(store, rules, before.found, before.counts)
    work.after(come, gone)
    return work


def _triples(lines: frozenset[bytes]) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_TRIPLES)]


def _report(work: Revalidation, built: Built, lang: Language) -> Report:
    bare = work.report()
    named = frozenset(work.rules.shapes.objects(None, SH.targetNode))
    placed = located(bare.results, built, work.store, named)
    return replace(bare, results=in_order(placed), graph=work.graph(), lang=lang)
