"""S-13 and S-18, the parts that a shape cannot see: bytes on disk, and dates with gaps.

The build refuses a workspace whose texts were altered. A store that was saved earlier is
held against the bytes that lie there now.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rdflib import Literal, URIRef

from mfgraph.dates import is_edtf
from mfgraph.phrases import phrase
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES, compact
from mfgraph.validate.queries import rows
from mfgraph.validate.report import Result, Severity, by_language
from mfgraph.vocab import PREFIXES, SHAPES
from mfgraph.workspace import Workspace

TEXT_RULE: Final = "S-13"
DATE_RULE: Final = "S-18"


def stored_texts(store: Store, workspace: Workspace) -> Iterator[Result]:
    """What is wrong between the stored texts and their descriptions in the store.

    Needs the workspace the store was built from. The text of `source:almassae-324458` lies in
    `data/sources/almassae-324458.txt`.
    """
    files = {path.stem: path for path in workspace.text_files()}
    for row in rows(store, "texts"):
        slug = row.get("source", "").removeprefix(PREFIXES["source"])
        key, values = _fault(row, files.get(slug))
        if key:
            yield _result(TEXT_RULE, row["text"], phrases=(key, values))


def edtf_dates(store: Store) -> Iterator[Result]:
    """Each literal that claims to be EDTF and is not in a form that the data may use."""
    for row in rows(store, "dates"):
        if not is_edtf(row["value"]):
            yield _result(
                DATE_RULE,
                row["entity"],
                phrases=("no-date", {"value": row["value"]}),
                path=row["property"],
                value=row["value"],
            )


def _fault(row: dict[str, str], path: Path | None) -> tuple[str, dict[str, str]]:
    if path is None:
        return "text-missing", {}
    content = path.read_bytes()
    found, claimed = hashlib.sha256(content).hexdigest(), row.get("sha256", "")
    if found != claimed:
        return "text-altered", {"found": found[:12], "claimed": claimed[:12]}
    text = content.decode("utf-8", errors="replace")
    if text != row.get("characters"):
        return "text-stale", {}
    return ("", {}) if unicodedata.is_normalized("NFC", text) else ("text-not-nfc", {})


def _result(
    rule: str,
    focus: str,
    *,
    phrases: tuple[str, dict[str, str]],
    path: str | None = None,
    value: str | None = None,
) -> Result:
    key, values = phrases
    datatype = URIRef(PREFIXES["edtf"] + "EDTF")
    return Result(
        focus=URIRef(focus),
        rule=rule,
        severity=Severity.VIOLATION,
        component=SHAPES + rule,
        messages=by_language({la: phrase(f"validate.{key}", la, **values) for la in LANGUAGES}),
        path=None if path is None else compact(path),
        value=None if value is None else Literal(value, datatype=datatype),
    )
