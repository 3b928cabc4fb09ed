"""Headers of questions as they were last read, kept as JSON beside the stores.

To load what reads YAML takes longer than most questions take to answer. A header is kept with the
lines it was read from, and counts for these lines alone.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mfgraph.errors import ExportError
from mfgraph.files import replace


@dataclass(frozen=True, slots=True)
class KeptHeaders:
    """The folder of the headers; where stores are kept it is made when the first is read."""

    folder: Path

    def find(self, query: Path, lines: str) -> Mapping[str, Any] | None:
        """The header that was read from these lines of a query, or nothing if none was."""
        try:
            kept = json.loads(self._place(query).read_bytes())
            return dict(kept["header"]) if kept["lines"] == lines else None
        except (OSError, ValueError, LookupError, TypeError):  # none is kept, or it is damaged
            return None

    def keep(self, query: Path, lines: str, header: Mapping[str, Any]) -> None:
        """Keep a header for the next who asks; who may not write reads it again."""
        if self.folder.parent.is_dir():
            with suppress(ExportError):
                said = json.dumps({"lines": lines, "header": header})
                replace(self._place(query), said.encode())

    def _place(self, query: Path) -> Path:
        return self.folder / f"{query.parent.name}.{query.stem}.json"
