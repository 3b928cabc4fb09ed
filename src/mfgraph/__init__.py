"""A knowledge graph of Morocco's microfinance ecosystem in which every statement shows its words."""

from mfgraph.api import Dataset, open  # noqa: A004  (mfgraph.open reads well)
from mfgraph.claims import Claim
from mfgraph.errors import MfgraphError
from mfgraph.words import Excerpt, Locator
from mfgraph.workspace import Workspace

__all__ = ["Claim", "Dataset", "Excerpt", "Locator", "MfgraphError", "Workspace", "open"]
