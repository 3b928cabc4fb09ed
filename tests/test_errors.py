"""Every error is one line, has its page in docs/errors.md, and the page shows what is really said."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from mfgraph import errors
from mfgraph.build import build, save
from mfgraph.cli import group
from mfgraph.errors import MfgraphError
from mfgraph.workspace import Workspace

PAGE: Final = (Path(__file__).parents[1] / "docs" / "errors.md").read_text(encoding="utf-8")
CLASSES: Final = {
    name: found
    for name, found in vars(errors).items()
    if isinstance(found, type) and issubclass(found, MfgraphError)
}
EXAMPLE: Final = re.compile(r"```text\n\$ mfgraph (?P<command>.*)\nmfgraph: (?P<message>.*)\n```")
# What is done to a copy of the workspace before the page's command is run in it.
ORGANIZATIONS: Final = "data/entities/organizations.ttl"
EDITS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "SyntaxFault": (
            ORGANIZATIONS,
            "organization:cms a org:FormalOrganization , org:Organization ;",
            "organization:cms a org:FormalOrganization , org:Organization",
        ),
        "QuoteMismatch": ("data/sources/almassae-324458.ttl", "oa:start 163 ;", "oa:start 164 ;"),
        "SourceFault": ("data/sources/almassae-324458.txt", "", "\n"),
        "UnknownTerm": (ORGANIZATIONS, "skos:altLabel", "skos:altlabel"),
        "ShapesFault": (
            "ontology/checks/profile.toml",
            'missing-language = "warning"',
            'missing-language = "severe"',
        ),
    }
)
PARENTS: Final = {
    "UsageError": "MfgraphError",
    "ParameterError": "UsageError",
    "WorkspaceError": "MfgraphError",
    "SyntaxFault": "WorkspaceError",
    "QuoteMismatch": "WorkspaceError",
    "SourceFault": "WorkspaceError",
    "UnknownTerm": "WorkspaceError",
    "ShapesFault": "WorkspaceError",
    "QueryError": "MfgraphError",
    "IngestError": "MfgraphError",
    "GenerateError": "MfgraphError",
    "NotFound": "MfgraphError",
    "StoreError": "MfgraphError",
    "ExportError": "MfgraphError",
    "MfgraphError": "Exception",
}


def test_the_tree_is_the_one_that_is_drawn() -> None:
    assert {name: found.__mro__[1].__name__ for name, found in CLASSES.items()} == PARENTS
    for name, parent in PARENTS.items():
        drawn = re.search(rf"^(.*?){name}\b", errors.__doc__ or "", re.MULTILINE)
        assert drawn is not None
        above = re.search(rf"^(.*?){parent}\b", errors.__doc__ or "", re.MULTILINE)
        assert name == "MfgraphError" or (above is not None and len(above[1]) + 4 == len(drawn[1]))


def test_a_refusal_ends_with_code_two() -> None:
    assert {found.exit_code for found in CLASSES.values()} == {2}


@pytest.mark.parametrize(
    ("where", "hint", "line"),
    [
        (None, None, "no such file"),
        ("data/x.ttl:3", None, "data/x.ttl:3: no such file"),
        (None, "check the name", "no such file; check the name"),
        ("data/x.ttl:3", "check the name", "data/x.ttl:3: no such file; check the name"),
    ],
)
def test_an_error_is_written_as_where_what_and_what_to_do(
    where: str | None, hint: str | None, line: str
) -> None:
    error = MfgraphError("no such file", where=where, hint=hint)
    assert str(error) == line
    assert (error.message, error.where, error.hint) == ("no such file", where, hint)


def test_every_error_has_its_page_and_every_page_its_error() -> None:
    assert re.findall(r"^## (\w+)$", PAGE, re.MULTILINE) == [
        "MfgraphError",
        *(name for name in CLASSES if name != "MfgraphError"),
    ]


@pytest.mark.parametrize("name", sorted(set(CLASSES) - {"MfgraphError"}))
def test_the_page_shows_what_is_really_said(
    name: str, copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = EXAMPLE.search(_section(name))
    assert example is not None
    _break(name, copy)
    monkeypatch.chdir(copy.root)
    with pytest.raises(MfgraphError) as caught:
        group.main(shlex.split(example["command"]), standalone_mode=False)
    assert type(caught.value).__name__ == name
    said = str(caught.value).replace(f"{copy.root}/", "")
    assert "\n" not in said
    assert _steady(said) == _steady(example["message"])


def _section(name: str) -> str:
    return PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def _break(name: str, copy: Workspace) -> None:
    if name == "StoreError":
        (save(build(copy)) / "CURRENT").write_bytes(b"x")
    if name in EDITS:
        file, old, new = EDITS[name]
        path = copy.root / file
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes((text.replace(old, new, 1) if old else text + new).encode())


def _steady(message: str) -> str:
    # Lines move when the data grows, and a store is called by the fingerprint of its files.
    message = re.sub(r"\b[0-9a-f]{16}\b", "…", message)
    return re.sub(r"(?<=\.ttl:)\d+|(?<=line )\d+", "…", message)
