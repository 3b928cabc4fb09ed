"""The register of sources: the slug of each address, its publisher, kind, date and title.

A slug is minted once and never made anew: it is part of the address of every claim of the
source. `data/register/sources.csv` holds them; an address that is not there gets a row.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mfgraph.errors import IngestError
from mfgraph.ingest.lines import Line
from mfgraph.workspace import Workspace

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One source: its address and what is known of it. What is not known is empty."""

    url: str
    slug: str
    outlet: str
    kind: str
    document: str
    title: str
    title_lang: str
    title_note: str
    date: str
    lang: str
    via: str
    release: str
    note: str


_COLUMNS: Final = tuple(field.name for field in fields(Entry))


def register_path(workspace: Workspace) -> Path:
    """Where the register of a workspace lies."""
    return workspace.root / "data" / "register" / "sources.csv"


def read_register(workspace: Workspace) -> dict[str, Entry]:
    """The entries of the register by address; none where there is no register yet.

    Raises:
        IngestError: the file has other columns than these.
    """
    path = register_path(workspace)
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != _COLUMNS:
            raise IngestError(
                f"the columns are not {', '.join(_COLUMNS)}", where=workspace.relative(path)
            )
        return {row["url"]: Entry(**row) for row in reader}


def write_register(entries: Iterable[Entry]) -> str:
    """The register as CSV, in the order in which its sources were met."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(astuple(entry) for entry in entries)
    return output.getvalue()


def entry_for(line: Line, known: Mapping[str, Entry]) -> Entry:
    """The entry of a line's source, or one made from what the line says of it.

    The publisher of a source that is new is its site, and its kind is press: a curator who
    knows better changes the register before the claims are made.
    """
    if line.url in known:
        return known[line.url]
    site = urlsplit(line.url).netloc.removeprefix("www.")
    # A name in Arabic letters gives no slug: the site's does.
    outlet = _slug(line.text("source_outlet") or "") or _slug(site.rpartition(".")[0] or site)
    taken = {entry.slug for entry in known.values()}
    return Entry(
        url=line.url,
        slug=_unique(_slug(f"{outlet}-{_tail(line.url)}"), taken),
        outlet=outlet,
        kind="press",
        document="schema:WebPage",
        title=line.text("source_title") or line.url,
        title_lang=line.text("source_lang") or "",
        title_note="" if line.text("source_title") else "the address, since no title is given",
        date=line.text("source_date") or "",
        lang=line.text("source_lang") or "",
        via="",
        release="",
        note="",
    )


def _tail(url: str) -> str:
    parts = [part for part in urlsplit(url).path.split("/") if part]
    return parts[-1].rpartition(".")[0] or parts[-1] if parts else "home"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")


def _unique(slug: str, taken: set[str]) -> str:
    number, free = 2, slug
    while free in taken:
        end = f"-{number}"
        free, number = f"{slug[: _LONGEST - len(end)].rstrip('-')}{end}", number + 1
    return free
