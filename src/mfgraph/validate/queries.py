"""The SPARQL texts of this package, each in its `.rq` file beside the module that asks it."""

from collections.abc import Iterator
from importlib.resources import files

from pyoxigraph import BlankNode, Literal, NamedNode

from mfgraph.store import Store


def rows(store: Store, name: str) -> Iterator[dict[str, str]]:
    """The solutions of `<name>.rq`, each as a mapping from variable to text.

    A variable without a value is left out.
    """
    solutions = store.select(query_text(name))
    variables = [variable.value for variable in solutions.variables]
    for solution in solutions:
        found = zip(variables, solution, strict=True)
        yield {
            name: term.value
            for name, term in found
            if isinstance(term, NamedNode | BlankNode | Literal)
        }


def query_text(name: str) -> str:
    """The text of `<name>.rq`."""
    return files("mfgraph.validate").joinpath(f"{name}.rq").read_text(encoding="utf-8")
