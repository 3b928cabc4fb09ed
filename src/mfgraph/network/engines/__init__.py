"""Engines that measure a network: networkx for small ones, a compiled library past that.

base       what every engine can measure, and the merged network it is given
plain      networkx, which needs nothing more, and is faster where scipy is
compiled   networkit, a hundred times as fast; the extra `large`
brandes    betweenness from some sources, many of them at once (needs scipy)
measured   the measures of a network's tables, side by side

Both give the same numbers; only communities may differ, and then by a better modularity.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from mfgraph.errors import UsageError
from mfgraph.network.header import nearest

if TYPE_CHECKING:
    from mfgraph.network.engines.base import Engine, Links

# From so many edges on, networkx takes minutes.
LARGE: Final = 100_000
# From so many nodes betweenness is estimated.
SOURCES: Final = 64


def engine(name: str, links: "Links") -> "Engine":
    """The engine of that name, with a network in it.

    Raises:
        UsageError: no engine has that name, or what it needs is not installed.
    """
    if name not in ENGINES:
        raise UsageError(f"no engine is called {name!r}", hint=nearest(name, ENGINES))
    return ENGINES[name](links)


def engine_for(edges: int) -> str:
    """The name of the engine for a network of so many edges.

    >>> engine_for(170), engine_for(170_000)
    ('networkx', 'networkit')
    """
    return "networkx" if edges < LARGE else "networkit"


# An engine is loaded when it is called for: both take long to load, and one is an extra.
def _plain(links: "Links") -> "Engine":
    from mfgraph.network.engines.plain import Plain  # noqa: PLC0415  (see above)

    return Plain(links)


def _compiled(links: "Links") -> "Engine":
    from mfgraph.network.engines.compiled import Compiled  # noqa: PLC0415  (see above)

    return Compiled(links)


ENGINES: "Final[Mapping[str, Callable[[Links], Engine]]]" = MappingProxyType(
    {"networkx": _plain, "networkit": _compiled}
)
