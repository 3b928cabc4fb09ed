"""The CSV tables of the seed: how many rows, what stands in them, and how they are described.

The expected numbers and cells were counted and copied from the article and its claims.
"""

import csv
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from pyoxigraph import Literal, Quad

from mfgraph.build import Built
from mfgraph.errors import ExportError, SyntaxFault
from mfgraph.export import export
from mfgraph.export.tables import key, table_queries, tables
from mfgraph.queries import QueryFile, read
from mfgraph.vocab import PREFIXES, term
from mfgraph.workspace import Workspace

ROOT: Final = Path(__file__).parents[2]
QUERIES: Final = table_queries(Workspace.find(ROOT))
ID: Final = "https://w3id.org/mfgraph/id"
DEF: Final = "https://w3id.org/mfgraph/def"
Rows = list[dict[str, str]]

# One row a thing of the seed; there is nothing to choose between, so no choice.
COUNTS: Final = {
    "breakdowns": 3,
    "choices": 0,
    "claims": 55,
    "corrections": 4,
    "events": 1,
    "lines-of-action": 4,
    "memberships": 2,
    "observations": 8,
    "organizations": 3,
    "participations": 4,
    "people": 2,
    "places": 3,
    "sources": 1,
    "statements": 10,
}


@pytest.fixture(scope="module")
def folder(seed_built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "tables"
    export(seed_built, "csv", path)
    return path


def rows(folder: Path, name: str) -> Rows:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def by(column: str, found: Rows) -> Mapping[str, dict[str, str]]:
    return {row[column].rpartition("/")[2]: row for row in found}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_a_table_has_one_row_a_thing(folder: Path, name: str, count: int) -> None:
    assert count == len(rows(folder, name))


def test_the_folder_holds_the_tables_and_their_description(folder: Path) -> None:
    expected = {f"{name}.csv" for name in [*COUNTS, "concepts"]} | {"csv-metadata.json"}
    assert expected == {path.name for path in folder.iterdir()}


def test_every_code_of_the_lists_is_in_the_concepts(folder: Path, seed_built: Built) -> None:
    codes = {
        quad.subject.value
        for quad in seed_built.files
        if quad.predicate == term("rdf:type") and quad.object == term("skos:Concept")
    }
    assert codes == {row["concept"] for row in rows(folder, "concepts")}


def test_a_claim_stands_with_its_words(folder: Path) -> None:
    claim = by("claim", rows(folder, "claims"))["almassae-324458-c25"]
    assert claim["quote"] == "نسبة النساء المستفيدات من نشاط الحرف التقليدية بلغ.18 . 75 في المائة"
    assert (claim["start"], claim["end"]) == ("1142", "1210")
    assert claim["as_printed"] == "18 . 75"
    assert claim["source"] == f"{ID}/source/almassae-324458"
    assert claim["asserted_by"] == f"{ID}/person/mohamed-el-mazouri"
    assert claim["certainty"] == f"{DEF}/certainty/probable"
    assert claim["mode"] == f"{DEF}/assertion-mode/reported"


def test_a_property_claim_says_what_of_what(folder: Path) -> None:
    claim = by("claim", rows(folder, "claims"))["almassae-324458-c34"]
    assert claim["subject"] == f"{ID}/org/fnam"
    assert claim["property"] == "https://schema.org/foundingDate"
    assert claim["object"] == "2001-10-04"
    assert claim["supports"] == ""


def test_every_quote_is_the_slice_it_claims_to_be(folder: Path) -> None:
    text = (ROOT / "data" / "sources" / "almassae-324458.txt").read_text(encoding="utf-8")
    for claim in rows(folder, "claims"):
        assert claim["quote"] == text[int(claim["start"]) : int(claim["end"])]


def test_the_figures_of_the_seed(folder: Path) -> None:
    found = by("observation", rows(folder, "observations"))
    prefix = "almassae-324458--share"
    assert {name: row["value"] for name, row in found.items()} == {
        f"{prefix}-by-activity--commerce": "58",
        f"{prefix}-by-activity--crafts": "21",
        f"{prefix}-by-activity--services": "15",
        f"{prefix}-by-activity--agriculture": "6",
        f"{prefix}-sex-within-activity--crafts-f": "75.18",
        f"{prefix}-sex-within-activity--crafts-m": "24.82",
        f"{prefix}-sex-within-activity--commerce-m": "52.77",
        f"{prefix}-sex-within-activity--commerce-f": "47.23",
    }
    assert {row["unit_counted"] for row in found.values()} == {f"{DEF}/unit-counted/not-stated"}
    women = found[f"{prefix}-sex-within-activity--crafts-f"]
    assert women["as_printed"] == "18 . 75"
    assert women["status"] == f"{DEF}/obs-status/corrected"
    assert women["share_basis"] == f"{DEF}/share-basis/beneficiaries-in-crafts"


def test_the_round_table(folder: Path) -> None:
    (event,) = rows(folder, "events")
    assert event["date"] == "XXXX-09"
    assert event["location"] == f"{ID}/site/cms-casablanca"
    assert event["organizers"] == f"{ID}/org/cms | {ID}/org/fnam"
    assert event["subjects"] == (
        f"{DEF}/topic/client-protection | {DEF}/topic/social-responsibility"
    )


def test_who_serves_where_in_three_languages(folder: Path) -> None:
    found = by("membership", rows(folder, "memberships"))
    row = found["mohamed-el-mazouri--fnam--delegate-general"]
    assert row["member_ar"] == "محمد المازوري"
    assert row["role_fr"] == "délégué général"
    assert row["organization_en"] == "National Federation of Microcredit Associations"
    assert (row["begin"], row["attested"], row["end_day"]) == ("", "", "")


def test_who_took_part_as_what(folder: Path) -> None:
    found = rows(folder, "participations")
    roles = {row["participant"].removeprefix(ID): row["participation_role"] for row in found}
    assert roles == {
        "/org/fnam": f"{DEF}/participation-role/organiser",
        "/org/cms": f"{DEF}/participation-role/co-organiser",
        "/person/mohamed-el-mazouri": f"{DEF}/participation-role/speaker",
        "/person/youssef-errami": f"{DEF}/participation-role/speaker",
    }


def test_one_statement_may_rest_on_two_quotes(folder: Path) -> None:
    statement = by("statement", rows(folder, "statements"))["almassae-324458-s2"]
    assert statement["quotes"] == (
        "مؤكدا على ضرورة التفكير والعمل على تحفيز نشر الممارسات الجيدة"
        " | وتشجيع الشراكات لتجاوز التحديات والعراقيل"
    )
    assert statement["claims"] == (
        f"{ID}/claim/almassae-324458-c12 | {ID}/claim/almassae-324458-c13"
    )


def test_corrections_give_both_forms(folder: Path) -> None:
    found = by("correction", rows(folder, "corrections"))
    assert {name: (row["printed"], row["reading"]) for name, row in found.items()} == {
        "24-44": ("لجمعية القروض الصغرى", "لجمعيات القروض الصغرى"),
        "1011-1019": ("المازروي", "المازوري"),
        "1192-1200": (".18 . 75", "75.18"),
        "2029-2045": ("مركز محمد الخامس", "مركز محمد السادس"),
    }


def test_files_follow_rfc_4180(folder: Path) -> None:
    content = (folder / "claims.csv").read_bytes()
    assert content.startswith(b"claim,excerpt,")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_cells_with_several_values_are_sorted(folder: Path) -> None:
    several = 0
    for query in QUERIES:
        iris = {column.name for column in query.columns if column.type == "iri"}
        for row in rows(folder, query.name):
            for values in (row[name].split(" | ") for name in iris):
                assert values == sorted(values)
                several += len(values) > 1
    assert several > 10


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: str(query.name))
def test_a_table_is_defined_in_full(query: QueryFile, folder: Path) -> None:
    columns = [column.name for column in query.columns]
    (select,) = re.findall(r"^SELECT ((?:\?\w+\s*)+)", query.text, re.MULTILINE)
    assert columns == select.replace("?", "").split()
    assert all(set(column.label) == {"ar", "fr", "en"} for column in query.columns)
    assert set(query.question) == {"ar", "fr", "en"}
    declared = dict(re.findall(r"^PREFIX ([\w-]+): <(.*)>$", query.text, re.MULTILINE))
    assert declared.items() <= PREFIXES.items()
    header = (folder / f"{query.name}.csv").read_text(encoding="utf-8").split("\n")[0]
    assert columns == header.strip().split(",")
    keys = [tuple(row[name] for name in key(query)) for row in rows(folder, query.name)]
    assert keys == sorted(set(keys))


def test_there_are_fifteen_tables() -> None:
    assert len(QUERIES) == 15


def test_the_description_names_each_table_and_column(folder: Path) -> None:
    description: dict[str, Any] = json.loads((folder / "csv-metadata.json").read_bytes())
    described = {table["url"]: table["tableSchema"] for table in description["tables"]}
    assert set(described) == {f"{query.name}.csv" for query in QUERIES}
    claims = {column["name"]: column for column in described["claims.csv"]["columns"]}
    assert described["claims.csv"]["primaryKey"] == ["claim", "excerpt"]
    assert claims["start"]["datatype"] == "integer"
    assert claims["subject"]["datatype"] == "anyURI"
    assert claims["notes_ar"]["textDirection"] == "rtl"
    assert claims["supports"]["separator"] == " | "
    assert {"@value": "النص المقتبس", "@language": "ar"} in claims["quote"]["dc:title"]


def test_a_value_with_a_comma_quotes_and_a_line_break_is_one_cell(
    holding: Callable[..., Built],
) -> None:
    name = Literal('He said "no",\nthen left', language="en")
    person = term("person:x")
    quads = [
        Quad(person, term("rdf:type"), term("foaf:Person")),
        Quad(person, term("skos:prefLabel"), name),
    ]
    content = dict(tables(holding([], quads)))["people.csv"].decode()
    assert '"He said ""no"",\nthen left"' in content
    assert list(csv.reader(content.splitlines(keepends=True)))[1][3] == name.value


def test_a_workspace_without_tables_says_so(tmp_path: Path, seed_built: Built) -> None:
    (tmp_path / "mfgraph.toml").touch()
    with pytest.raises(ExportError, match="the workspace defines no table"):
        list(tables(Built(Workspace(tmp_path), seed_built.store)))


def test_a_key_that_is_no_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.rq"
    path.write_text("#+ key: [persn]\n#+ columns: {person: iri}\nSELECT ?person {}\n")
    with pytest.raises(SyntaxFault, match=r"'key' in the header .* columns are person"):
        key(read(path))
