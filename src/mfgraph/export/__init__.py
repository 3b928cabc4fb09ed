"""Write a dataset to files in any format, byte for byte the same for the same files."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Final

from mfgraph.build import Built
from mfgraph.errors import UsageError
from mfgraph.export.canonical import canonical_form
from mfgraph.export.files import write_folder, writing
from mfgraph.export.quads import View, everything, in_one_graph, resolved, write_nquads
from mfgraph.export.readable import write_trig, write_turtle
from mfgraph.export.tables import tables
from mfgraph.export.void import description
from mfgraph.export.xml import write_rdfxml
from mfgraph.formats import FORMATS, Format, lookup
from mfgraph.lines import Sorted, joined

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
        write_folder(tables(built), destination)
    elif isinstance(destination, Path):
        with writing(destination) as file:
            _write(built, form, file, full=full)
    else:
        _write(built, form, destination, full=full)


def content(built: Built, format_name: str, *, full: bool = False) -> bytes:
    """The dataset in a format that is one file.

    Raises:
        UsageError: no format has that name, or it is a folder of files.
    """
    output = io.BytesIO()
    form = lookup(format_name)
    if form.is_folder:
        raise UsageError(f"{form.title} are several files", hint="name a folder: -o FOLDER")
    _write(built, form, output, full=full)
    return output.getvalue()


def _write(built: Built, form: Format, output: IO[bytes], *, full: bool) -> None:
    if form.name in _WHOLES:
        _WHOLES[form.name](built, output)
        return
    with in_one_graph(built) if full else resolved(built) as view:
        _VIEWS[form.name](view, built, output)


def _lines(view: View, _: Built, output: IO[bytes]) -> None:
    for block in view.blocks():
        output.write(joined(block))


def _jsonld(view: View, built: Built, output: IO[bytes]) -> None:
    # rdflib takes longer to import than a Turtle export takes to write.
    from mfgraph.export.jsonld import write_jsonld  # noqa: PLC0415

    context = built.workspace.root / "ontology" / "context.jsonld"
    write_jsonld(view, context, output)


def _canonical(built: Built, output: IO[bytes]) -> None:
    with everything(built) as view:
        _lines(view, built, output)


def _trig(built: Built, output: IO[bytes]) -> None:
    with everything(built) as view:
        write_trig(view.blocks(), output)


def _void(built: Built, output: IO[bytes]) -> None:
    with Sorted() as lines:
        write_nquads(description(built), lines)
        write_turtle(lines.blocks(), output)


# Formats that hold one graph, of the view they are given.
_VIEWS: Final[Mapping[str, Callable[[View, Built, IO[bytes]], None]]] = MappingProxyType(
    {
        "turtle": lambda view, _, output: write_turtle(view.blocks(), output),
        "ntriples": _lines,
        "rdfxml": lambda view, _, output: write_rdfxml(view, output),
        "jsonld": _jsonld,
    }
)
# Formats that hold the whole dataset, or describe it. Sorted N-Quads are canonical.
_WHOLES: Final[Mapping[str, Callable[[Built, IO[bytes]], None]]] = MappingProxyType(
    {"trig": _trig, "nquads": _canonical, "canonical": _canonical, "void": _void}
)
