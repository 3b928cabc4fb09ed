"""What every picture shares: its lettering, PNG, SVG or PDF, and the same bytes each time.

Needs the extra `plot`. From matplotlib 3.11 on, Arabic letters are joined and ordered by
matplotlib itself, so no reshaping is done here.
"""

import io
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from mfgraph.errors import ExportError, UsageError
from mfgraph.files import replace

try:
    import matplotlib as mpl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.patheffects import withStroke
    from matplotlib.ticker import MaxNLocator
except ImportError as error:
    raise ExportError(
        "a picture needs matplotlib, which is not installed",
        hint="run: pip install 'mfgraph[plot]'",
    ) from error

# Who draws takes matplotlib's parts from here, so that its absence is told in one place.
__all__ = [
    "Axes",
    "FancyArrowPatch",
    "Figure",
    "Line2D",
    "MaxNLocator",
    "save",
    "withStroke",
    "wrapped",
]

_METADATA: Final[dict[str, dict[str, Any]]] = {
    # No date and no version of a program: the same figure gives the same bytes.
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
_STYLE: Final[dict[Any, Any]] = {
    "font.family": "DejaVu Sans",  # it has Arabic, and comes with matplotlib
    "svg.hashsalt": "mfgraph",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,  # letters stay letters, so that a reader can search them
}


def save(make: Callable[[], Figure], path: Path) -> Path:
    """Write the figure that `make` gives, as PNG, SVG or PDF by the path's suffix.

    Raises:
        ExportError: matplotlib is too old, or the path cannot be written.
        UsageError: the suffix is none of .png, .svg and .pdf.
    """
    suffix = path.suffix.lower()
    if suffix not in _METADATA:
        raise UsageError(
            f"no picture is written as {path.suffix or path.name!r}", hint="use .png, .svg or .pdf"
        )
    if mpl.__version_info__[:2] < (3, 11):
        raise ExportError(
            f"matplotlib {mpl.__version__} does not join Arabic letters",
            hint="run: pip install --upgrade 'mfgraph[plot]'",
        )
    written = io.BytesIO()
    with mpl.rc_context(_STYLE):
        make().savefig(written, format=suffix[1:], dpi=150, metadata=_METADATA[suffix])
    return replace(path, written.getvalue())


def wrapped(text: str, width: int) -> str:
    r"""The text in lines of at most so many characters, words whole.

    >>> wrapped("القروض الصغرى بالمغرب", 14)
    'القروض الصغرى\nبالمغرب'
    """
    return "\n".join(wrap(text, width, break_long_words=False, break_on_hyphens=False))
