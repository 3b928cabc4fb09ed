"""What is measured, with whom, and by which command: one case a figure or a row of figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import RUNS

# Questions of the library whose answers grow with the data; the first eight ask what holds, and
# the others of sources as well, for which a peer needs named graphs.
PLAIN = (
    "post-holders",
    "events-by-year",
    "attendance-of-person",
    "co-participants",
    "funders-and-recipients",
    "activity-shares",
    "topics-by-speaker",
    "missing-indicators",
)
NAMED = ("founding-dates", "names-by-source", "values-held-and-passed-over", "sources-by-kind")
QUESTIONS = PLAIN + NAMED
FORMATS = ("turtle", "nquads")
# Where time is short it is to run out for these, and not before the others have been measured.
LONG = frozenset({"rdflib", "kglab", "maplib", "rdflib + pySHACL"})
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
NETWORK = "agents-events"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A command that measures something; `whole` if the time is that of the whole process.

    Its `parts` are added to the command: one that is stopped at a part goes on with the next. What
    it writes to is `fresh`, and is removed before each run. A child that repeats what it measures
    has one run. Without what is `needed` nothing else of its size can be measured.
    """

    measure: str
    engine: str
    command: tuple[str, ...]
    parts: tuple[str, ...] = ()
    whole: bool = False
    fresh: Path | None = None
    runs: int = RUNS
    needed: bool = False


@dataclass(frozen=True)
class Place:
    """Where things are: the programs, the workspace that is copied, and the folder of a size."""

    python: str
    mfgraph: str
    peers: str
    oxigraph: str
    source: Path
    folder: Path
    size: int

    @property
    def world(self) -> Path:
        """The generated workspace."""
        return self.folder / "world"

    def ours(self, step: str, *words: str) -> tuple[str, ...]:
        """A step of our own."""
        script = str(HERE / "ours.py")
        return (self.python, script, step, str(self.world), str(self.folder), *words)

    def peer(self, step: str, peer: str, *words: str) -> tuple[str, ...]:
        """A step of a peer."""
        return (self.peers, str(HERE / "peers.py"), step, peer, str(self.folder), *words)


def generate(place: Place) -> Case:
    """The data of a size."""
    command = (
        *(place.mfgraph, "-C", str(place.source), "generate"),
        *("--triples", str(place.size), "-o", str(place.world)),
    )
    return Case("generate", "mfgraph", command, whole=True, fresh=place.world, needed=True)


def cases(place: Place) -> Iterator[Case]:
    """All that is measured on the data of a size; those that may take long come last."""
    yield from sorted(_cases(place), key=lambda case: case.engine in LONG)


def _cases(place: Place) -> Iterator[Case]:
    yield Case("build", "mfgraph", place.ours("build"))
    yield Case("save", "mfgraph", place.ours("save"), fresh=place.world / "build")
    prepare = place.ours("prepare", *QUESTIONS)
    yield Case("prepare", "mfgraph", prepare, runs=1, needed=True)
    yield Case("reopen", "mfgraph", place.ours("reopen"))
    yield from _loads(place)
    yield from _questions(place)
    yield from _exports(place)
    yield from _first_answers(place)
    yield from _networks(place)
    yield Case("validate", "mfgraph", place.ours("validate"))
    yield Case("unite", "mfgraph", place.ours("unite"), runs=1)
    shapes = str(place.world / "ontology" / "shapes")
    for peer in ("rdflib + pySHACL", "pyshacl-turbo"):
        yield Case("validate", peer, place.peer("validate", peer, shapes))


def _loads(place: Place) -> Iterator[Case]:
    store, file = place.folder / "oxigraph", str(place.folder / "quads.nq")
    for peer in ("pyoxigraph", "rdflib"):
        yield Case("load files", peer, place.peer("load_files", peer))
    for peer in ("pyoxigraph", "rdflib"):
        yield Case("load quads", peer, place.peer("load", peer, "quads.nq"))
    on_disk = "pyoxigraph on disk"
    yield Case(
        "load quads",
        on_disk,
        place.peer("load", on_disk, "quads.nq"),
        fresh=place.folder / "pyoxigraph",
    )
    command = (place.oxigraph, "load", "-l", str(store), "-f", file)
    yield Case("load quads", "oxigraph", command, whole=True, fresh=store)
    for peer in ("pyoxigraph", "rdflib", "kglab", "maplib"):
        yield Case("load view", peer, place.peer("load", peer, "view.nt"))


def _questions(place: Place) -> Iterator[Case]:
    def asked(engine: str, command: tuple[str, ...], questions: tuple[str, ...]) -> Case:
        return Case("questions", engine, command, questions, runs=1)

    yield asked("mfgraph", place.ours("ask_in_memory"), QUESTIONS)
    yield asked("mfgraph on disk", place.ours("ask"), QUESTIONS)
    for peer in ("pyoxigraph", "pyoxigraph on disk", "rdflib"):
        yield asked(peer, place.peer("ask", peer, "quads.nq"), QUESTIONS)
    for peer in ("kglab", "maplib"):
        yield asked(peer, place.peer("ask", peer, "view.nt"), PLAIN)


def _exports(place: Place) -> Iterator[Case]:
    yield Case("export", "mfgraph", place.ours("export"), FORMATS)
    for peer in ("pyoxigraph", "pyoxigraph on disk", "rdflib"):
        yield Case("export", peer, place.peer("export", peer, "quads.nq"), FORMATS)
    for peer in ("kglab", "maplib"):
        yield Case("export", peer, place.peer("export", peer, "view.nt"), FORMATS[:1])


def _first_answers(place: Place) -> Iterator[Case]:
    def whole(engine: str, *command: str) -> Case:
        return Case("first answer", engine, command, whole=True)

    yield whole("empty interpreter", place.python, "-c", "pass")
    asked = (place.mfgraph, "-C", str(place.world), "query", "--query", COUNT)
    yield whole("mfgraph on disk", *asked)
    store = str(place.folder / "oxigraph")
    form = ("--results-format", "csv")
    yield whole("oxigraph", place.oxigraph, "query", "-l", store, "-q", COUNT, *form)
    for peer in ("pyoxigraph on disk", "pyoxigraph", "rdflib", "kglab", "maplib"):
        file = "view.nt" if peer in ("kglab", "maplib") else "quads.nq"
        yield whole(peer, *place.peer("first_answer", peer, file, COUNT))


def _networks(place: Place) -> Iterator[Case]:
    yield Case("network", "mfgraph on disk", place.ours("rank", NETWORK), whole=True)
    text = str(HERE / "agents-and-events.rq")
    rank = place.peer("rank", "networkx", text)
    yield Case("network", "pyoxigraph + networkx", rank, whole=True)
