"""A knowledge graph of Morocco's microfinance ecosystem in which every statement shows its words.

A name of the package is loaded when it is first used: a command pays for what it needs alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mfgraph.api import Dataset, open  # noqa: A004  (mfgraph.open reads well)
    from mfgraph.claims import Claim
    from mfgraph.errors import MfgraphError
    from mfgraph.version import __version__
    from mfgraph.words import Excerpt, Locator
    from mfgraph.workspace import Workspace

__all__ = [
    "Claim",
    "Dataset",
    "Excerpt",
    "Locator",
    "MfgraphError",
    "Workspace",
    "__version__",
    "open",
]

_HOMES: Final = {
    "Claim": "claims",
    "Dataset": "api",
    "Excerpt": "words",
    "Locator": "words",
    "MfgraphError": "errors",
    "Workspace": "workspace",
    "__version__": "version",
    "open": "api",
}

# Hidden from type checkers, which would take any name for one of the package.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
