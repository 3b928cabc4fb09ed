"""What changed is told in the terms of the graph, as worked out by hand from the change made."""

import io
import json
import shutil
from pathlib import Path
from typing import Any

from mfgraph.diff import difference, write
from mfgraph.terms import LANGUAGES, Language
from mfgraph.vocab import term
from mfgraph.workspace import Workspace

ARTICLE = "data/sources/almassae-324458.ttl"
BY_STATUS = """"2002-02-02"^^xsd:date ;
    mf:claimStatus claim-status:preferred"""


def edited(workspace: Workspace, tmp_path: Path, name: str, *change: tuple[str, str]) -> str:
    """The folder of a copy of a workspace, in one file of which some words are others."""
    root = Path(shutil.copytree(workspace.root, tmp_path / "edited"))
    path = root / name
    text = path.read_text(encoding="utf-8")
    for old, new in change:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return str(root)


def changes(old: Workspace, new: str) -> dict[str, Any]:
    output = io.BytesIO()
    with difference(str(old.root), new, old) as found:
        write(found, "json", output)
    document: dict[str, Any] = json.loads(output.getvalue())
    return document


def told(old: Workspace, new: str, lang: Language, limit: int = 0) -> str:
    output = io.BytesIO()
    with difference(str(old.root), new, old) as found:
        write(found, "text", output, lang=lang, limit=limit)
    return output.getvalue().decode()


def test_a_choice_that_flips_says_which_rule_told(competing: Workspace, tmp_path: Path) -> None:
    new = edited(
        competing,
        tmp_path,
        "data/sources/made-up.ttl",
        (BY_STATUS, BY_STATUS.replace("preferred", "accepted")),
    )
    found = changes(competing, new)
    # Without its status, the claim is an inference, and the other is narrated.
    assert found["choices"] == [
        {
            "choice": term("choice:org-by-status--foundingDate").value,
            "old": term("claim:made-up-c02").value,
            "new": term("claim:made-up-c01").value,
            "rules": [
                term("choice-reason:claim-status").value,
                term("choice-reason:assertion-mode").value,
            ],
            "old_is_gone": False,
            "new_is_new": False,
        }
    ]
    day = f"^^{term('xsd:date')}"
    assert found["values"] == [
        {
            "thing": term("organization:by-status").value,
            "property": term("schema:foundingDate").value,
            "old": [f'"2002-02-02"{day}'],
            "new": [f'"2001-01-01"{day}'],
        }
    ]
    assert found["claims"] == {
        "removed": [],
        "added": [],
        "changed": [term("claim:made-up-c02").value],
    }


def test_a_claim_that_is_withdrawn_takes_its_value_with_it(copy: Workspace, tmp_path: Path) -> None:
    path = copy.root / ARTICLE
    claim = path.read_text(encoding="utf-8").partition("claim:almassae-324458-c34 a mf:Claim")[2]
    live = claim.partition("claim-status:accepted")[0] + "claim-status:accepted"
    new = edited(copy, tmp_path, ARTICLE, (live, live.replace("accepted", "withdrawn")))
    found = changes(copy, new)
    assert found["claims"]["removed"] == [term("claim:almassae-324458-c34").value]
    assert found["claims"]["added"] == found["claims"]["changed"] == found["values"] == []
    assert found["things"]["changed"] == [term("organization:fnam").value]
    # The other way round, the claim and what it says of the federation are new.
    with difference(new, str(copy.root), copy) as back:
        output = io.BytesIO()
        write(back, "json", output)
    assert json.loads(output.getvalue())["claims"]["added"] == found["claims"]["removed"]


def test_a_spelling_is_a_change_in_the_source_and_in_what_holds(
    copy: Workspace, tmp_path: Path
) -> None:
    spelled = 'sdmx-measure:obsValue "75.18"'
    new = edited(copy, tmp_path, ARTICLE, (spelled, spelled.replace("18", "180")))
    found = changes(copy, new)
    decimal = f"^^{term('xsd:decimal')}"
    assert [(value["old"], value["new"]) for value in found["values"]] == [
        ([f'"75.18"{decimal}'], [f'"75.180"{decimal}'])
    ]
    assert found["graphs"] == [
        {"graph": None, "removed": 1, "added": 1},
        {"graph": term("graph:source/almassae-324458").value, "removed": 1, "added": 1},
    ]


def test_it_is_told_in_three_languages_counts_first(competing: Workspace, tmp_path: Path) -> None:
    new = edited(
        competing,
        tmp_path,
        "data/sources/made-up.ttl",
        (BY_STATUS, BY_STATUS.replace("preferred", "accepted")),
    )
    # The status; the claim chosen, the one passed over and the rule; the date that holds.
    texts = {lang: told(competing, new, lang) for lang in LANGUAGES}
    assert (
        texts["en"]
        .split("\n\n")[0]
        .endswith(
            "statements: 5 added, 5 removed\n"
            "claims: 0 added, 0 withdrawn, 1 changed\n"
            "values changed: 1\n"
            "choices flipped: 1\n"
            "things: 0 added, 0 removed, 1 changed"
        )
    )
    assert "deciding rule: assertion mode, before it was claim status" in texts["en"]
    assert "(\u2068claim:made-up-c02\u2069)\u2069 ← \u2068" in texts["ar"]
    assert "choix renversés\u00a0: 1" in texts["fr"]


def test_a_limit_says_how_many_are_left_out(copy: Workspace, tmp_path: Path) -> None:
    root = Path(edited(copy, tmp_path, ARTICLE))
    (root / "data/sources/almassae-324458.ttl").unlink()
    (root / "data/sources/almassae-324458.txt").unlink()
    claims = len(changes(copy, str(root))["claims"]["removed"])
    assert claims == 55  # c01 to c55
    assert f"… and {claims - 2} more" in told(copy, str(root), "en", limit=2)
    assert "more (" not in told(copy, str(root), "en")


def test_versions_that_say_the_same_have_nothing_to_tell(copy: Workspace) -> None:
    assert told(copy, str(copy.root), "en").endswith("No difference: both versions say the same.\n")
