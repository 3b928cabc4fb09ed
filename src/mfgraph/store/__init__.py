"""Stores: what answers SPARQL.

`base` says what all can do, `oxigraph` is the one in this process, `shelf` keeps those on disk.
"""

from mfgraph.store.base import Store
from mfgraph.store.oxigraph import OxigraphStore
from mfgraph.store.shelf import Shelf

__all__ = ["OxigraphStore", "Shelf", "Store"]
