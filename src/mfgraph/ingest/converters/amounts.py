"""Amounts of money: "200 million MAD" as a whole value in the currency that is named.

No currency is converted. An amount is a node named by its value, so that two sources that give
the same amount of one loan share it, and two that differ can be seen to differ.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.printed import printed
from mfgraph.ingest.converters.qualifiers import qualifier
from mfgraph.ingest.drafts import Block, ClaimDraft
from mfgraph.vocab import term

_AMOUNT: Final = re.compile(
    r"(?P<sign>[>≥≤~])?\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?P<times>[A-Za-z]+?)??\s*(?P<currency>[A-Z]{3})"
)
_TIMES: Final = MappingProxyType(
    {None: 1, "k": 10**3, "thousand": 10**3, "M": 10**6, "million": 10**6, "billion": 10**9}
)
_CURRENCIES: Final = ("EUR", "MAD", "USD")
_SIGNS: Final = MappingProxyType({">": "more-than", "≥": "at-least", "≤": "at-most", "~": "about"})
# Words that bound an amount without standing right before it.
_AT_MOST: Final = re.compile(r"montant maximum|pouvant atteindre|plafonné")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in its currency, with the qualifier that a source puts before it."""

    value: Decimal
    currency: str
    qualifier: str | None = None

    def node(self, owner: NamedNode) -> NamedNode:
        """The IRI of the amount as one of its owner.

        >>> Amount(Decimal(200_000_000), "MAD").node(term("event:accord-cadre-2005")).value
        'https://w3id.org/mfgraph/id/event/accord-cadre-2005#amount-200000000-mad'
        """
        number = f"{self.value:f}".replace(".", "-")
        parts = ("amount", self.qualifier, number, self.currency.lower())
        return NamedNode(f"{owner.value}#{'-'.join(part for part in parts if part)}")

    def block(self, owner: NamedNode) -> Block:
        """The description of the amount as one of its owner."""
        told = self.qualifier
        return Block(
            self.node(owner),
            (
                (term("rdf:type"), (term("schema:MonetaryAmount"),)),
                (term("schema:value"), (decimal(self.value),)),
                (term("schema:currency"), (Literal(self.currency),)),
                *(
                    ((term("mf:valueQualifier"), (term(f"value-qualifier:{told}"),)),)
                    if told
                    else ()
                ),
            ),
        )

    def claim(self, owner: NamedNode, phrase: str) -> ClaimDraft:
        """The claim that the owner has this amount, with the digits that the phrase prints."""
        return ClaimDraft(
            subject=owner,
            predicate=term("schema:amount"),
            value=self.node(owner),
            as_printed=printed(phrase, self.value, self.currency),
        )


def amount(text: str, phrase: str = "") -> Amount:
    """The amount that a facts file writes, qualified by the phrase it was read from.

    Raises:
        UnknownTerm: the text is no amount, or its currency or magnitude is not known.

    >>> amount(">16 million USD")
    Amount(value=Decimal('16000000'), currency='USD', qualifier='more-than')
    >>> amount("110 million MAD", "d’un montant maximum de 110 millions").qualifier
    'at-most'
    """
    found = _AMOUNT.fullmatch(text)
    if not found or found["times"] not in _TIMES or found["currency"] not in _CURRENCIES:
        raise UnknownTerm(
            f"{text!r} is no amount", hint='write it as "200 million MAD" or "10000 USD"'
        )
    value = Decimal(found["number"].replace(",", ".")) * _TIMES[found["times"]]
    value = Decimal(f"{value.normalize():f}")
    told = _SIGNS.get(found["sign"] or "") or _qualifier(value, found["currency"], phrase)
    return Amount(value, found["currency"], told)


def decimal(value: Decimal) -> Literal:
    """A number as data writes it: exact, without an exponent.

    >>> decimal(Decimal("1E+2")).value
    '100'
    """
    return Literal(f"{value:f}", datatype=term("xsd:decimal"))


def _qualifier(value: Decimal, currency: str, phrase: str) -> str | None:
    found = qualifier(None, phrase, printed(phrase, value, currency))
    return found or ("at-most" if _AT_MOST.search(phrase) else None)
