"""Each file of the ontology parses, reads well and uses declared terms only."""

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse
from rdflib import Graph

from mfgraph.vocab import DEF, MF, PREFIXES

ONTOLOGY = Path(__file__).parents[2] / "ontology"
FILES = sorted(
    [*ONTOLOGY.glob("*.ttl"), *ONTOLOGY.glob("codelists/*.ttl"), *ONTOLOGY.glob("examples/*.ttl")]
)
RDF_TYPE = NamedNode(PREFIXES["rdf"] + "type")
# The language that OWL and RDF Schema are written in, which no vocabulary declares.
LANGUAGE = ("rdf", "rdfs", "owl")
# Prefixes that one file gives to the address it writes over and over.
LOCAL = frozenset({"at", "x", "fix"})


def name(path: Path) -> str:
    return path.relative_to(ONTOLOGY).as_posix()


def test_all_files_are_found() -> None:
    # 6 at the top, 38 code lists (37 of ours, and sex), 13 examples.
    assert len(FILES) == 57


@pytest.mark.parametrize("path", FILES, ids=name)
def test_both_parsers_read_the_same_number_of_triples(path: Path) -> None:
    triples = {q.triple for q in parse(path=str(path), format=RdfFormat.TURTLE)}
    assert len(triples) > 0
    assert len(Graph().parse(path)) == len(triples)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_blank_nodes(path: Path) -> None:
    nodes = [
        term
        for q in parse(path=str(path), format=RdfFormat.TURTLE)
        for term in (q.subject, q.object)
        if isinstance(term, BlankNode)
    ]
    assert nodes == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_one_block_a_subject_from_the_first_column(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = [line for line in text.splitlines() if not line.startswith(("@prefix", "#"))]
    blocks = [block for block in re.split(r"\n\n+", "\n".join(body)) if block.strip()]
    heads = [block.strip("\n").split()[0] for block in blocks]
    for block in blocks:
        first, *rest = block.strip("\n").splitlines()
        assert re.match(r"[<\w]", first), first
        assert all(line.startswith("    ") for line in rest), first
        assert block.rstrip().endswith(" .")
        assert sum(line.endswith(" .") for line in block.splitlines()) == 1, first
    assert len(heads) == len(set(heads))
    subjects = {q.subject for q in parse(path=str(path), format=RdfFormat.TURTLE)}
    assert len(heads) == len(subjects)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_tabs_no_trailing_spaces_one_final_newline(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\t" not in text
    assert not re.search(r" $", text, re.MULTILINE)
    assert text.endswith(" .\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("path", FILES, ids=name)
def test_prefixes_are_those_of_the_one_table(path: Path) -> None:
    declared = dict(
        re.findall(r"^@prefix ([\w-]+): <([^>]+)> \.$", path.read_text("utf-8"), re.MULTILINE)
    )
    assert list(declared) == sorted(declared)
    ours = {p: iri for p, iri in declared.items() if iri.startswith("https://w3id.org/mfgraph/")}
    for prefix, iri in ours.items():
        assert prefix in LOCAL or PREFIXES[prefix] == iri
    shared = declared.keys() & PREFIXES.keys()
    assert {p: declared[p] for p in shared} == {p: PREFIXES[p] for p in shared}


def test_every_term_and_code_of_ours_that_is_used_is_declared(
    terms: Store, examples: Store
) -> None:
    declared = {q.subject for q in terms}
    used = {
        term
        for q in [*terms, *examples]
        for term in (q.subject, q.predicate, q.object)
        if isinstance(term, NamedNode) and term.value.startswith((MF, DEF))
    }
    assert len(used) > 100
    assert used - declared == set()


def test_every_foreign_class_and_property_that_is_used_is_declared(
    terms: Store, examples: Store, data: Store
) -> None:
    declared = {q.subject for q in terms}
    built_in = tuple(PREFIXES[prefix] for prefix in LANGUAGE)
    quads = [*terms, *examples, *data]
    used = {q.predicate for q in quads} | {q.object for q in quads if q.predicate == RDF_TYPE}
    foreign = {t for t in used if isinstance(t, NamedNode) and not t.value.startswith(built_in)}
    assert NamedNode(PREFIXES["org"] + "Membership") in foreign
    assert foreign - declared == set()


def test_a_declaration_of_imports_says_the_kind_of_term_and_how_readers_call_it() -> None:
    kinds = {
        "owl:AnnotationProperty",
        "owl:Class",
        "owl:DatatypeProperty",
        "owl:ObjectProperty",
        "rdf:Property",
        "oa:Motivation",
        "schema:EventStatusType",
        "time:DayOfWeek",
        "time:TemporalUnit",
    }
    text = (ONTOLOGY / "imports.ttl").read_text("utf-8")
    blocks = [b for b in text.strip().split("\n\n") if not b.startswith(("@prefix", "#"))]
    subjects = [block.split()[0] for block in blocks]
    assert subjects == sorted(subjects)
    for block in blocks:
        stub = re.fullmatch(
            r"\S+ a (\S+)(?: ;\n    rdfs:subClassOf \S+)?"
            r'(?: ;\n    rdfs:label "[^"]+"@ar , "[^"]+"@fr , "[^"]+"@en)? \.',
            block,
        )
        assert stub, block
        assert stub[1] in kinds


def test_a_term_is_described_in_one_file_only(term_files: list[Path]) -> None:
    seen: dict[str, str] = {}
    for path in term_files:
        if path.name == "alignments.ttl":  # matches only, beside the descriptions
            continue
        subjects = {q.subject.value for q in parse(path=str(path), format=RdfFormat.TURTLE)}
        for subject in subjects:
            assert seen.setdefault(subject, path.name) == path.name, subject


def test_literals_in_the_three_languages_are_tagged_ar_fr_or_en(terms: Store) -> None:
    tags = {q.object.language for q in terms if isinstance(q.object, Literal) and q.object.language}
    assert tags == {"ar", "fr", "en"}


def test_arabic_literals_hold_arabic_letters_and_the_others_start_with_none(terms: Store) -> None:
    arabic = re.compile(r"[\u0621-\u064a]")
    for q in terms:
        if not isinstance(q.object, Literal) or not q.object.language:
            continue
        if q.object.language != "ar":
            assert not arabic.match(q.object.value), q.object
        elif q.predicate.value != PREFIXES["skos"] + "example":  # figures are quoted too
            assert arabic.search(q.object.value), q.object
