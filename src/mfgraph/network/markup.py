"""Pieces of HTML made of text: escaped, and each piece in its own direction."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Final

_WEB: Final = re.compile(r"https?://")
_ISOLATED: Final = re.compile("\u2068([^\u2068\u2069]*)\u2069")


def parts(text: str) -> str:
    """Text as HTML, what Unicode isolates in it as `bdi` elements.

    >>> parts("a < \u20681\u2069")
    'a &lt; <bdi>1</bdi>'
    """
    escaped = html.escape(text)
    while (inner := _ISOLATED.sub(r"<bdi>\1</bdi>", escaped)) != escaped:
        escaped = inner
    return escaped


def element(tag: str, text: str, *, href: str = "") -> str:
    """One element around a text; an address is kept only if it leads to the web or into the page.

    >>> element("a", "x", href="javascript:alert(1)")
    '<a dir="auto">x</a>'
    """
    leads = bool(_WEB.match(href)) or href.startswith("#")
    where = f' href="{html.escape(href)}"' if leads else ""
    auto = ' dir="auto"' if tag == "a" else ""
    return f"<{tag}{where}{auto}>{parts(text)}</{tag}>"


def listed(items: Iterable[str]) -> str:
    """Items of a list, each of which is HTML already."""
    return "".join(f"<li>{item}</li>" for item in items)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, words: int) -> str:
    """A table whose first columns hold words and the others numbers."""
    head = "".join(f'<th scope="col">{parts(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{_cells(row, words)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[str], words: int) -> str:
    return "".join(
        f"<td><bdi>{parts(cell)}</bdi></td>"
        if number < words
        else f'<td class="number">{parts(cell)}</td>'
        for number, cell in enumerate(row)
    )
