"""Files are compared by what they say: order, format, spelling and names of blank nodes are not."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import RdfFormat, parse

from mfgraph.build import Built
from mfgraph.diff import difference, write
from mfgraph.errors import UsageError
from mfgraph.export import export

Alone = Callable[..., tuple[bytes, bytes]]
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SAID: Final = (
    '<x:a> <x:p> "58.0"^^<' + XSD + "decimal> <x:g> .\n"
    '<x:a> <x:p> "é"@fr <x:g> .\n'
    "<x:a> <x:q> <x:b> .\n"
)
SAME: Final = {
    ".nq": '# turned round\n<x:a> <x:q> <x:b> .\n<x:a>\t<x:p> "\\u00e9"@FR <x:g> .\n<x:a> <x:p> '
    f'"58.0"^^<{XSD}decimal> <x:g>.\n<x:a> <x:q> <x:b> .\n',
    ".trig": '<x:g> { <x:a> <x:p> 58.0 , "é"@fr } <x:a> <x:q> <x:b> .',
}


@pytest.mark.parametrize("suffix", SAME)
def test_the_same_in_another_order_format_and_spelling_is_equal(alone: Alone, suffix: str) -> None:
    assert alone((".nq", SAID), (suffix, SAME[suffix])) == (b"", b"")
    assert alone((suffix, SAME[suffix]), (suffix, SAME[suffix])) == (b"", b"")


def test_a_line_that_is_also_there_in_another_spelling_is_not_gone(alone: Alone) -> None:
    plain, spelled = '<x:a> <x:p> "é" .\n', '<x:a> <x:p> "\\u00e9" .\n'
    assert alone((".nt", spelled + plain), (".nt", spelled)) == (b"", b"")


def test_two_spellings_of_one_number_are_two_statements(alone: Alone) -> None:
    lines = [f'<x:a> <x:p> "{number}"^^<{XSD}decimal> .\n' for number in ("58", "58.0")]
    assert alone((".nt", lines[0]), (".nt", lines[1])) == (lines[0].encode(), lines[1].encode())
    assert alone(
        (".ttl", f'<x:a> <x:p> "58"^^<{XSD}decimal> .'), (".ttl", "<x:a> <x:p> 58.0 .")
    ) == (
        lines[0].encode(),
        lines[1].encode(),
    )


def test_names_of_blank_nodes_do_not_count_but_what_they_say_does(alone: Alone) -> None:
    old = '_:x <x:knows> _:y .\n_:y <x:name> "El Mazouri" .\n'
    assert alone((".nt", old), (".nt", old.replace("_:x", "_:b7"))) == (b"", b"")
    assert alone((".nt", old), (".ttl", '[] <x:knows> [ <x:name> "El Mazouri" ] .')) == (b"", b"")
    gone, come = alone((".nt", old), (".nt", old.replace("_:y .", "_:x .")))
    assert gone
    assert come


def test_beside_a_file_without_graphs_only_the_default_graph_is_compared(alone: Alone) -> None:
    assert alone((".nq", SAID), (".ttl", "<x:a> <x:q> <x:b> .")) == (b"", b"")
    assert alone((".nt", "<x:a> <x:q> <x:c> .\n"), (".trig", SAME[".trig"])) == (
        b"<x:a> <x:q> <x:c> .\n",
        b"<x:a> <x:q> <x:b> .\n",
    )


@pytest.mark.parametrize("name", ["graph.nq", "graph.trig", "graph.ttl", "graph.nt"])
def test_an_export_and_the_workspace_it_was_made_of_are_equal(
    seed_built: Built, tmp_path: Path, name: str
) -> None:
    path, root = tmp_path / name, str(seed_built.workspace.root)
    export(seed_built, path.suffix[1:], path)
    with difference(str(path), root, seed_built.workspace) as found:
        assert found.is_empty
        assert found.whole == (path.suffix in {".nq", ".trig"})
    path.write_bytes(path.read_bytes().replace(b"2001-10-04", b"2001-10-05"))
    with difference(str(path), root, seed_built.workspace) as found:
        assert not found.is_empty


def test_a_patch_makes_the_new_version_of_the_old_one(seed_built: Built, tmp_path: Path) -> None:
    old, new = tmp_path / "old.nq", tmp_path / "new.nq"
    export(seed_built, "nquads", old)
    lines = old.read_bytes().splitlines(keepends=True)
    changed = [line.replace(b"2001", b"2002") for line in lines[:-40]]
    new.write_bytes(b"".join(sorted(set(changed))))
    output = io.BytesIO()
    with difference(str(old), str(new), seed_built.workspace) as found:
        write(found, "patch", output)
    said = set(parse(path=str(old)))
    begin, *changes, end = output.getvalue().splitlines()
    assert (begin, end) == (b"TX .", b"TC .")
    for change in changes:
        sign, statement = change[:2], set(parse(change[2:], format=RdfFormat.N_QUADS))
        said = {b"D ": said.difference, b"A ": said.union}[sign](statement)
    assert said == set(parse(path=str(new)))
    assert len(changes) > 50


def test_a_file_of_another_format_is_refused(alone: Alone) -> None:
    with pytest.raises(UsageError, match=r"old\.xml: .*no format that is compared; suffixes are"):
        alone((".xml", "<a/>"), (".nt", ""))
