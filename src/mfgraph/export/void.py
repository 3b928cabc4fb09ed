"""A description of the dataset for catalogs: what it is, how big, and in which formats.

It follows [VoID](https://www.w3.org/TR/void/) for the counts, which queries in
`queries/export/` take from the resolved view, and
[DCAT](https://www.w3.org/TR/vocab-dcat-3/#Class:Distribution) for the formats. It says
nothing of the time it was written at: the same files give the same description.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from mfgraph.build import Built
from mfgraph.errors import ExportError
from mfgraph.formats import FORMATS, Format
from mfgraph.queries import Library
from mfgraph.terms import LANGUAGES, Term, compact
from mfgraph.vocab import term

Row = Mapping[str, Term]
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
# Counts that more than one query gives, by the column that carries them.
_COUNTS: Final = (
    ("triples", "void:triples"),
    ("entities", "void:entities"),
    ("subjects", "void:distinctSubjects"),
    ("objects", "void:distinctObjects"),
    ("properties", "void:properties"),
)


def description(built: Built) -> list[Quad]:
    """The VoID and DCAT description of a dataset.

    Raises:
        ExportError: `mfgraph.toml` does not say what the dataset is.
    """
    settings = built.workspace.settings()
    try:
        base, name, about = settings["base"], settings["name"], settings["dataset"]
        dataset = NamedNode(f"{base}id/dataset/{name}")
    except (KeyError, ValueError) as error:
        raise ExportError(
            f"mfgraph.toml does not say what the dataset is: {error}",
            where=str(built.workspace.root),
            hint="it needs name, base and a [dataset] table with license and title",
        ) from error
    return [
        *_identity(dataset, base, about),
        *_sizes(dataset, built),
        *(quad for form in FORMATS for quad in _distribution(dataset, form)),
    ]


def _identity(dataset: NamedNode, base: str, about: Mapping[str, Any]) -> Iterator[Quad]:
    yield _quad(dataset, "rdf:type", term("void:Dataset"))
    yield _quad(dataset, "rdf:type", term("dcat:Dataset"))
    yield _quad(dataset, "void:uriSpace", Literal(f"{base}id/"))
    for code in LANGUAGES:
        if code in about.get("title", {}):
            yield _quad(dataset, "dcterms:title", Literal(about["title"][code], language=code))
    if "license" in about:
        yield _quad(dataset, "dcterms:license", NamedNode(about["license"]))
    if "version" in about:
        yield _quad(dataset, "dcat:version", Literal(about["version"]))
    for day in ("issued", "modified"):
        if day in about:
            date = Literal(str(about[day]), datatype=term("xsd:date"))
            yield _quad(dataset, f"dcterms:{day}", date)


def _sizes(dataset: NamedNode, built: Built) -> Iterator[Quad]:
    for row in _rows(built, "dataset-counts"):
        yield from _counts(dataset, row)
    classes = _rows(built, "class-counts")
    yield _quad(dataset, "void:classes", Literal(len(classes)))
    for row in classes:
        yield from _part(dataset, "class", row)
    for row in _rows(built, "property-counts"):
        yield from _part(dataset, "property", row)
    for row in _rows(built, "graph-counts"):
        graph = row["graph"]
        if isinstance(graph, NamedNode):
            yield _quad(dataset, "void:subset", graph)
            yield _quad(graph, "rdf:type", term("void:Dataset"))
            yield from _counts(graph, row)


def _part(dataset: NamedNode, kind: str, row: Row) -> Iterator[Quad]:
    """One class or property partition, under an IRI that names what it is the part for."""
    about = row[kind]
    if isinstance(about, NamedNode):
        shown = quote(compact(about.value), safe=":")
        part = NamedNode(f"{dataset.value}#{kind}/{shown}")
        yield _quad(dataset, f"void:{kind}Partition", part)
        yield _quad(part, "rdf:type", term("void:Dataset"))
        yield _quad(part, f"void:{kind}", about)
        yield from _counts(part, row)


def _counts(about: NamedNode, row: Row) -> Iterator[Quad]:
    for column, predicate in _COUNTS:
        if column in row:
            yield _quad(about, predicate, row[column])


def _distribution(dataset: NamedNode, form: Format) -> Iterator[Quad]:
    node = NamedNode(f"{dataset.value}#{form.name}")
    yield _quad(dataset, "dcat:distribution", node)
    yield _quad(node, "rdf:type", term("dcat:Distribution"))
    yield _quad(node, "dcterms:title", Literal(form.title, language="en"))
    yield _quad(node, "dcat:mediaType", NamedNode(_MEDIA_TYPES + form.media_type))


def _rows(built: Built, name: str) -> list[Row]:
    query = Library(built.workspace.queries).query(name, theme="export")
    solutions = built.store.select(query.text)
    names = [variable.value for variable in solutions.variables]
    return [_bound({name: row[name] for name in names}) for row in solutions]


def _bound(row: Mapping[str, Term | None]) -> Row:
    return {name: value for name, value in row.items() if value is not None}


def _quad(subject: NamedNode, predicate: str, value: Term) -> Quad:
    return Quad(subject, term(predicate), value)
