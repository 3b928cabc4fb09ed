"""A network as one HTML page that opens from disk: nothing is fetched, the scripts are inside.

The page shows the network in Arabic, French and English, from right to left in Arabic, over
time, with the proof of each edge. Names and quotes are data that its script writes as text.
"""

import html
import json
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Any, Final

from mfgraph.files import replace
from mfgraph.network.files import refuse_empty
from mfgraph.network.page_data import page_data
from mfgraph.network.projection import Projection
from mfgraph.store import Store
from mfgraph.terms import Language, pick

# In the order in which each needs those before it (vendor/README.md).
LIBRARY: Final = (
    "d3-dispatch",
    "d3-timer",
    "d3-ease",
    "d3-color",
    "d3-interpolate",
    "d3-selection",
    "d3-drag",
    "d3-transition",
    "d3-zoom",
)
_PROGRAM: Final = ("fold.js", "graph.js", "panel.js", "page.js")


def write_page(projection: Projection, store: Store, path: Path, *, lang: Language = "en") -> Path:
    """Write the page of a projection; `lang` is the language it opens in.

    Raises:
        ExportError: the network is empty, too large to draw, or the path cannot be written.
    """
    return replace(path, page(projection, store, lang).encode())


def page(projection: Projection, store: Store, lang: Language) -> str:
    """The page of a projection as text.

    Raises:
        ExportError: the network is empty or too large to draw.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose, project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> ties = project(built.store, choose(built.workspace, "officials-organizations"))
    >>> page(ties, built.store, "ar").splitlines()[1]
    '<html lang="ar" dir="rtl">'
    """
    refuse_empty(projection)
    here = files("mfgraph.network")
    assets, vendor = here / "assets", here / "vendor"
    return Template(_text(assets / "page.html")).substitute(
        lang=lang,
        dir="rtl" if lang == "ar" else "ltr",
        title=html.escape(pick(projection.query.title, lang)),
        style=_text(assets / "page.css"),
        data=_in_script(page_data(projection, store)),
        library=_all(vendor / f"{name}.min.js" for name in LIBRARY),
        program=_all(assets / name for name in _PROGRAM),
    )


def _all(paths: Iterable[Traversable]) -> str:
    return "\n".join(_text(path) for path in paths)


def _text(path: Traversable) -> str:
    return path.read_text(encoding="utf-8")


def _in_script(data: dict[str, Any]) -> str:
    # Inside a script element nothing may look like its end or like a comment.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
