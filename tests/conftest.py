"""Fixtures strategy: the repository's own workspace is the large example, a made-up one the small.

`workspace` and `built` are the repository's, read once a session and never written to. A test
that changes files takes `copy`, the same files in a folder of its own, or `small`, the least
workspace that builds: one organization, one source of eight words, one claim, one excerpt.
No test depends on variables of the caller's environment.
"""

import hashlib
import shutil
from pathlib import Path

import pytest

from mfgraph.build import Built, build
from mfgraph.workspace import MARKER, Workspace

ROOT = Path(__file__).parents[1]
FOLDERS = ("ontology", "data", "queries")

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
    for name in ("MFGRAPH_WORKSPACE", "MFGRAPH_BUILD", "MFGRAPH_LANG", "MFGRAPH_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace.find(ROOT)


@pytest.fixture(scope="session")
def built(workspace: Workspace) -> Built:
    return build(workspace)


@pytest.fixture
def copy(tmp_path: Path) -> Workspace:
    root = tmp_path / "workspace"
    root.mkdir()
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / MARKER, root / MARKER)
    return Workspace(root)


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
