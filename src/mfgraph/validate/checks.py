"""Hygiene checks: queries that find what is likely a slip of the pen rather than a broken rule.

A check is a file `ontology/checks/<name>.rq` whose header gives its title, the problem and
the solution in three languages; its rows are `?entity ?property ?value`. How grave each is
stands in `ontology/checks/profile.toml`, so that it can be judged without touching a query.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import QuerySolution
from rdflib import URIRef
from rdflib.term import BNode, Identifier

from mfgraph.errors import QueryError, ShapesFault
from mfgraph.queries import QueryFile, read
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES, compact
from mfgraph.validate.rdf import to_rdflib
from mfgraph.validate.report import Result, Severity, by_language
from mfgraph.vocab import SHAPES
from mfgraph.workspace import Workspace

_COLUMNS: Final = frozenset({"entity", "property", "value"})
_WORDS: Final = tuple(severity.word for severity in Severity)


@dataclass(frozen=True, slots=True)
class Check:
    """One hygiene check with its severity and its texts by language."""

    query: QueryFile
    severity: Severity
    title: Mapping[str, str]
    problem: Mapping[str, str]
    solution: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name of the check's file, by which results and the profile call it."""
        return self.query.name


def read_checks(workspace: Workspace) -> tuple[Check, ...]:
    """The checks of a workspace, by name.

    Raises:
        ShapesFault: a check lacks a text or a severity, or the profile names no check.
    """
    profile = _profile(workspace)
    queries = [read(path) for path in workspace.check_files()]
    unknown = sorted(set(profile) - {query.name for query in queries})
    if unknown:
        raise ShapesFault(
            f"there is no check called {unknown[0]}",
            where=workspace.relative(workspace.profile),
            hint=f"write ontology/checks/{unknown[0]}.rq or remove the line",
        )
    return tuple(_check(query, profile, workspace) for query in queries)


def run_check(check: Check, store: Store, workspace: Workspace) -> Iterator[Result]:
    """What a check finds in a store of one graph.

    Raises:
        ShapesFault: the check's query cannot be run.
    """
    where = workspace.relative(check.query.path)
    try:
        rows = store.select(check.query.text)
    except QueryError as error:
        raise ShapesFault(f"the check cannot be run: {error}", where=where) from error
    if missing := _COLUMNS - {variable.value for variable in rows.variables}:
        raise ShapesFault(
            f"the check does not select ?{min(missing)}",
            where=where,
            hint="a check selects ?entity ?property ?value",
        )
    for row in rows:
        yield _result(check, row)


def _result(check: Check, row: QuerySolution) -> Result:
    path, value = _term(row, "property"), _term(row, "value")
    return Result(
        focus=_term(row, "entity") or BNode(),
        rule=check.name,
        severity=check.severity,
        component=SHAPES + check.name,
        messages=by_language({la: check.title[la] for la in LANGUAGES}),
        path=compact(str(path)) if isinstance(path, URIRef) else None,
        value=value,
    )


def _term(row: QuerySolution, name: str) -> Identifier | None:
    term = row[name]
    return None if term is None else to_rdflib(term)


def _check(query: QueryFile, profile: Mapping[str, str], workspace: Workspace) -> Check:
    where = workspace.relative(query.path)
    if query.name not in profile:
        raise ShapesFault(
            f"the check {query.name} has no severity",
            where=where,
            hint=f"give it one of {', '.join(_WORDS)} in {workspace.relative(workspace.profile)}",
        )
    texts = [_texts(query, key, where) for key in ("title", "problem", "solution")]
    return Check(query, Severity.of(profile[query.name]), *texts)


def _texts(query: QueryFile, key: str, where: str) -> Mapping[str, str]:
    found = query.header.get(key)
    if not isinstance(found, dict) or not set(LANGUAGES) <= set(found):
        raise ShapesFault(
            f"the header lacks '{key}' in Arabic, French or English",
            where=where,
            hint=f"write '#+ {key}:' with a line each for ar, fr and en",
        )
    return found


def _profile(workspace: Workspace) -> dict[str, str]:
    where = workspace.relative(workspace.profile)
    if not workspace.profile.is_file():
        return {}
    try:
        found = tomllib.loads(workspace.profile.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ShapesFault(f"not TOML: {error}", where=where) from error
    for name, severity in found.items():
        if severity not in _WORDS:
            raise ShapesFault(
                f"{severity!r} is no severity",
                where=where,
                hint=f"{name} is one of {', '.join(_WORDS)}",
            )
    return found
