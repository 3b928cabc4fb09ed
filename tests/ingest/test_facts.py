"""Facts taken into a workspace: once, whole or not at all, and never over an edit."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from mfgraph.build import build
from mfgraph.claims import claims
from mfgraph.errors import IngestError
from mfgraph.ingest import ingest
from mfgraph.workspace import Workspace

Facts = Callable[..., Path]
URL = "https://example.org/news/1"
FOUNDED: dict[str, Any] = {
    "id": "org/fnam",
    "fact_id": "f9001",
    "kind": "organisation",
    "tier": "core",
    "property": "founded",
    "value": "2001",
    "precision": "year",
    "source_url": URL,
    "source_title": "Entretien",
    "source_outlet": "Al Massae",
    "source_date": "2008-05",
    "source_lang": "fr",
    "confidence": "medium",
    "note": "Less precise than the seed.",
    "locator": "Depuis sa création en 2001, la FNAM est",
}
PRESIDES: dict[str, Any] = FOUNDED | {
    "id": "role/mohamed-el-mazouri--fnam--president",
    "fact_id": "f9002",
    "kind": "role",
    "person": "person/mohamed-el-mazouri",
    "organisation": "org/fnam",
    "position": "president",
    "start": "2007-03-02",
    "start_precision": "month",
    "note": None,
    "locator": "élu président en mars 2007",
}


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    def write(*lines: Mapping[str, Any], name: str = "facts.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write


def _files(workspace: Workspace) -> dict[str, bytes]:
    data = workspace.root / "data"
    return {p.relative_to(data).as_posix(): p.read_bytes() for p in data.rglob("*") if p.is_file()}


def test_a_line_becomes_a_claim_with_its_locator_and_note(copy: Workspace, facts: Facts) -> None:
    done = ingest([facts(FOUNDED)], copy)
    assert done.counts() == {"claims": 1}
    (claim,) = (c for c in claims(build(copy).store) if "almassae-324458" not in c.iri)
    assert claim.iri.endswith("/claim/al-massae-1-c01")
    assert (claim.subject or "").endswith("/org/fnam")
    assert str(claim.value) == '"2001"^^<http://id.loc.gov/datatypes/edtf/EDTF>'
    assert (claim.certainty or "").endswith("/probable")
    assert claim.note() == {"en": "Less precise than the seed."}
    assert [locator.phrase for locator in claim.locators] == [FOUNDED["locator"]]
    assert claim.evidence == ()


def test_a_start_is_a_claim_of_the_interval_no_finer_than_printed(
    copy: Workspace, facts: Facts
) -> None:
    ingest([facts(PRESIDES)], copy)
    text = (copy.root / "data/sources/al-massae-1.ttl").read_text(encoding="utf-8")
    assert (
        "    mf:claimSubject membership:mohamed-el-mazouri--fnam--president\\#interval ;\n"
        "    mf:claimPredicate time:hasBeginning ;\n"
        "    mf:claimObject membership:mohamed-el-mazouri--fnam--president\\#2007-03 ;\n"
    ) in text
    assert "2007-03-02" not in text


def test_a_second_run_changes_nothing(copy: Workspace, facts: Facts) -> None:
    path = facts(FOUNDED, PRESIDES)
    ingest([path], copy)
    before = _files(copy)
    done = ingest([path], copy)
    assert done.counts() == {"already": 2}
    assert done.written == ()
    assert _files(copy) == before


def test_an_edit_by_hand_survives_and_numbers_go_on(copy: Workspace, facts: Facts) -> None:
    ingest([facts(FOUNDED)], copy)
    path = copy.root / "data/sources/al-massae-1.ttl"
    edited = (
        path.read_text(encoding="utf-8").replace("certainty:probable", "certainty:certain")
        + "# A curator's remark.\n"
    )
    path.write_text(edited, encoding="utf-8")
    ingest([facts(FOUNDED, PRESIDES)], copy)
    text = path.read_text(encoding="utf-8")
    assert "certainty:certain" in text
    assert "# A curator's remark." in text
    assert "claim:al-massae-1-c02 a mf:Claim" in text
    assert text.count("claim:al-massae-1-c01 a mf:Claim") == 1
    assert "at:2 a mf:Locator" in text
    build(copy)


def test_a_new_source_is_written_into_the_register(copy: Workspace, facts: Facts) -> None:
    ingest([facts(FOUNDED)], copy)
    rows = (copy.root / "data/register/sources.csv").read_text(encoding="utf-8").splitlines()
    assert (
        rows[-1] == f"{URL},al-massae-1,al-massae,press,schema:WebPage,Entretien,fr,,2008-05,fr,,,"
    )


def test_the_seed_gets_keys_and_no_new_claims(copy: Workspace, facts: Facts) -> None:
    seed = copy.root / "data/sources/almassae-324458.ttl"
    for line in ("f0079", "f0062"):
        text = seed.read_text(encoding="utf-8")
        seed.write_text(text.replace(f'    dcterms:identifier "{line}" ;\n', ""), encoding="utf-8")
    bare = seed.read_text(encoding="utf-8")
    address = "https://maghress.com/almassae/324458"
    lines = [FOUNDED | {"fact_id": key, "source_url": address} for key in ("f0079", "f0062")]
    register = copy.root / "data/register/sources.csv"
    if not register.is_file():
        pytest.fail("the register holds the address of the seed")
    done = ingest([facts(*lines)], copy)
    assert done.counts() == {"claims": 2}
    text = seed.read_text(encoding="utf-8")
    assert 'claim:almassae-324458-c34 a mf:Claim ;\n    dcterms:identifier "f0079" ;' in text
    assert 'claim:almassae-324458-c42 a mf:Claim ;\n    dcterms:identifier "f0062" ;' in text
    added = {'    dcterms:identifier "f0079" ;', '    dcterms:identifier "f0062" ;'}
    assert set(text.splitlines()) - set(bare.splitlines()) <= added


def test_a_private_detail_is_left_out_with_its_reason(copy: Workspace, facts: Facts) -> None:
    line = FOUNDED | {"kind": "person", "id": "person/youssef-errami", "property": "born"}
    (row,) = ingest([facts(line)], copy).rows
    assert (row.outcome, row.reason) == ("skipped", "a private detail, not of the public role")


def test_a_dry_run_writes_nothing(copy: Workspace, facts: Facts) -> None:
    before = _files(copy)
    done = ingest([facts(FOUNDED)], copy, dry=True)
    assert [path.name for path in done.written] == ["al-massae-1.ttl", "sources.csv"] or [
        path.name for path in done.written
    ] == ["sources.csv", "al-massae-1.ttl"]
    assert _files(copy) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "facts.jsonl:1: not JSON"),
        ("[1]", "facts.jsonl:1: a line is one JSON object"),
        ('{"kind": "role"}', "facts.jsonl:1: the line has no 'source_url'"),
        (json.dumps(FOUNDED | {"kind": "rumor"}), "facts.jsonl:1: no line is of kind 'rumor'"),
        (json.dumps({**FOUNDED, "fact_id": None, "id": None}), "neither 'fact_id' nor 'id'"),
    ],
)
def test_a_bad_line_is_one_clear_error_and_nothing_is_written(
    copy: Workspace, tmp_path: Path, text: str, said: str
) -> None:
    before = _files(copy)
    path = tmp_path / "facts.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IngestError) as caught:
        ingest([path], copy)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert _files(copy) == before


def test_a_word_that_no_table_has_is_reported_and_the_rest_goes_on(
    copy: Workspace, facts: Facts
) -> None:
    strange = PRESIDES | {"fact_id": "f9003", "position": "grand-vizier"}
    done = ingest([facts(strange, FOUNDED)], copy)
    assert [row.outcome for row in done.rows] == ["skipped", "claims"]
    assert "'grand-vizier' stands for nothing" in done.rows[0].reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"value": None}, "the line has no 'value'"),
        ({"value": "2001-13", "precision": "month"}, "'2001-13' is no date"),
        ({"property": "member_count", "value": "many"}, "a figure is not a number"),
        ({"property": "website", "value": "not a site"}, "a value is not of its form"),
        ({"property": "anthem"}, "no property of organizations is called 'anthem'"),
        ({"kind": "participation"}, "the line has no 'participation_role'"),
    ],
)
def test_a_fault_of_one_line_is_its_reason_and_the_rest_goes_on(
    copy: Workspace, facts: Facts, change: dict[str, Any], reason: str
) -> None:
    faulty = FOUNDED | {"fact_id": "f9004", "source_url": "https://example.org/news/2"} | change
    done = ingest([facts(faulty, FOUNDED)], copy)
    assert [row.outcome for row in done.rows] == ["skipped", "claims"]
    assert reason in done.rows[0].reason
    register = (copy.root / "data/register/sources.csv").read_text(encoding="utf-8")
    assert "https://example.org/news/2" not in register


def test_a_key_is_taken_once(copy: Workspace, facts: Facts) -> None:
    done = ingest([facts(FOUNDED, FOUNDED | {"value": "1999"})], copy)
    assert [(row.outcome, row.reason) for row in done.rows] == [
        ("claims", ""),
        ("skipped", "an earlier line of these files has this key"),
    ]
    assert "1999" not in (copy.root / "data/sources/al-massae-1.ttl").read_text(encoding="utf-8")


def test_a_claim_of_the_seed_that_is_not_found_is_an_error(copy: Workspace, facts: Facts) -> None:
    seed = copy.root / "data/sources/almassae-324458.ttl"
    text = seed.read_text(encoding="utf-8").replace('    dcterms:identifier "f0079" ;\n', "")
    seed.write_text(text.replace("-c34 a mf:Claim ;", "-c34\n    a mf:Claim ;"), encoding="utf-8")
    before = _files(copy)
    line = FOUNDED | {"fact_id": "f0079", "source_url": "https://maghress.com/almassae/324458"}
    with pytest.raises(IngestError, match=r"almassae-324458.ttl: no claim c34 begins with"):
        ingest([facts(line)], copy)
    assert _files(copy) == before
