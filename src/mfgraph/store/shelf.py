"""Built stores on disk, each under the fingerprint of its files: whole, or not there at all.

    stores/<fingerprint>   a store, which was renamed into its place when it was whole
    stores/.new            one being written, or what a build that was killed left of it
    stores/.old            one being removed, likewise
    stores/.lock           held by the one that writes

One process writes at a time, so what it finds in `.new` and `.old` is nobody's any more. Readers
hold no lock: a store is never changed, and goes only when two newer ones have come.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mfgraph.errors import StoreError
from mfgraph.files import locked
from mfgraph.store.oxigraph import OxigraphStore, damage


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder where the stores of a workspace are kept."""

    folder: Path

    def find(self, fingerprint: str) -> OxigraphStore | None:
        """The store of these files, for reading, or nothing where none was kept.

        Raises:
            StoreError: it is damaged.
        """
        kept = self.folder / fingerprint
        if not kept.is_dir():
            return None
        try:
            return OxigraphStore.open(kept)
        except StoreError:
            if kept.is_dir():
                raise
            return None  # two newer ones have come meanwhile

    def keep(self, store: OxigraphStore, fingerprint: str) -> Path:
        """Put a store in its place, unless a whole one stands there already.

        The store before it stays for those who still read it; older ones are removed.

        Raises:
            StoreError: the folder cannot be written; the stores that stood there still stand.
        """
        place = self.folder / fingerprint
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder / ".lock"):
                self._clear()
                if damage(place):
                    self._write(store, place)
                self._remove_all_but(place)
        except OSError as error:
            raise StoreError(f"cannot write the store: {error}", where=str(place)) from error
        return place

    def _write(self, store: OxigraphStore, place: Path) -> None:
        beside = self.folder / ".new"
        try:
            store.save(beside)
            if place.exists():
                self._remove(place)
            beside.rename(place)
        finally:
            self._clear()

    def _remove_all_but(self, place: Path) -> None:
        # The newest of the others stays: somebody may be reading it.
        others = [p for p in self.folder.iterdir() if p != place and not p.name.startswith(".")]
        for old in sorted(others, key=lambda p: p.stat().st_mtime)[:-1]:
            with suppress(OSError):
                self._remove(old)

    def _remove(self, old: Path) -> None:
        # Renamed first: whoever looks for it finds the whole store or none.
        import shutil  # noqa: PLC0415  (readers remove nothing)

        gone = self.folder / ".old"
        old.rename(gone)
        shutil.rmtree(gone)

    def _clear(self) -> None:
        import shutil  # noqa: PLC0415  (readers remove nothing)

        for left in (".new", ".old"):
            shutil.rmtree(self.folder / left, ignore_errors=True)
