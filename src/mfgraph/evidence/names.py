"""Finding a thing by what people call it: an address, a short name, or a name in any spelling."""

import difflib

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import NotFound, UsageError
from mfgraph.folding import fold
from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import compact, expand


def find(store: Store, name: str) -> str:
    """The IRI of the thing that a person means by `name`.

    Raises:
        NotFound: nothing, or more than one thing, has that name.
    """
    try:
        iri = expand(name).value
    except UsageError:
        return _by_name(store, name)
    if store.ask(bind(own_query("described"), {"thing": [NamedNode(iri)]})):
        return iri
    raise NotFound(f"nothing is described under {compact(iri)}", hint=_near(store, name))


def _by_name(store: Store, name: str) -> str:
    wanted = fold(name)
    found = sorted({iri for key, iri in _names(store) if key == wanted})
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(compact(iri) for iri in found)
        raise NotFound(f"{name!r} names more than one thing", hint=f"say which: {several}")
    raise NotFound(f"nothing is called {name!r}", hint=_near(store, name))


def _names(store: Store) -> list[tuple[str, str]]:
    rows = ((row["name"], row["thing"]) for row in store.select(own_query("names")))
    return [
        (fold(name.value), thing.value)
        for name, thing in rows
        if isinstance(name, Literal) and isinstance(thing, NamedNode)
    ]


def _near(store: Store, name: str) -> str:
    names = dict(_names(store)) | {compact(iri).partition(":")[2]: iri for _, iri in _names(store)}
    key = name.rpartition("/")[2]
    near = difflib.get_close_matches(fold(key), names, 3) or difflib.get_close_matches(
        key, names, 3
    )
    shown = dict.fromkeys(compact(names[n]) for n in near)
    return f"did you mean {', '.join(shown)}?" if shown else "check the spelling"
