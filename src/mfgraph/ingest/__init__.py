"""Ingest: sourced facts of a table, one a line, become claims of their sources in Turtle.

    lines ────── a JSON Lines file, line by line
    converters ─ what a line of each kind says: claims, records, things
    register ─── the slug, publisher and kind of each source address
    turtle ───── blocks as Turtle that reads as if written by hand
    facts ────── the whole way, once: what stands already is left as it is

After that the Turtle is the truth. A second run changes nothing, and edits by hand survive.
"""

from mfgraph.ingest.facts import Ingested, ingest

__all__ = ["Ingested", "ingest"]
