"""Stores: what answers SPARQL.

`base` says what all can do, `oxigraph` is the one in this process, `shelf` keeps those on disk;
`endpoint` is one on a server, and is loaded only by those who name a server.
"""

from mfgraph.store.base import Store
from mfgraph.store.oxigraph import OxigraphStore
from mfgraph.store.shelf import Shelf

__all__ = ["OxigraphStore", "Shelf", "Store"]
