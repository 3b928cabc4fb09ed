"""What a network query says of itself: its title, its kinds of node and edge, and its caveats.

A query in `queries/network/` is a CONSTRUCT whose `#+` lines hold YAML. Beside the `summary`
and `question` that every query has, the key `network` declares which relation is an edge
between which kinds of node, what it weighs, when it holds, which claims stand behind it, and
what the network leaves out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, Self

from mfgraph.errors import NotFound, SyntaxFault
from mfgraph.queries import Library, QueryFile, read
from mfgraph.terms import LANGUAGES
from mfgraph.vocab import term
from mfgraph.workspace import Workspace

Texts = Mapping[str, str]
_REQUIRED: Final = ("title", "nodes", "edges", "weight", "time", "claims", "left-out")
# What is measured where the header does not say what means something.
_MEASURES: Final = ("degree", "betweenness")


@dataclass(frozen=True, slots=True)
class NetworkQuery:
    """A CONSTRUCT query that projects the dataset onto a network, and its own description.

    `nodes` and `edges` give a name in three languages to each kind, by the kind's IRI;
    `reading` says what a measure tells here and where it misleads. Edges of a kind in
    `moments` happen on their date, those of any other kind last. `measures` are those that
    mean something here.

    >>> officials = choose(Workspace.shipped(), "officials-organizations")
    >>> officials.nodes["http://xmlns.com/foaf/0.1/Person"]["en"]
    'officials'
    """

    name: str
    text: str
    title: Texts
    nodes: Mapping[str, Texts]
    edges: Mapping[str, Texts]
    weight: str
    time: str
    claims: str
    left_out: Texts
    reading: Mapping[str, Texts] = field(default_factory=dict)
    is_directed: bool = False
    moments: frozenset[str] = frozenset()
    measures: tuple[str, ...] = _MEASURES

    @classmethod
    def read(cls, path: Path) -> Self:
        """The query of a file.

        Raises:
            SyntaxFault: the file cannot be read, or its header does not declare a network.
        """
        return cls.of(read(path))

    @classmethod
    def of(cls, query: QueryFile) -> Self:
        """The network that a query file declares.

        Raises:
            SyntaxFault: its header does not declare a network, or not all of it.
        """
        where = str(query.path)
        declared = _declared(query, where)
        edges = _kinds(declared["edges"], where)
        return cls(
            name=query.name,
            text=query.text,
            title=_texts(declared["title"], where),
            nodes=_kinds(declared["nodes"], where),
            edges=edges,
            weight=str(declared["weight"]),
            time=str(declared["time"]),
            claims=str(declared["claims"]),
            left_out=_texts(declared["left-out"], where),
            reading={m: _texts(t, where) for m, t in declared.get("reading", {}).items()},
            is_directed=declared.get("directed") == "yes",
            moments=_moments(declared.get("moments", []), edges, where),
            measures=tuple(declared.get("measures", _MEASURES)),
        )


def choose(workspace: Workspace, name: str) -> NetworkQuery:
    """The network of that name in a workspace.

    Raises:
        NotFound: no network has that name; the message lists those there are.
    """
    known = {query.name: query for query in Library(workspace.queries).theme("network")}
    if name not in known:
        raise NotFound(f"no network is called {name!r}", hint=nearest(name, known))
    return NetworkQuery.of(known[name])


def nearest(name: str, known: Iterable[str]) -> str:
    """What to say to whoever misspelled a name: the nearest ones, else all there are.

    >>> nearest("eigenvectors", ("degree", "eigenvector"))
    'did you mean eigenvector?'
    """
    names = list(known)
    near = get_close_matches(name, names, n=3)
    return f"did you mean {', '.join(near)}?" if near else f"there are: {', '.join(names)}"


def _declared(query: QueryFile, where: str) -> Mapping[str, Any]:
    declared = query.header.get("network")
    if query.form != "CONSTRUCT" or not isinstance(declared, dict):
        raise SyntaxFault(
            "this is not a network query",
            where=where,
            hint="write a CONSTRUCT whose header has a table 'network' (docs/network.md)",
        )
    if missing := [key for key in _REQUIRED if not declared.get(key)]:
        raise SyntaxFault(f"the header's 'network' lacks {', '.join(missing)}", where=where)
    return declared


def _texts(given: object, where: str) -> Texts:
    if not isinstance(given, dict) or any(not given.get(lang) for lang in LANGUAGES):
        raise SyntaxFault(f"{given!r} in the header is not a text in ar, fr and en", where=where)
    return {lang: given[lang] for lang in LANGUAGES}


def _kinds(given: object, where: str) -> Mapping[str, Texts]:
    if not isinstance(given, dict):
        raise SyntaxFault(f"{given!r} in the header is not a table of kinds", where=where)
    try:
        return {term(kind).value: _texts(texts, where) for kind, texts in given.items()}
    except KeyError as error:
        raise SyntaxFault(f"the header uses the unknown prefix {error}", where=where) from error


def _moments(given: object, edges: Mapping[str, Texts], where: str) -> frozenset[str]:
    try:
        kinds = {term(str(kind)).value for kind in given} if isinstance(given, list) else {""}
    except KeyError as error:
        raise SyntaxFault(f"the header uses the unknown prefix {error}", where=where) from error
    if not kinds <= set(edges):
        raise SyntaxFault("'moments' in the header is not a list of its kinds of edge", where=where)
    return frozenset(kinds)
