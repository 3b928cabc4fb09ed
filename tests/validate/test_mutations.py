"""Each fault a curator may make is caught, by the build or by validation, at its file and line.

Every test changes one thing in a copy of the workspace. The sums were added by hand:
18.75 + 24.82 = 43.57; 59 + 21 + 15 + 6 = 101; 58.4 + 21 + 15 + 6 = 100.4.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest

from mfgraph.build import build
from mfgraph.errors import MfgraphError, QuoteMismatch, SourceFault
from mfgraph.validate import Report, Severity, validate
from mfgraph.workspace import Workspace

Edit = Callable[[str, str, str], int]
SEED: Final = "data/sources/almassae-324458.ttl"
TEXT: Final = "data/sources/almassae-324458.txt"
ORGANIZATIONS: Final = "data/entities/organizations.ttl"
INTERVAL: Final = "membership:mohamed-el-mazouri--fnam--delegate-general\\#interval"


@dataclass(frozen=True)
class Mutation:
    """One edit, and what must be said of it at which statement of which file."""

    edit: tuple[str, str, str]
    rule: str
    said: str
    at: tuple[str, str]


MUTATIONS: Final = {
    "a share read as it is printed": Mutation(
        (SEED, 'obsValue "75.18"', 'obsValue "18.75"'),
        "S-23",
        "43.57",
        (SEED, "breakdown:almassae-324458--crafts-by-sex a "),
    ),
    "a share one too high": Mutation(
        (SEED, 'obsValue "58"', 'obsValue "59"'),
        "S-23",
        "101",
        (SEED, "breakdown:almassae-324458--activity-mix a "),
    ),
    "a statement without speaker": Mutation(
        (
            SEED,
            "-s1 a mf:ReportedStatement ;\n    mf:speaker person:mohamed-el-mazouri ;",
            "-s1 a mf:ReportedStatement ;",
        ),
        "S-15",
        "without speaker",
        (SEED, "statement:almassae-324458-s1 a "),
    ),
    "a speaker in another's capacity": Mutation(
        (
            SEED,
            "-s1 a mf:ReportedStatement ;\n    mf:speaker person:mohamed-el-mazouri ;",
            "-s1 a mf:ReportedStatement ;\n    mf:speaker person:youssef-errami ;",
        ),
        "S-16",
        "not the member in that capacity",
        (SEED, "statement:almassae-324458-s1 a "),
    ),
    "a claim without evidence": Mutation(
        (SEED, "    mf:evidence x:1755-1767 ;\n", ""),
        "S-10",
        "at least one excerpt",
        (SEED, "claim:almassae-324458-c36 a "),
    ),
    "a record without claim": Mutation(
        (SEED, "mf:supports line-of-action:cms--information-system ;", ""),
        "S-09",
        "No claim supports this record",
        ("data/entities/lines-of-action.ttl", "line-of-action:cms--information-system a "),
    ),
    "a founding date without claim": Mutation(
        (
            ORGANIZATIONS,
            "organization:cms a org:FormalOrganization , org:Organization ;",
            (
                "organization:cms a org:FormalOrganization , org:Organization ;\n"
                '    <https://schema.org/foundingDate> "2007-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ;'
            ),
        ),
        "S-08",
        "2007-01-01 has no",
        (ORGANIZATIONS, "organization:cms a "),
    ),
    "an office that ends before it begins": Mutation(
        (
            SEED,
            f"{INTERVAL} a time:ProperInterval ;",
            (
                f"{INTERVAL} a time:ProperInterval ;\n"
                "    time:hasBeginning event:begin ; time:hasEnd event:end .\n"
                'event:begin time:inXSDDate "2012-05-02"^^xsd:date .\n'
                'event:end time:inXSDDate "2011-05-02"^^xsd:date .\n'
                f"{INTERVAL}"
            ),
        ),
        "S-06",
        "Ends (2011-05-02) before it begins (2012-05-02)",
        (SEED, "membership:mohamed-el-mazouri--fnam--delegate-general a "),
    ),
    "an office before the federation was founded": Mutation(
        (
            SEED,
            "event:rt-protection-clients\\#day a time:Instant ;",
            (
                "event:rt-protection-clients\\#day a time:Instant ;\n"
                '    time:inXSDDate "1999-09-15"^^xsd:date ;'
            ),
        ),
        "S-07",
        "1999-09-15, before organization:fnam was founded (2001-10-04)",
        (SEED, "membership:mohamed-el-mazouri--fnam--delegate-general a "),
    ),
    "no French name": Mutation(
        (ORGANIZATIONS, '"Fédération nationale des associations de microcrédit"@fr ,', ""),
        "S-02",
        "French name missing",
        (ORGANIZATIONS, "organization:fnam a "),
    ),
    "two Arabic names": Mutation(
        (
            ORGANIZATIONS,
            '"Fédération nationale des associations de microcrédit"@fr ,',
            '"Fédération nationale des associations de microcrédit"@fr , "فدرالية الجمعيات"@ar ,',
        ),
        "S-02",
        "Two names in one language",
        (ORGANIZATIONS, "organization:fnam a "),
    ),
    "an event that nobody described": Mutation(
        (
            SEED,
            "schema:about event:rt-protection-clients ;\n    mf:madeAt event:rt-protection-clients .",
            "schema:about event:rt-protection-clients ;\n    mf:madeAt event:nowhere .",
        ),
        "S-30",
        "event:nowhere is referred to by statement:almassae-324458-s1 but not described",
        (SEED, "statement:almassae-324458-s1 a "),
    ),
    "a second entity of the same name but for hamza, ya, shadda and tatweel": Mutation(
        (
            ORGANIZATIONS,
            "organization:cms a org:FormalOrganization , org:Organization ;",
            (
                "organization:double a org:FormalOrganization , org:Organization ;\n"
                '    skos:prefLabel "الفيدراليّة الوطنيـة لجمعيات القروض الصغري"@ar , "Double"@fr .\n\n'
                "organization:cms a org:FormalOrganization , org:Organization ;"
            ),
        ),
        "S-31",
        "Two entities share the name key",
        (ORGANIZATIONS, "organization:double a "),
    ),
    "an IRI that breaks its pattern": Mutation(
        (
            ORGANIZATIONS,
            "organization:cms a org:FormalOrganization , org:Organization ;",
            (
                "organization:Second_Center a org:FormalOrganization , org:Organization ;\n"
                '    skos:prefLabel "مركز ثان"@ar , "Second centre"@fr .\n\n'
                "organization:cms a org:FormalOrganization , org:Organization ;"
            ),
        ),
        "S-01",
        "does not follow the pattern of an organization",
        (ORGANIZATIONS, "organization:Second_Center a "),
    ),
}


def line_of(workspace: Workspace, name: str, start: str) -> int:
    lines = (workspace.root / name).read_text(encoding="utf-8").splitlines()
    (found,) = (number for number, line in enumerate(lines, 1) if line.startswith(start))
    return found


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_faulty_fact_is_a_violation_at_its_line(copy: Workspace, edit: Edit, name: str) -> None:
    mutation = MUTATIONS[name]
    edit(*mutation.edit)
    report = validate(build(copy))
    assert not report.conforms()
    places = [
        (result.location.path.as_posix(), result.location.line)
        for result in report.results
        if result.rule == mutation.rule
        and result.severity is Severity.VIOLATION
        and mutation.said in result.message("en")
        and result.location is not None
    ]
    file, start = mutation.at
    assert (file, line_of(copy, file, start)) in places


def refused(workspace: Workspace, error: type[MfgraphError]) -> str:
    with pytest.raises(error) as caught:
        build(workspace)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_an_offset_that_is_off_by_one(copy: Workspace, edit: Edit) -> None:
    edit(SEED, "    oa:start 0 ;\n    oa:end 104 .", "    oa:start 1 ;\n    oa:end 105 .")
    line = line_of(copy, SEED, "x:0-104 a ")
    assert refused(copy, QuoteMismatch).startswith(f"{SEED}:{line}: the text at 1-105 is «ظمت ")


def test_one_letter_of_a_quote(copy: Workspace, edit: Edit) -> None:
    edit(SEED, 'oa:exact "وتعد جمعية مغربية غير ربحية"', 'oa:exact "وتعد جمعية مغربية غير ربحيه"')
    line = line_of(copy, SEED, "x:1750-1777 a ")
    assert refused(copy, QuoteMismatch) == (
        f"{SEED}:{line}: the text at 1750-1777 is «وتعد جمعية مغربية غير ربحية», "
        "not «وتعد جمعية مغربية غير ربحيه»; "
        "copy the quote from the stored text and count in code points"
    )


def test_one_character_of_the_stored_text(copy: Workspace, edit: Edit) -> None:
    edit(TEXT, "الوطنية لجمعية القروض", "الوطنيه لجمعية القروض")
    line = line_of(copy, SEED, "text:almassae-324458-1 a ")
    said = refused(copy, SourceFault)
    assert said.startswith(f"{SEED}:{line}: the stored text does not match its fingerprint: ")


def test_the_stored_text_is_deleted(copy: Workspace) -> None:
    (copy.root / TEXT).unlink()
    said = refused(copy, SourceFault)
    assert said.startswith(f"{SEED}:")
    assert f"{TEXT} is missing" in said


def test_the_description_of_a_text_is_deleted(copy: Workspace) -> None:
    (copy.root / SEED).unlink()
    said = refused(copy, SourceFault)
    assert said.startswith(f"{TEXT}:")
    assert "without its description" in said


def test_a_source_is_deleted_with_its_text(copy: Workspace) -> None:
    (copy.root / SEED).unlink()
    (copy.root / TEXT).unlink()
    report = validate(build(copy))
    assert not report.conforms()
    event = line_of(copy, "data/entities/events.ttl", "event:rt-protection-clients a ")
    assert ("S-09", "data/entities/events.ttl", event) in located(report)


def located(report: Report) -> set[tuple[str, str, int]]:
    return {
        (result.rule, result.location.path.as_posix(), result.location.line)
        for result in report.results
        if result.location is not None
    }


def test_a_sum_within_the_tolerance_passes(copy: Workspace, edit: Edit) -> None:
    edit(SEED, 'obsValue "58"', 'obsValue "58.4"')
    assert "S-23" not in {result.rule for result in validate(build(copy)).results}
