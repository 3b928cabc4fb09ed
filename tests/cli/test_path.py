"""`mfgraph path`: names in any spelling, text and JSON, and one clear line where it cannot."""

import json
import subprocess
from collections.abc import Callable

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("start", ["person/youssef-errami", "يوسف الرامى", "youssef ERRAMI"])
def test_names_are_taken_in_any_spelling(start: str, run: Run) -> None:
    done = run("path", start, "org/fnam", "--format", "json", "--longer", "0")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["from"]["iri"] == "https://w3id.org/mfgraph/id/person/youssef-errami"
    nodes = [[node["iri"].rpartition("/id/")[2] for node in p["nodes"]] for p in told["paths"]]
    assert nodes == [["person/youssef-errami", "event/rt-protection-clients", "org/fnam"]]


def test_max_bounds_the_number_of_paths(run: Run) -> None:
    done = run("path", "person/youssef-errami", "org/fnam", "--max", "1")
    assert done.stdout.count("Path ") == 1
    assert "There are other paths no longer than these; to see more: --max." in done.stdout


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (
            ("person/youssef-erami", "org/fnam"),
            "nothing is described under person:youssef-erami; did you mean person:youssef-errami?",
        ),
        (("Nobody At All", "org/fnam"), "nothing is called 'Nobody At All'; check the spelling"),
        (
            ("place/casablanca", "org/fnam"),
            (
                "no tie of place:casablanca is recorded; "
                "paths run between people, organizations and events"
            ),
        ),
        (
            ("org/fnam", "الفدرالية الوطنية لجمعيات القروض الصغرى"),
            "organization:fnam is both ends of the path; name two things",
        ),
    ],
)
def test_what_cannot_be_linked_is_one_line(
    ends: tuple[str, str], said: str, refused: Callable[..., str]
) -> None:
    assert refused("path", *ends) == f"mfgraph: {said}"


def test_a_name_of_two_things_is_asked_back(refused: Callable[..., str]) -> None:
    # The association and a model factory of another initiative are both called INMAA.
    assert refused(
        "path", "inmaa", "org/fnam", MFGRAPH_WORKSPACE=str(Workspace.shipped().root)
    ) == (
        "mfgraph: 'inmaa' names more than one thing; "
        "say which: organization:inmaa, organization:inmaa-model-factory"
    )
