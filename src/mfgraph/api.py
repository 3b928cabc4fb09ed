"""A built dataset in a person's hands: ask it, see why, check it, write it, measure it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mfgraph.build import Built, attach, load
from mfgraph.moments import Moment
from mfgraph.queries import KeptHeaders, Library, QueryFile, Table, bound, table
from mfgraph.store import Store
from mfgraph.terms import Language
from mfgraph.workspace import Workspace

if TYPE_CHECKING:
    from mfgraph.chart import Chart
    from mfgraph.claims import Claim
    from mfgraph.describe import Section
    from mfgraph.evidence import Audit, Explanation
    from mfgraph.network import Projection
    from mfgraph.validate import Report


@dataclass(frozen=True)
class Dataset:
    """The knowledge graph of one workspace.

    >>> import mfgraph
    >>> graph = mfgraph.open()
    >>> graph.query("activity-shares").records()[0]["share"]
    Decimal('58')
    """

    built: Built

    @property
    def store(self) -> Store:
        """What answers SPARQL."""
        return self.built.store

    @property
    def library(self) -> Library:
        """The questions of the workspace."""
        workspace = self.built.workspace
        return Library(workspace.queries, KeptHeaders(workspace.stores / ".headers"))

    def query(self, name: str, *, lang: Language = "en", **parameters: str) -> Table:
        """The answer to a question of the library.

        Raises:
            NotFound: no question has that name.
            ParameterError: a parameter is unknown, missing, or of the wrong type.
        """
        question = self.library.query(name)
        text = bound(question, in_language(question, parameters, lang))
        return table(self.store.select(text), query=question, lang=lang)

    def sparql(self, text: str) -> Table:
        """The answer to a SELECT of your own."""
        return table(self.store.select(text))

    def claims(self, iris: Sequence[str] = ()) -> "tuple[Claim, ...]":
        """All claims, or those named, with their quotes."""
        from mfgraph.claims import claims  # noqa: PLC0415  (see below)

        return claims(self.store, iris)

    def why(self, target: str, predicate: str | None = None) -> "Explanation":
        """The claims behind a thing, or behind one property of it."""
        from mfgraph.evidence import why  # noqa: PLC0415  (see below)

        return why(self.store, target, predicate)

    def audit(self) -> "Audit":
        """How much of what holds rests on a quote."""
        from mfgraph.evidence import audit  # noqa: PLC0415  (see below)

        return audit(self.store)

    def describe(self, *, lang: Language = "en") -> "tuple[Section, ...]":
        """Counts of things, claims and sources by their kinds."""
        from mfgraph.describe import describe  # noqa: PLC0415  (only few need it)

        return describe(self.built, lang=lang)

    # The three below import what they need when called: pySHACL and networkx take longer to
    # load than most questions take to answer.

    def validate(self, *, lang: Language = "en") -> "Report":
        """The dataset held against its shapes and checks."""
        from mfgraph.validate import validate  # noqa: PLC0415  (see above)

        return validate(self.built, lang=lang)

    def export(self, format_name: str, destination: Path, *, full: bool = False) -> None:
        """Write the dataset to a file, or to a folder for CSV."""
        from mfgraph.export import export  # noqa: PLC0415  (see above)

        export(self.built, format_name, destination, full=full)

    def chart(self, name: str, *, lang: Language = "en", **parameters: str) -> "Chart":
        """A question as a series over time, to be drawn by `mfgraph.chart.draw`."""
        from mfgraph.chart import chart  # noqa: PLC0415  (see above)

        question = self.library.query(name)
        return chart(self.store, question, in_language(question, parameters, lang), lang=lang)

    def network(self, name: str) -> "Projection":
        """A network of the dataset, such as `officials-organizations`."""
        from mfgraph.network import choose, project  # noqa: PLC0415  (see above)

        return project(self.store, choose(self.built.workspace, name))


def open(  # noqa: A001  (mfgraph.open reads well)
    path: Path | str | None = None,
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    endpoint: str | None = None,
    endpoint_profile: str | None = None,
) -> Dataset:
    """The dataset of a workspace: the one at `path`, around the current folder, or the shipped one.

    With `as_of`, what is known to have held on that day, or to have happened by then; with
    `known_by`, what sources that had appeared by that day say. Each is a day, or a month or a
    year for its last day.

    With `endpoint`, the dataset that `mfgraph publish` put on the server at that address, which
    is of the kind that `endpoint_profile` names; the workspace then gives questions and shapes.

    Raises:
        WorkspaceError: the files cannot be built into a dataset; the message says which line.
        UsageError: one of the dates is none, or the address or the profile.
        StoreError: the server does not answer, or holds no whole dataset.

    >>> founded = (
    ...     "ASK { <https://w3id.org/mfgraph/id/org/fnam> <https://schema.org/foundingDate> ?day }"
    ... )
    >>> [open(as_of=year).store.ask(founded) for year in ("2000", "2001")]
    [False, True]
    """
    workspace = Workspace.find(Path(path) if path else None)
    moment = Moment.of(as_of, known_by)
    if endpoint is None:
        return Dataset(load(workspace, moment))
    from mfgraph.store.endpoint import connect  # noqa: PLC0415  (only endpoints need HTTP)

    return Dataset(attach(workspace, connect(endpoint, endpoint_profile), moment))


def in_language(question: QueryFile, given: dict[str, str], lang: Language) -> dict[str, str]:
    """The parameters with the reader's language added where the question asks for one."""
    asks = any(parameter.name == "lang" for parameter in question.parameters)
    return {"lang": lang, **given} if asks else given


__all__ = ["Dataset", "in_language", "open"]
