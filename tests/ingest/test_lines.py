"""Lines as they are read: what every line has is there and of its form, or the file is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mfgraph.errors import IngestError
from mfgraph.ingest.lines import Fields, read_lines

Write = Callable[[str], Path]
LINE: dict[str, Any] = {
    "id": "org/fnam",
    "fact_id": "f0081",
    "kind": "organisation",
    "property": "founded",
    "value": "2001",
    "source_url": "https://maghress.com/fr/financesnews/231",
    "source_lang": "fr",
    "confidence": "high",
    "locator": "Depuis sa création en 2001, la FNAM est",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(text: str) -> Path:
        path = tmp_path / "facts.jsonl"
        path.write_text(text, encoding="utf-8")
        return path

    return to_file


def test_the_first_kind_of_file_is_known_by_its_numbers_the_second_by_its_ids(
    write: Write,
) -> None:
    second = {**LINE, "id": "stat/members/fnam/2008"}
    del second["fact_id"]
    lines = list(read_lines(write(f"{json.dumps(LINE)}\n\n{json.dumps(second)}\n")))
    assert [(line.number, line.key) for line in lines] == [
        (1, "f0081"),
        (3, "stat/members/fnam/2008"),
    ]


@pytest.mark.parametrize("separator", ["\u2028", "\u0085"])
def test_only_a_line_feed_ends_a_line(write: Write, separator: str) -> None:
    text = json.dumps({**LINE, "note": f"one{separator}two"}, ensure_ascii=False)
    (line,) = read_lines(write(text + "\r\n"))
    assert line.text("note") == f"one{separator}two"


def test_a_mark_of_byte_order_is_no_part_of_the_first_line(write: Write) -> None:
    assert [line.key for line in read_lines(write("\ufeff" + json.dumps(LINE)))] == ["f0081"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"confidence": "very high"}, "'confidence' cannot be 'very high'; say high, medium, low"),
        ({"source_url": "https://a.ma/a b"}, "'source_url' cannot be 'https://a.ma/a b'"),
        ({"source_url": "urn:x:y"}, "'source_url' cannot be 'urn:x:y'"),
        ({"source_lang": "français"}, "'source_lang' cannot be 'français'"),
        ({"source_date": "2008-13"}, "'source_date' cannot be '2008-13'"),
        ({"label": "FNAM"}, "'label' cannot be 'FNAM'; write a JSON object"),
        ({"dims": []}, "'dims' cannot be '[]'; write a JSON object"),
        ({"value": ["2001"]}, "'value' cannot be \"['2001']\"; write one text or number"),
        ({"note": "\ud800"}, "half of a surrogate pair is no character"),
    ],
)
def test_what_is_not_of_its_form_is_named_with_its_line(
    write: Write, change: dict[str, Any], said: str
) -> None:
    path = write(f"{json.dumps(LINE)}\n{json.dumps(LINE | change)}\n")
    with pytest.raises(IngestError) as caught:
        list(read_lines(path))
    assert str(caught.value).startswith(f"facts.jsonl:2: {said}")


def test_a_field_that_is_not_there_is_named() -> None:
    with pytest.raises(IngestError, match="the line has no 'position'"):
        Fields(LINE)["position"]
    assert Fields(LINE).get("position") is None
