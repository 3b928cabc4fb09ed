"""Blocks as Turtle: read back they are the same, and they read as if written by hand."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from mfgraph.ingest.drafts import Block, Value
from mfgraph.ingest.turtle import head, render
from mfgraph.vocab import term

LOCAL = {"at": "https://w3id.org/mfgraph/id/locator/al-massae-1/"}


def _back(blocks: list[Block]) -> set[Triple]:
    body = render(blocks, LOCAL)
    text = f"{head(body, LOCAL)}\n\n{body}"
    return {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)}


def test_a_block_reads_as_if_written_by_hand() -> None:
    block = Block(
        NamedNode(f"{LOCAL['at']}1"),
        (
            (term("rdf:type"), (term("mf:Locator"),)),
            (term("oa:hasSource"), (term("source:al-massae-1"),)),
            (term("mf:phrase"), (Literal('dite "Jaïda"'),)),
        ),
    )
    assert render([block], LOCAL) == (
        "at:1 a mf:Locator ;\n"
        "    oa:hasSource source:al-massae-1 ;\n"
        '    mf:phrase "dite \\"Jaïda\\"" .\n'
    )


def test_only_prefixes_that_are_used_are_declared() -> None:
    body = 'organization:fnam rdfs:label "schema:name # not a prefix" .\n'
    assert head(body).splitlines() == [
        "@prefix rdfs:         <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix organization: <https://w3id.org/mfgraph/id/org/> .",
    ]


def test_prefixes_after_an_escaped_number_sign_are_declared() -> None:
    body = "membership:a--b\\#interval a time:ProperInterval .\n"
    assert {line.split()[1] for line in head(body).splitlines()} == {"membership:", "time:"}


_SLUGS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?(#[0-9-]{1,10})?", fullmatch=True)
_NODES = _SLUGS.map(lambda slug: NamedNode(f"https://w3id.org/mfgraph/id/event/{slug}"))
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2).map(str)
_VALUES: st.SearchStrategy[Value] = st.one_of(
    _NODES,
    _TEXTS.map(Literal),
    _TEXTS.map(lambda text: Literal(text, language="ar")),
    _NUMBERS.map(lambda text: Literal(text, datatype=term("xsd:decimal"))),
    st.integers().map(lambda n: Literal(str(n), datatype=term("xsd:integer"))),
    st.sampled_from(["2001", "2001-10", "2008/2010"]).map(
        lambda text: Literal(text, datatype=term("edtf:EDTF"))
    ),
)


@given(st.lists(st.tuples(_NODES, st.lists(_VALUES, min_size=1, max_size=3)), max_size=4))
def test_what_is_written_is_read_back(said: list[tuple[NamedNode, list[Value]]]) -> None:
    blocks = [Block(node, ((term("schema:about"), tuple(values)),)) for node, values in said]
    expected = {
        Triple(node, term("schema:about"), value) for node, values in said for value in values
    }
    assert _back(blocks) == expected
