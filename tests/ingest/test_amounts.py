"""Amounts: whole values, in the currency that is named, with what the source puts before them."""

from decimal import Decimal

import pytest

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.amounts import Amount, amount, decimal
from mfgraph.vocab import term


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("200 million MAD", "200000000", "MAD"),
        ("3 million MAD", "3000000", "MAD"),
        ("10.6 million USD", "10600000", "USD"),
        ("1.5 million EUR", "1500000", "EUR"),
        ("1,5 million EUR", "1500000", "EUR"),
        ("30 M USD", "30000000", "USD"),
        ("30000000 MAD", "30000000", "MAD"),
        ("46.2 million USD", "46200000", "USD"),
        ("25.6 million USD", "25600000", "USD"),
        ("2 billion MAD", "2000000000", "MAD"),
        ("150 thousand MAD", "150000", "MAD"),
        ("10000 USD", "10000", "USD"),
    ],
)
def test_an_amount_is_stored_whole_in_its_own_currency(
    text: str, value: str, currency: str
) -> None:
    assert amount(text) == Amount(Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "phrase", "qualifier"),
    [
        (">16 million USD", "l’USAID pour plus de 16 millions Dollars en", "more-than"),
        ("16 million USD", "l’USAID pour plus de 16 millions Dollars en", "more-than"),
        ("~16 million USD", "", "about"),
        ("20 million EUR", "d'un montant maximum de 20 millions d’euros au", "at-most"),
        ("110 million MAD", "d’un montant maximum de 110 millions de dirhams", "at-most"),
        ("111 million MAD", "pouvant atteindre 111 MDH à la Fondation Arrawaj", "at-most"),
        ("30 million MAD", "l’IFC est plafonné à 30 millions de dirhams.", "at-most"),
        ("200 million MAD", "forme de subvention de 200 MDH étalée sur", None),
        ("6 million MAD", "des montants respectifs de 6 et 5 millions", None),
    ],
)
def test_the_sign_or_the_phrase_qualifies_the_amount(
    text: str, phrase: str, qualifier: str | None
) -> None:
    assert amount(text, phrase).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    ["", "a lot of MAD", "10 million", "10 million GBP", "10 zillion MAD", "10 million MADS"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(UnknownTerm, match="is no amount"):
        amount(text)


def test_two_amounts_of_one_loan_are_two_nodes_and_equal_ones_are_one() -> None:
    loan = term("relation:usaid--funded--al-amana")
    told = [
        amount("10.5 million USD").node(loan),
        amount("10500000 USD").node(loan),
        amount(">16 million USD").node(loan),
    ]
    assert [each.value.rpartition("#")[2] for each in told] == [
        "amount-10500000-usd",
        "amount-10500000-usd",
        "amount-more-than-16000000-usd",
    ]


def test_a_claim_of_an_amount_keeps_the_digits_that_the_phrase_prints() -> None:
    event = term("event:prets-afd-2006")
    phrase = "للتمويل بقيمة إجمالية تبلغ 1,5 مليون أورو، لفائدة"
    assert amount("1.5 million EUR", phrase).claim(event, phrase).as_printed == "1,5"


def test_a_number_has_no_exponent() -> None:
    assert decimal(Decimal("2E+8")).value == "200000000"
