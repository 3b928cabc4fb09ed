"""A header that was kept is the one that reading the query again gives."""

import subprocess
import sys
from pathlib import Path

import pytest

from mfgraph.errors import SyntaxFault
from mfgraph.queries import KeptHeaders, Library, read
from mfgraph.workspace import Workspace

HEADER = "#+ summary: {}\n#+ parameters:\n#+   on: {{ type: string }}\nSELECT ?on {{ VALUES ?on {{ UNDEF }} }}\n"


@pytest.fixture
def kept(tmp_path: Path) -> KeptHeaders:
    return KeptHeaders(tmp_path / ".headers")


@pytest.fixture
def query(tmp_path: Path) -> Path:
    path = tmp_path / "people" / "who.rq"
    path.parent.mkdir()
    path.write_text(HEADER.format("Who."), encoding="utf-8")
    return path


def test_every_query_is_the_same_from_its_kept_header(kept: KeptHeaders) -> None:
    paths = Workspace.shipped().query_files()
    assert len(paths) > 100
    for path in paths:
        first, again = read(path, kept), read(path, kept)
        assert first == again == read(path)
    assert len(list(kept.folder.iterdir())) == sum(bool(read(path).header) for path in paths)


def test_a_kept_header_needs_no_yaml(kept: KeptHeaders, query: Path, tmp_path: Path) -> None:
    before = Library(tmp_path, kept).query("who")
    code = (
        "import sys; from pathlib import Path; from mfgraph.queries import KeptHeaders, Library; "
        "root = Path(sys.argv[1]); found = Library(root, KeptHeaders(root / '.headers')).query('who'); "
        "print('yaml' in sys.modules, found.summary, found.parameters[0].name)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "False Who. on\n"
    assert before == read(query)


def test_other_lines_are_read_anew(kept: KeptHeaders, query: Path) -> None:
    assert read(query, kept).summary == "Who."
    query.write_text(HEADER.format("Whom"), encoding="utf-8")
    assert read(query, kept).summary == "Whom"
    query.write_text("#+ summary: [\nASK {}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(SyntaxFault, match="the header is not YAML"):
            read(query, kept)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{}", b'{"lines": 1}', b'{"header": 3}'])
def test_a_damaged_one_is_read_anew(kept: KeptHeaders, query: Path, content: bytes) -> None:
    read(query, kept)
    (file,) = kept.folder.iterdir()
    file.write_bytes(content)
    assert read(query, kept).summary == "Who."


def test_nothing_is_kept_where_no_store_is(query: Path, tmp_path: Path) -> None:
    assert read(query, KeptHeaders(tmp_path / "stores" / ".headers")).summary == "Who."
    assert not (tmp_path / "stores").exists()
