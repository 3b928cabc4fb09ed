"""Parts of a network: a layer, a time, a side; and what is said where nothing is left."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mfgraph.errors import ExportError, UsageError
from mfgraph.network import Edge, Projection
from mfgraph.network.scope import Scope

LOAN, SHARE = "https://example.org/loan", "https://example.org/share"


@pytest.fixture
def layered(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    names = {
        LOAN: {"ar": "قرض", "fr": "prêt", "en": "loan"},
        SHARE: {"ar": "حصة", "fr": "part", "en": "share"},
    }
    return made(
        tie("A", "B", "d", kind=LOAN, begin="2001", end="2003"),
        tie("A", "B", "d", kind=SHARE, iri="share", inside=("2008",)),
        edges=names,
        is_directed=True,
    )


def test_layers_are_networks_of_their_own(layered: Projection) -> None:
    loans, shares = layered.layers
    assert [edge.kind for edge in loans.edges] == [LOAN]
    assert set(loans.query.edges) == {LOAN}
    assert loans.query.title["fr"] == (
        "Les responsables et les organisations où ils exercent – prêt"
    )
    assert shares.collapsed().number_of_edges() == 1
    assert loans.layers == (loans,)


@pytest.mark.parametrize("name", ["loan", "prêt", "قرض", LOAN])
def test_a_layer_is_named_in_any_language(name: str, layered: Projection) -> None:
    assert [edge.kind for edge in Scope(layer=name).of(layered).edges] == [LOAN]


def test_the_whole_network_is_the_default(layered: Projection) -> None:
    assert Scope().of(layered) == layered
    assert Scope().form(layered) == layered


def test_a_part_in_time(layered: Projection) -> None:
    assert [edge.kind for edge in Scope(when="2002").of(layered).edges] == [LOAN]


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        (Scope(when="1990"), "is empty; none of its edges is known to hold in 1990"),
        (Scope(layer="loan", when="2008"), "none of its edges is known to hold in 2008"),
    ],
)
def test_what_leaves_nothing_is_said(scope: Scope, message: str, layered: Projection) -> None:
    with pytest.raises(ExportError, match=message):
        scope.of(layered)


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        (Scope(layer="loans"), r"no kind of edge 'loans'; did you mean loan\?"),
        (Scope(currency="MAD"), "no amount in 'MAD'; no edge of it has an amount"),
        (Scope(when="2001-02-30"), "'2001-02-30' is no date of a network"),
    ],
)
def test_wrong_words_are_refused(scope: Scope, message: str, layered: Projection) -> None:
    with pytest.raises(UsageError, match=message):
        scope.of(layered)


def test_a_network_without_edges_is_refused(layered: Projection) -> None:
    with pytest.raises(ExportError, match="no record of its kinds has a preferred or accepted"):
        Scope().of(replace(layered, edges=(), nodes=()))


def test_a_declared_layer_without_edges_is_refused(layered: Projection) -> None:
    loans = layered.kept(edge for edge in layered.edges if edge.kind == LOAN)
    with pytest.raises(ExportError, match="none of its edges is of the kind share"):
        Scope(layer="share").of(loans)
