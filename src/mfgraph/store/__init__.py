"""Stores: what answers SPARQL. `base` says what all can do, `oxigraph` is the one in this process."""

from mfgraph.store.base import Store
from mfgraph.store.oxigraph import OxigraphStore

__all__ = ["OxigraphStore", "Store"]
