"""The questions of a workspace, by name."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from mfgraph.errors import NotFound
from mfgraph.queries.header import QueryFile, read
from mfgraph.queries.kept import KeptHeaders

# What derives the resolved view, counts, checks sources, projects networks and fills tables is run
# elsewhere.
_NOT_QUESTIONS: Final = frozenset({"construct", "describe", "export", "findings", "network"})


@dataclass(frozen=True)
class Library:
    """The `.rq` files under one folder, and where the headers are kept that were read."""

    folder: Path
    kept: KeptHeaders | None = None

    def questions(self) -> tuple[QueryFile, ...]:
        """The questions that people ask, by theme and name."""
        return tuple(
            read(path) for theme, path in sorted(self._by_theme) if theme not in _NOT_QUESTIONS
        )

    def theme(self, name: str) -> tuple[QueryFile, ...]:
        """The queries of one folder, by file name."""
        return tuple(read(path) for theme, path in sorted(self._by_theme) if theme == name)

    def query(self, name: str, *, theme: str = "") -> QueryFile:
        """The query of that name, which may be given with its theme (`people/post-holders`).

        Raises:
            NotFound: no query has that name; the message names the nearest.
        """
        wanted_theme, _, stem = name.removesuffix(".rq").rpartition("/")
        within = theme or wanted_theme
        for folder, path in self._by_theme:
            if path.stem == stem and _is_within(folder, within):
                return read(path, self.kept)
        raise NotFound(f"no query is called {name!r}", hint=self._nearest(stem, within))

    @cached_property
    def _by_theme(self) -> tuple[tuple[str, Path], ...]:
        return tuple((path.parent.name, path) for path in sorted(self.folder.glob("*/*.rq")))

    def _nearest(self, stem: str, theme: str) -> str:
        import difflib  # noqa: PLC0415  (only for a name that is not found)

        names = [path.stem for folder, path in self._by_theme if _is_within(folder, theme)]
        near = difflib.get_close_matches(stem, names, n=3, cutoff=0.4)
        return f"did you mean {', '.join(near)}?" if near else "'mfgraph queries' lists them"


def _is_within(folder: str, theme: str) -> bool:
    # Without a theme only questions are meant.
    return folder == theme if theme else folder not in _NOT_QUESTIONS
