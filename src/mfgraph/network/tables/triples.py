"""N-Triples as columns of text: subject, property and value of every line at once."""

import pyarrow as pa
import pyarrow.compute as pc

# A literal between its quotes, and the language it is in; its datatype adds nothing here.
_LITERAL = r'(?s)^"(?P<text>.*)"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<[^>]*>)?$'
_NAMED = {'"': '"', "n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
# Beside those with a letter, canonical N-Triples escapes only characters that control.
_ESCAPES = (
    *((f"\\{letter}", plain) for letter, plain in _NAMED.items()),
    *((f"\\u{code:04X}", chr(code)) for code in (*range(0x20), 0x7F)),
)


def triples(answer: bytes) -> pa.Table:
    """The triples of canonical N-Triples: `subject`, `property` and `value` as they are written.

    Each line holds one triple with single spaces between its terms, as
    [RDF 1.1 N-Triples](https://www.w3.org/TR/n-triples/#canonical-ntriples) has it.

    >>> triples(b'<a:s> <a:p> "a b"@en .').to_pylist()
    [{'subject': 'a:s', 'property': 'a:p', 'value': '"a b"@en'}]
    """
    lines = _lines(answer) if answer else pa.array([], pa.large_string())
    terms = pc.split_pattern(lines, " ", max_splits=2)
    subject, name, value = (pc.list_element(terms, at) for at in range(3))
    return pa.table(
        {
            "subject": iri(subject),
            "property": iri(name),
            "value": pc.ascii_rtrim(value, characters=" ."),
        }
    )


def _lines(answer: bytes) -> pa.Array:
    # One long text that lies where the answer does: nothing is copied.
    ends = pa.array([0, len(answer) - answer.endswith(b"\n")], pa.int64()).buffers()[1]
    whole = pa.LargeStringArray.from_buffers(1, ends, pa.py_buffer(answer))
    return pc.split_pattern(whole, "\n").flatten()


def iri(written: pa.Array) -> pa.Array:
    """IRIs without their angle brackets."""
    return pc.ascii_trim(written, characters="<>")


def values(written: pa.Array) -> pa.Array:
    """The text of each term: an IRI, or what a literal says without its type or language.

    >>> values(pa.array(["<a:b>", '"1"^^<a:int>'])).to_pylist()
    ['a:b', '1']
    """
    is_iri = pc.starts_with(written, "<")
    if pc.all(is_iri).as_py():  # most columns: nothing in them has to be read as a literal
        return iri(written)
    return pc.if_else(is_iri, iri(written), literals(written)[0])


def literals(written: pa.ChunkedArray | pa.Array) -> tuple[pa.Array, pa.Array]:
    """What literals say, and in which language; null where a term is none."""
    whole = written.combine_chunks() if isinstance(written, pa.ChunkedArray) else written
    parts = pc.extract_regex(whole, _LITERAL)
    text, lang = (pc.struct_field(parts, name) for name in ("text", "lang"))
    escaped = pc.fill_null(pc.match_substring(text, "\\"), False)  # noqa: FBT003  (Arrow's own form)
    if not pc.any(escaped).as_py():
        return text, lang
    return pc.replace_with_mask(text, escaped, _plain(text.filter(escaped))), lang


def _plain(text: pa.Array) -> pa.Array:
    """Texts without their escapes; a doubled backslash is none, so texts are taken apart there."""
    apart = pc.split_pattern(text.cast(pa.string()), r"\\")
    pieces = apart.flatten()
    for escaped, plain in _ESCAPES:
        pieces = pc.replace_substring(pieces, escaped, plain)
    whole = pc.binary_join(pa.ListArray.from_arrays(apart.offsets, pieces), "\\")
    return whole.cast(text.type)
