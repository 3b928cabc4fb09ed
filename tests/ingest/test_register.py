"""The register of sources: a slug for each address, minted once and never twice."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from mfgraph.errors import IngestError
from mfgraph.ingest.lines import Line
from mfgraph.ingest.register import Entry, entry_for, read_register, register_path, write_register
from mfgraph.workspace import Workspace

Make = Callable[[Mapping[str, Any]], Line]


def _line(make_line: Make, url: str, outlet: str | None) -> Line:
    return make_line({"fact_id": "f1", "kind": "role", "source_url": url, "source_outlet": outlet})


def test_a_slug_is_made_of_the_outlet_and_the_end_of_the_address(make_line: Make) -> None:
    line = _line(make_line, "https://www.lavieeco.com/?p=22455", "La Vie éco")
    assert (entry_for(line, {}).slug, entry_for(line, {}).outlet) == (
        "la-vie-eco-home",
        "la-vie-eco",
    )
    line = _line(make_line, "https://maghress.com/fr/financesnews/231.html", None)
    assert (entry_for(line, {}).slug, entry_for(line, {}).outlet) == ("maghress-231", "maghress")


def test_a_name_in_arabic_letters_leaves_the_slug_to_the_site(make_line: Make) -> None:
    entry = entry_for(_line(make_line, "https://www.hespress.com/198261.html", "هسبريس"), {})
    assert (entry.slug, entry.outlet) == ("hespress-198261", "hespress")


def test_a_known_address_keeps_its_row_and_another_gets_a_number(make_line: Make) -> None:
    first = entry_for(_line(make_line, "https://a.ma/1/prix", "A"), {})
    known = {first.url: first}
    again = entry_for(_line(make_line, "https://a.ma/1/prix", "Another name"), known)
    other = entry_for(_line(make_line, "https://a.ma/2/prix", "A"), known)
    assert again is first
    assert (first.slug, other.slug) == ("a-prix", "a-prix-2")


def test_a_slug_has_sixty_letters_at_most_with_its_number_too(make_line: Make) -> None:
    known: dict[str, Entry] = {}
    for number in range(11):
        entry = entry_for(_line(make_line, f"https://a.ma/{number}/{'x' * 90}", "A"), known)
        known[entry.url] = entry
    slugs = [entry.slug for entry in known.values()]
    assert len(set(slugs)) == 11
    assert {len(slug) for slug in slugs} == {60}
    assert slugs[-1].endswith("x-11")


def test_the_register_is_read_as_it_is_written(copy: Workspace) -> None:
    path = register_path(copy)
    text = path.read_text(encoding="utf-8")
    assert write_register(read_register(copy).values()) == text


def test_other_columns_are_refused(copy: Workspace) -> None:
    register_path(copy).write_text("url,slug\nhttps://a.ma/1,a-1\n", encoding="utf-8")
    with pytest.raises(IngestError, match=r"sources\.csv: the columns are not url, slug, outlet"):
        read_register(copy)
