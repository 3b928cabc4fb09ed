"""The formats that a dataset is exported in: name, file suffix, media type, what each carries.

Media types are those of the [IANA registry](https://www.iana.org/assignments/media-types/media-types.xhtml).
"""

import re
from dataclasses import dataclass
from typing import Final

from mfgraph.errors import UsageError


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write the dataset down.

    `carries_graphs` says whether the source of each statement stays visible in it as a
    named graph; `is_folder`, that it is several files in a folder.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    carries_graphs: bool = False
    is_folder: bool = False


# The plainest format of a media type or suffix stands first: a lookup stops at the first.
FORMATS: Final[tuple[Format, ...]] = (
    Format("turtle", "Turtle", (".ttl",), "text/turtle"),
    Format("trig", "TriG", (".trig",), "application/trig", carries_graphs=True),
    Format("ntriples", "N-Triples", (".nt",), "application/n-triples"),
    Format("nquads", "N-Quads", (".nq",), "application/n-quads", carries_graphs=True),
    Format("jsonld", "JSON-LD", (".jsonld", ".json"), "application/ld+json"),
    Format("rdfxml", "RDF/XML", (".rdf", ".xml"), "application/rdf+xml"),
    Format("csv", "CSV tables", (".csv",), "text/csv", is_folder=True),
    Format("void", "VoID and DCAT description", (".void.ttl",), "text/turtle"),
    Format(
        "canonical",
        "Canonical N-Quads",
        (".canonical.nq",),
        "application/n-quads",
        carries_graphs=True,
    ),
)
_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]")


def lookup(wanted: str) -> Format:
    """The format that a name, a file suffix or a media type stands for.

    Raises:
        UsageError: none does; the message lists them all and names the nearest.

    >>> lookup("N-Quads").media_type
    'application/n-quads'
    >>> lookup("text/turtle; charset=utf-8").name
    'turtle'
    >>> lookup("nt").name
    'ntriples'
    """
    text = wanted.partition(";")[0].strip().lower()
    name = _NOT_IN_NAMES.sub("", text)
    for found in FORMATS:
        if (
            name == found.name
            or text == found.media_type
            or f".{text.lstrip('.')}" in found.suffixes
        ):
            return found
    raise UsageError(f"unknown format {wanted!r}", hint=_listing(name))


def _listing(name: str) -> str:
    import difflib  # noqa: PLC0415  (only for a name that is not found)

    names = [found.name for found in FORMATS]
    near = difflib.get_close_matches(name, names, n=1)
    listing = f"formats are {', '.join(names)}"
    return f"did you mean {near[0]}? {listing}" if near else listing
