"""The ontology as its files state it: no resolved view, no inference.

The fixtures read the repository's own files, each once a session. Expected values in the
tests come from the model's documents and from counting by hand, never from our output.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"


def stored(files: Iterable[Path]) -> Store:
    store = Store()
    for path in files:
        store.extend(parse(path=str(path), format=RdfFormat.TURTLE))
    return store


@pytest.fixture(scope="session")
def term_files() -> list[Path]:
    """Everything that says what a term or a code means: no shapes, checks or examples."""
    return sorted([*ONTOLOGY.glob("*.ttl"), *ONTOLOGY.glob("codelists/*.ttl")])


@pytest.fixture(scope="session")
def example_files() -> list[Path]:
    return sorted(ONTOLOGY.glob("examples/*.ttl"))


@pytest.fixture(scope="session")
def data_files() -> list[Path]:
    return sorted((ROOT / "data").rglob("*.ttl"))


@pytest.fixture(scope="session")
def terms(term_files: list[Path]) -> Store:
    return stored(term_files)


@pytest.fixture(scope="session")
def examples(example_files: list[Path]) -> Store:
    return stored(example_files)


@pytest.fixture(scope="session")
def data(data_files: list[Path]) -> Store:
    return stored(data_files)
