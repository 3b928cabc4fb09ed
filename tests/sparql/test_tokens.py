"""Code, strings, comments and brackets of a query are told apart as SPARQL tells them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mfgraph.sparql.tokens import closing, tokens, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("?x a org:Post.", ["?x", "a", "org:Post", "."]),
        ("?x ex:p 5.", ["?x", "ex:p", "5", "."]),
        ("?x ex:p 1.5 , -2 , .5e3", ["?x", "ex:p", "1.5", ",", "-2", ",", ".5e3"]),
        ("ex:a.b.c .", ["ex:a.b.c", "."]),
        (r"x:0-104\#quote", [r"x:0-104\#quote"]),
        (":a _:b ex:", [":a", "_:b", "ex:"]),
        ("<https://e.org/#a> # gone\n<b>", ["<https://e.org/#a>", "<b>"]),
        ("?a<?b && ?c>=?d", ["?a", "<", "?b", "&&", "?c", ">=", "?d"]),
        ("^ex:a/(ex:b|!ex:c)*", ["^", "ex:a", "/", "(", "ex:b", "|", "!", "ex:c", ")", "*"]),
        ('\'a # b\' "c\\" d"', ["'a # b'", '"c\\" d"']),
        ('\'\'\'a\n\' }\'\'\' """b"" { """', ["'''a\n' }'''", '"""b"" { """']),
        ("'x'@ar-MA '1'^^xsd:int", ["'x'", "@ar-MA", "'1'", "^^", "xsd:int"]),
        ("ex:knows? ?x $y", ["ex:knows", "?", "?x", "$y"]),
        ("?اسم الفدرالية:x", ["?اسم", "الفدرالية:x"]),
    ],
)
def test_a_text_is_cut_into_its_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_a_token_knows_where_it_stands() -> None:
    text = "ASK # why\n{ ?x a <p> }"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "ASK",
        "{",
        "?x",
        "a",
        "<p>",
        "}",
    ]


def test_a_keyword_is_known_in_any_case_and_not_in_a_name() -> None:
    select, name, text = tokens("seLect select:x 'SELECT'")
    assert select.is_word("ASK", "SELECT")
    assert not name.is_word("SELECT")
    assert not text.is_word("SELECT")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("{ { } [ ( ) ] } ?x", 0, 7),
        ("{ { } [ ( ) ] } ?x", 1, 2),
        ("{ '}' # }\n }", 0, 2),
        ("?x { }", 0, 0),
        ("{ ?x", 0, 1),
    ],
)
def test_a_bracket_is_closed_by_its_own(text: str, start: int, end: int) -> None:
    assert closing(tokens(text), start) == end


def test_tokens_are_written_on_one_line() -> None:
    assert written(tokens("FILTER(\n ?a = 1 # one\n )")) == "FILTER( ?a = 1 )"


@given(st.text(alphabet="?x:a\"'\\#<>{}[]().;,^@ \n15-+é"))
def test_no_character_outside_space_and_comments_is_lost(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.text == text[token.start : token.end]
        between = text[end : token.start]
        assert between.strip() == "" or between.lstrip().startswith("#")
        end = token.end
