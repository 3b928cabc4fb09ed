"""Fixtures strategy: the repository's workspace, its first article alone, and a made-up one.

`workspace` and `built` are the repository's, read once a session and never written to. `seed`
and `seed_built` are the same workspace with one source, the first article, and with those only
of whom it speaks: what was worked out by hand from the article holds there, however much the
repository's data grows. A test that changes files takes `copy`, the seed's files in a folder of
its own, or `small`, the least workspace that builds: one organization, one source of eight
words, one claim, one excerpt. No test depends on variables of the caller's environment.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, parse

from mfgraph.build import Built, build
from mfgraph.locations import subjects
from mfgraph.workspace import MARKER, Workspace

ROOT = Path(__file__).parents[1]
ARTICLE = "almassae-324458"
# The datasets, of which no source speaks: the checks of the whole graph are about the first, and
# the indicators of the code list are each of one of the others.
DATASETS = frozenset(
    f"https://w3id.org/mfgraph/id/dataset/{name}"
    for name in ("mfgraph", "ceilings", "funding", "levels", "risk", "shares")
)

SMALL_TEXT = "تأسست الفدرالية يوم 4 أكتوبر 2001 بالدار البيضاء."

SMALL_TERMS = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix mf:      <https://w3id.org/mfgraph/ontology#> .
@prefix oa:      <http://www.w3.org/ns/oa#> .
@prefix org:     <http://www.w3.org/ns/org#> .
@prefix owl:     <http://www.w3.org/2002/07/owl#> .
@prefix schema:  <https://schema.org/> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .

org:Organization a owl:Class .
schema:TextDigitalDocument a owl:Class .
mf:Claim a owl:Class .
mf:Excerpt a owl:Class .
mf:evidence a owl:ObjectProperty .
mf:supports a owl:ObjectProperty .
oa:hasSource a owl:ObjectProperty .
oa:hasSelector a owl:ObjectProperty .
oa:exact a owl:DatatypeProperty .
oa:start a owl:DatatypeProperty .
oa:end a owl:DatatypeProperty .
schema:sha256 a owl:DatatypeProperty .
schema:text a owl:DatatypeProperty .
skos:prefLabel a owl:AnnotationProperty .
dcterms:description a owl:AnnotationProperty .
"""

SMALL_ENTITIES = """\
@prefix org:          <http://www.w3.org/ns/org#> .
@prefix skos:         <http://www.w3.org/2004/02/skos/core#> .
@prefix organization: <https://w3id.org/mfgraph/id/org/> .

organization:fnam a org:Organization ;
    skos:prefLabel "الفدرالية"@ar .
"""

SMALL_SOURCE = """\
@prefix mf:           <https://w3id.org/mfgraph/ontology#> .
@prefix oa:           <http://www.w3.org/ns/oa#> .
@prefix schema:       <https://schema.org/> .
@prefix organization: <https://w3id.org/mfgraph/id/org/> .
@prefix claim:        <https://w3id.org/mfgraph/id/claim/> .
@prefix text:         <https://w3id.org/mfgraph/id/text/> .
@prefix x:            <https://w3id.org/mfgraph/id/excerpt/note-1/> .

text:note-1 a schema:TextDigitalDocument ;
    schema:sha256 "{sha256}" .

claim:note-c01 a mf:Claim ;
    mf:supports organization:fnam ;
    mf:evidence x:6-15 .

x:6-15 a mf:Excerpt ;
    oa:hasSource text:note-1 ;
    oa:hasSelector x:6-15\\#quote , x:6-15\\#position .

x:6-15\\#quote oa:exact "الفدرالية" .
x:6-15\\#position oa:start 6 ; oa:end 15 .
"""


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("MFGRAPH_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace.find(ROOT)


@pytest.fixture(scope="session")
def built(workspace: Workspace) -> Built:
    return build(workspace)


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("seed")
    for folder in ("ontology", "queries"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / MARKER, root / MARKER)
    for folder in ("sources", "entities"):
        (root / "data" / folder).mkdir(parents=True)
    for suffix in ("ttl", "txt"):
        shutil.copy(ROOT / f"data/sources/{ARTICLE}.{suffix}", root / "data/sources")
    shutil.copytree(ROOT / "data/register", root / "data/register")
    _copy_entities(Workspace(ROOT), root / "data/entities")
    return Workspace(root)


@pytest.fixture(scope="session")
def seed_built(seed: Workspace) -> Built:
    return build(seed)


@pytest.fixture
def copy(seed: Workspace, tmp_path: Path) -> Workspace:
    return Workspace(Path(shutil.copytree(seed.root, tmp_path / "workspace")))


def _copy_entities(workspace: Workspace, folder: Path) -> None:
    """Of each entity file, the descriptions that the article needs, as they are written."""
    needed = _needed(workspace)
    for path in workspace.entity_files():
        text = path.read_text(encoding="utf-8")
        kept = "".join(_kept(text, needed))
        if any(subjects(kept)):
            (folder / path.name).write_text(kept, encoding="utf-8")


def _kept(text: str, needed: set[str]) -> Iterator[str]:
    # A description runs from the line of its subject to the line of the next.
    starts = {line: iri for iri, line in subjects(text)}
    keep = True
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        keep = starts[number] in needed if number in starts else keep
        if keep or line.startswith("@prefix"):
            yield line


def _needed(workspace: Workspace) -> set[str]:
    """All that the article speaks of, and what the description of that speaks of in turn."""
    said = [quad for path in workspace.entity_files() for quad in parse(path=path)]
    article = parse(path=workspace.root / f"data/sources/{ARTICLE}.ttl")
    needed = {t.value for q in article for t in q.triple if isinstance(t, NamedNode)} | DATASETS
    while more := {
        quad.object.value
        for quad in said
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and quad.subject.value in needed
        and quad.object.value not in needed
    }:
        needed |= more
    return needed


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    root = tmp_path / "small"
    sha256 = hashlib.sha256(SMALL_TEXT.encode()).hexdigest()
    for name, content in {
        MARKER: 'name = "small"\n',
        "ontology/terms.ttl": SMALL_TERMS,
        "data/entities/organizations.ttl": SMALL_ENTITIES,
        "data/sources/note.ttl": SMALL_SOURCE.format(sha256=sha256),
        "data/sources/note.txt": SMALL_TEXT,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    return Workspace(root)
