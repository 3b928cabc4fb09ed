"""Synthetic ecosystems of any size, in the shape of the real one.

    draws ──── choices that a seed settles, the same on every machine
    tables ─── proportions and words, as the .toml files beside give them
    plan ───── how many of each kind of thing a number of triples holds, and which source tells what
    names ──── words that mean nothing, each unlike the others
    world ──── the things, each known by its kind and number
    blocks ─── the Turtle of each kind of thing, from the .ttl files beside
    sheet ──── one file being written, block after block
    page ───── the file of one source: its claims, and the words that they rest on
    …          one module a kind of thing: organizations, ties, people, events, figures, texts …
    sources ── which source tells of what
    faults ─── what is made wrong on purpose, as faults.toml beside lists it
    folder ─── the whole workspace, written beside and then renamed

Whatever a thing is called and whatever is said of it follows from the seed and its number, so
nothing is kept: any source can be written without the others, and memory stays as it is.
"""

from mfgraph.generate.folder import Generated, generate

__all__ = ["Generated", "generate"]
