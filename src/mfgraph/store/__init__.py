"""Stores: what answers SPARQL.

base        what all can do
oxigraph    the one in this process, in memory or on disk
shelf       those that are kept on disk, whole or not at all
endpoint    one on a server, loaded only by those who name a server, with
profiles    how servers differ, as data, and dialect, how each is put a query
connection  the addresses, over a session that signs and asks again, and refusals told in a line
answers     read strictly, manifest (what was published there), values (spelled anew by servers)
"""

from mfgraph.store.base import Store
from mfgraph.store.oxigraph import OxigraphStore
from mfgraph.store.shelf import Shelf

__all__ = ["OxigraphStore", "Shelf", "Store"]
