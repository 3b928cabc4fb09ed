"""Hygiene checks: read from files, judged by the profile, run on one graph."""

from collections.abc import Callable
from itertools import chain

import pytest
from rdflib import Graph, Literal, URIRef

from mfgraph.build import Built, build
from mfgraph.errors import ShapesFault
from mfgraph.store import OxigraphStore
from mfgraph.validate import Severity, validate
from mfgraph.validate.checks import read_checks, run_check
from mfgraph.workspace import Workspace

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
CHECK = """\
#+ title: {ar: فراغ في آخر الاسم, fr: Espace en fin de nom, en: Space at the end of a name}
#+ problem: {ar: يفشل البحث, fr: La recherche échoue, en: Searches miss it}
#+ solution: {ar: احذف الفراغ, fr: Ôter l'espace, en: Remove the space}
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?entity ?property ?value WHERE {
  VALUES ?property { skos:prefLabel }
  ?entity ?property ?value .
  FILTER (STRENDS(STR(?value), " "))
}
ORDER BY ?entity
"""


@pytest.fixture
def only(copy: Workspace) -> Workspace:
    """A workspace whose one check is `trailing-space`."""
    folder = copy.root / "ontology" / "checks"
    for path in folder.iterdir():
        path.unlink()
    (folder / "trailing-space.rq").write_text(CHECK, encoding="utf-8")
    (folder / "profile.toml").write_text('trailing-space = "warning"\n', encoding="utf-8")
    return copy


def test_a_row_is_a_result(only: Workspace, graphs: Graphs) -> None:
    _, store = graphs('ex:a skos:prefLabel "FNAM "@fr , "FNAM"@en .')
    (check,) = read_checks(only)
    (found,) = run_check(check, store, only)
    assert (found.focus, found.rule) == (URIRef("https://example.org/a"), "trailing-space")
    assert found.severity is Severity.WARNING
    assert (found.path, found.value) == ("skos:prefLabel", Literal("FNAM ", lang="fr"))
    assert dict(found.messages) == {
        "ar": "فراغ في آخر الاسم", "fr": "Espace en fin de nom", "en": "Space at the end of a name",
    }  # fmt: skip
    assert check.solution["en"] == "Remove the space"


def test_a_check_is_part_of_the_report(only: Workspace) -> None:
    path = only.root / "data" / "entities" / "people.ttl"
    text = path.read_text(encoding="utf-8")
    assert text.count('"Youssef Errami"@fr') == 1
    path.write_text(text.replace('"Youssef Errami"@fr', '"Youssef Errami "@fr'), encoding="utf-8")
    report = validate(build(only))
    assert report.checks == ("trailing-space",)
    (found,) = (result for result in report.results if result.rule == "trailing-space")
    assert found.location is not None
    assert found.location.path.as_posix().startswith("data/")


@pytest.mark.parametrize(
    ("profile", "check", "said"),
    [
        ("", CHECK, "ontology/checks/trailing-space.rq: the check trailing-space has no severity"),
        ('trailing-space = "grave"', CHECK, "ontology/checks/profile.toml: 'grave' is no severity"),
        ("trailing-space = ", CHECK, "ontology/checks/profile.toml: not TOML: "),
        (
            'trailing-space = "info"\nnobody = "info"',
            CHECK,
            "ontology/checks/profile.toml: there is no check called nobody",
        ),
        (
            'trailing-space = "info"',
            CHECK.replace("fr: La recherche échoue, ", ""),
            "ontology/checks/trailing-space.rq: the header lacks 'problem' in Arabic, French",
        ),
        (
            'trailing-space = "info"',
            CHECK.replace("?entity ?property ?value W", "?entity ?value W"),
            "ontology/checks/trailing-space.rq: the check does not select ?property; ",
        ),
        (
            'trailing-space = "info"',
            CHECK.replace("FILTER", "FILTRE"),
            "ontology/checks/trailing-space.rq: the check cannot be run: ",
        ),
    ],
)
def test_faults_name_their_file(
    only: Workspace, seed_built: Built, profile: str, check: str, said: str
) -> None:
    folder = only.root / "ontology" / "checks"
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    (folder / "trailing-space.rq").write_text(check, encoding="utf-8")
    spaced = OxigraphStore.merged(seed_built.store)
    with pytest.raises(ShapesFault) as caught:
        list(chain(*(run_check(one, spaced, only) for one in read_checks(only))))
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_a_workspace_without_checks_has_none(only: Workspace) -> None:
    for path in (only.root / "ontology" / "checks").iterdir():
        path.unlink()
    assert read_checks(only) == ()
