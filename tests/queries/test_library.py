"""A question is found by its name, with or without its theme, and a near name is offered."""

from pathlib import Path

import pytest

from mfgraph.errors import NotFound
from mfgraph.queries import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name in (
        "people/post-holders",
        "people/speakers",
        "statistics/activity-shares",
        "statistics/speakers",
        "construct/10-facts",
        "network/officials-organizations",
        "export/claims",
    ):
        path = tmp_path / f"{name}.rq"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#+ summary: {name}\nSELECT * {{ ?s ?p ?o }}\n", encoding="utf-8")
    (tmp_path / "people" / "README.md").touch()
    return Library(tmp_path)


def test_questions_are_what_people_ask_by_theme_and_name(library: Library) -> None:
    assert [f"{query.theme}/{query.name}" for query in library.questions()] == [
        "people/post-holders",
        "people/speakers",
        "statistics/activity-shares",
        "statistics/speakers",
    ]


def test_a_theme_is_one_folder(library: Library) -> None:
    assert [query.name for query in library.theme("construct")] == ["10-facts"]
    assert library.theme("nowhere") == ()


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("post-holders", "people/post-holders"),
        ("post-holders.rq", "people/post-holders"),
        ("people/post-holders", "people/post-holders"),
        ("speakers", "people/speakers"),
        ("statistics/speakers", "statistics/speakers"),
    ],
)
def test_a_question_is_found_by_name(library: Library, name: str, summary: str) -> None:
    assert library.query(name).summary == summary


def test_a_theme_can_be_asked_for(library: Library) -> None:
    assert library.query("claims", theme="export").summary == "export/claims"
    with pytest.raises(NotFound):
        library.query("post-holders", theme="network")


def test_what_is_not_a_question_is_found_only_with_its_theme(library: Library) -> None:
    assert library.query("network/officials-organizations").theme == "network"
    with pytest.raises(NotFound):
        library.query("officials-organizations")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("post-holder", "no query is called 'post-holder'; did you mean post-holders?"),
        (
            "people/post-holder",
            "no query is called 'people/post-holder'; did you mean post-holders?",
        ),
        (
            "activity-share",
            "no query is called 'activity-share'; did you mean activity-shares?",
        ),
        ("10-fact", "no query is called '10-fact'; 'mfgraph queries' lists them"),
        ("zzz", "no query is called 'zzz'; 'mfgraph queries' lists them"),
        ("", "no query is called ''; 'mfgraph queries' lists them"),
        (
            "../people/post-holders",
            "no query is called '../people/post-holders'; 'mfgraph queries' lists them",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    library: Library, name: str, message: str
) -> None:
    with pytest.raises(NotFound) as caught:
        library.query(name)
    assert str(caught.value) == message
