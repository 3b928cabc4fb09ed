"""Write a dataset to files in any format, byte for byte the same for the same files."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Final

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from mfgraph.build import Built
from mfgraph.errors import UsageError
from mfgraph.export import readable
from mfgraph.export.canonical import canonical_form
from mfgraph.export.files import write_file, write_folder
from mfgraph.export.quads import everything, merged, resolved
from mfgraph.export.tables import tables
from mfgraph.export.void import description
from mfgraph.formats import FORMATS, Format, lookup
from mfgraph.vocab import PREFIXES, term

__all__ = ["EXPORTS", "canonical_form", "content", "export"]

EXPORTS: Final[Mapping[str, Format]] = MappingProxyType({form.name: form for form in FORMATS})


def export(
    built: Built, format_name: str, destination: Path | IO[bytes], *, full: bool = False
) -> None:
    """Write the dataset in a format to a file, a folder of tables, or a stream.

    Turtle, N-Triples, RDF/XML and JSON-LD hold the resolved view or, if `full`, everything in
    one graph; the others hold everything in any case. A file appears whole or not at all.

    Raises:
        UsageError: no format has that name, or tables were asked for on a stream.
        ExportError: the destination cannot be written.

    >>> import io
    >>> from mfgraph.build import build
    >>> from mfgraph.workspace import Workspace
    >>> output = io.BytesIO()
    >>> export(build(Workspace.shipped()), "turtle", output)
    >>> b'schema:foundingDate "2001-10-04"^^edtf:EDTF' in output.getvalue()
    True
    """
    form = lookup(format_name)
    if form.is_folder:
        if not isinstance(destination, Path):
            raise UsageError("tables are several files", hint="name a folder: -o FOLDER")
        write_folder(list(tables(built)), destination)
    elif isinstance(destination, Path):
        write_file(content(built, form.name, full=full), destination)
    else:
        destination.write(content(built, form.name, full=full))


def content(built: Built, format_name: str, *, full: bool = False) -> bytes:
    """The dataset in a format that is one file.

    Raises:
        UsageError: no format has that name, or it is a folder of files.
    """
    form = lookup(format_name)
    if form.name in _VIEWS:
        return _VIEWS[form.name](merged(built) if full else resolved(built), built)
    if form.name in _WHOLES:
        return _WHOLES[form.name](built)
    raise UsageError(f"{form.title} are several files", hint="name a folder: -o FOLDER")


def _ntriples(quads: list[Quad], _: Built) -> bytes:
    return _sorted_lines(serialize(_triples(quads), format=RdfFormat.N_TRIPLES))


def _rdfxml(quads: list[Quad], _: Built) -> bytes:
    # RDF/XML shortens the names of elements only: those of properties and types.
    named = {quad.predicate.value for quad in quads}
    named |= {str(quad.object) for quad in quads if quad.predicate == _TYPE}
    used = {p: iri for p, iri in PREFIXES.items() if any(iri in name for name in named)}
    written = serialize(_triples(quads), format=RdfFormat.RDF_XML, prefixes=used)
    return (written or b"") + b"\n"


def _jsonld(quads: list[Quad], built: Built) -> bytes:
    # rdflib takes longer to import than a Turtle export takes to write.
    from mfgraph.export.jsonld import jsonld  # noqa: PLC0415

    return jsonld(quads, built.workspace.root / "ontology" / "context.jsonld")


def _nquads(built: Built) -> bytes:
    return _sorted_lines(serialize(everything(built), format=RdfFormat.N_QUADS))


def _triples(quads: list[Quad]) -> list[Triple]:
    return [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]


def _sorted_lines(written: bytes | None) -> bytes:
    return b"".join(sorted((written or b"").splitlines(keepends=True)))


_TYPE: Final = term("rdf:type")
# Formats that hold one graph, of the quads they are given.
_VIEWS: Final[Mapping[str, Callable[[list[Quad], Built], bytes]]] = MappingProxyType(
    {
        "turtle": lambda quads, _: readable.turtle(quads),
        "ntriples": _ntriples,
        "rdfxml": _rdfxml,
        "jsonld": _jsonld,
    }
)
# Formats that hold the whole dataset, or describe it.
_WHOLES: Final[Mapping[str, Callable[[Built], bytes]]] = MappingProxyType(
    {
        "trig": lambda built: readable.trig(everything(built)),
        "nquads": _nquads,
        "canonical": lambda built: canonical_form(everything(built)),
        "void": lambda built: readable.turtle(description(built)),
    }
)
