"""The page of the facts format: its examples are lines that are taken in, one of each kind."""

import json
import re
from pathlib import Path

from mfgraph.ingest import ingest
from mfgraph.ingest.converters import CONVERTERS
from mfgraph.workspace import Workspace

PAGE = Path(__file__).parents[2] / "docs" / "facts-format.md"


def test_there_is_an_example_of_each_kind_and_each_becomes_claims(
    copy: Workspace, tmp_path: Path
) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "facts.jsonl"
    path.write_text(block, encoding="utf-8")
    done = ingest([path], copy)
    assert [row.outcome for row in done.rows] == ["claims"] * len(CONVERTERS)
    assert {json.loads(line)["kind"] for line in block.splitlines()} == set(CONVERTERS)
