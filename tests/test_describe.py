"""The counts of the seed, worked out from the table of its claims."""

import re
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.build import Built, build
from mfgraph.describe import Section, describe, tell
from mfgraph.errors import SyntaxFault
from mfgraph.labels import Labels
from mfgraph.queries import Library
from mfgraph.terms import LANGUAGES, compact
from mfgraph.workspace import Workspace

NAMES: Final = [
    "dataset-size", "kinds-of-thing", "kinds-of-claim", "modes-of-claims", "certainties-of-claims",
    "languages-of-sources", "kinds-of-sources", "years-of-publication",
]  # fmt: skip
ARABIC: Final = re.compile(r"[\u0621-\u064a]")


@pytest.fixture(scope="module")
def sections(seed_built: Built) -> dict[str, Section]:
    return {section.name: section for section in describe(seed_built)}


def rows(section: Section) -> list[tuple[str | int, ...]]:
    return [
        tuple(
            compact(cell.value)
            if isinstance(cell, NamedNode)
            else int(cell.value)
            if isinstance(cell, Literal) and cell.value.isdecimal()
            else ""
            if cell is None
            else str(cell.value)
            for cell in row
            if cell is None or isinstance(cell, NamedNode | Literal)
        )
        for row in section.table.rows
    ]


def counted(section: Section) -> dict[str, int]:
    """The rows of a count of one kind each."""
    return {str(kind): int(count) for kind, count in rows(section)}


def test_the_counts_in_their_order(sections: dict[str, Section]) -> None:
    assert list(sections) == NAMES


def test_the_seed_is_one_source_with_its_text_and_55_claims(sections: dict[str, Section]) -> None:
    # 45 claims of the text and 10 readings that go past its words; 21 facts are on them.
    assert rows(sections["dataset-size"]) == [(1, 1, 0, 55, 21)]


def test_things_of_the_seed_by_class(sections: dict[str, Section]) -> None:
    found = counted(sections["kinds-of-thing"])
    assert {
        "foaf:Person": 2,
        "schema:Event": 1,
        "org:Membership": 2,
        "mf:Participation": 4,
        "mf:ReportedStatement": 10,
        "qb:Observation": 8,
        "mf:Breakdown": 3,
        "mf:LineOfAction": 4,
    }.items() <= found.items()
    assert not {"mf:Claim", "mf:Excerpt"} & found.keys()


def test_claims_of_the_seed_by_what_they_are_about(sections: dict[str, Section]) -> None:
    found = counted(sections["kinds-of-claim"])
    # C17–C20 and C25–C28, and two on each breakdown: C16 and C21, and C24 on both others.
    assert found["qb:Observation"] == 8
    assert found["mf:Breakdown"] == 3
    # C9 and C29; C34; C6.
    assert found["org:Membership"] == 2
    assert found["schema:foundingDate"] == 1
    assert found["dcterms:date"] == 1


def test_claims_of_the_seed_by_mode_and_certainty(sections: dict[str, Section]) -> None:
    # Of C1–C45: 23, 21 and 1 (C30); then C47, and C46 with C48–C55.
    modes = rows(sections["modes-of-claims"])
    assert modes == [
        ("assertion-mode:narrated", 23 + 1),
        ("assertion-mode:reported", 21),
        ("assertion-mode:inferred", 1 + 9),
    ]
    # Of C1–C45, 42 and 3; then C47, and C46 with C48–C55.
    assert rows(sections["certainties-of-claims"]) == [
        ("certainty:certain", 42 + 1),
        ("certainty:probable", 3 + 9),
    ]


def test_the_source_of_the_seed_is_arabic_and_gives_no_date(sections: dict[str, Section]) -> None:
    assert rows(sections["languages-of-sources"]) == [("ar", 1, 55)]
    assert rows(sections["years-of-publication"]) == [("", 1, 55)]


def test_in_three_languages_by_name(seed_built: Built) -> None:
    for lang in LANGUAGES:
        lines = list(tell(describe(seed_built, lang=lang), Labels(seed_built.store), lang))
        unstated = {"ar": "غير مذكور", "fr": "non indiqué", "en": "not stated"}[lang]
        assert sum(unstated in line for line in lines) >= 1
        assert (lang == "ar") == bool(ARABIC.search(lines[0]))


def test_a_record_holds_whole_addresses_and_numbers(sections: dict[str, Section]) -> None:
    record = sections["modes-of-claims"].record()
    assert record["title"] == "Claims by mode"
    assert record["rows"][1] == {
        "mode": "https://w3id.org/mfgraph/def/assertion-mode/reported",
        "claims": 21,
    }


def test_every_count_says_what_it_counts_in_three_languages(workspace: Workspace) -> None:
    queries = Library(workspace.queries).theme("describe")
    assert sorted(query.name for query in queries) == sorted(NAMES)
    for query in queries:
        texts = [query.header["title"], query.header["description"]]
        for text in texts + [column.label for column in query.columns]:
            assert set(text) == set(LANGUAGES)
            assert ARABIC.search(text["ar"])


def test_the_columns_are_those_of_the_headers(
    sections: dict[str, Section], seed: Workspace
) -> None:
    for query in Library(seed.queries).theme("describe"):
        assert [c.name for c in query.columns] == list(sections[query.name].table.names)


@pytest.mark.parametrize(
    ("line", "message"),
    [("#+ order: 1", "needs 'order'"), ('#+   fr: "Taille du jeu de données"', "needs 'title'")],
)
def test_a_count_without_order_or_title_is_refused(
    copy: Workspace, line: str, message: str
) -> None:
    path: Path = copy.queries / "describe/dataset-size.rq"
    text = path.read_text(encoding="utf-8")
    assert line in text
    path.write_text(text.replace(f"{line}\n", ""), encoding="utf-8")
    with pytest.raises(SyntaxFault) as caught:
        describe(build(copy))
    assert message in str(caught.value)
