"""The page as text: whole, the same each time, and nothing in its data can end its script."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import mfgraph.network
from mfgraph.build import Built
from mfgraph.errors import ExportError, UsageError
from mfgraph.network import Projection, draw
from mfgraph.network.page import LIBRARY, page

VENDOR = Path(mfgraph.network.__file__).parent / "vendor"


def _data(text: str) -> str:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return found[1]


def test_two_runs_give_the_same_bytes(
    seed_officials: Projection, seed_built: Built, tmp_path: Path
) -> None:
    one, other = (
        draw(seed_officials, tmp_path / name, lang="ar", store=seed_built.store).read_bytes()
        for name in ("one.html", "other.html")
    )
    assert one == other


def test_nothing_in_the_data_can_end_the_script(
    seed_officials: Projection, seed_built: Built
) -> None:
    node = replace(seed_officials.nodes[0], labels={"en": "</script><script>alert(1)</script><!--"})
    nodes = (node, *seed_officials.nodes[1:])
    text = page(replace(seed_officials, nodes=nodes), seed_built.store, "en")
    assert "alert(1)</script>" not in text
    names = [each["names"]["en"] for each in json.loads(_data(text))["nodes"]]
    assert "</script><script>alert(1)</script><!--" in names


def test_every_edge_of_the_page_has_its_proof(seed_events: Projection, seed_built: Built) -> None:
    data = json.loads(_data(page(seed_events, seed_built.store, "fr")))
    assert len(data["edges"]) == 2
    for edge in data["edges"]:
        claims = [data["claims"][number] for number in edge["claims"]]
        assert claims
        for claim in claims:
            assert claim["words"]
            assert data["sources"][claim["source"]]["url"] == "https://maghress.com/almassae/324458"


def test_an_empty_network_has_no_page(seed_officials: Projection, seed_built: Built) -> None:
    with pytest.raises(ExportError, match="is empty"):
        page(replace(seed_officials, edges=()), seed_built.store, "en")


def test_a_page_without_a_store_is_refused(seed_officials: Projection, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a page shows proofs"):
        draw(seed_officials, tmp_path / "n.html")


def test_each_vendored_script_is_used_and_has_its_license_and_version() -> None:
    assert {path.name for path in VENDOR.glob("*.js")} == {f"{name}.min.js" for name in LIBRARY}
    told = (VENDOR / "README.md").read_text("utf-8")
    for name in LIBRARY:
        script = (VENDOR / f"{name}.min.js").read_text("utf-8")
        version = re.match(rf"// https://d3js.org/{name}/ v([\d.]+) ", script)
        assert version is not None
        assert f"| {name} | {version[1]} | `{name}.min.js` |" in told
        assert (VENDOR / f"{name}.LICENSE").read_text("utf-8").startswith("Copyright ")
