"""The version of mfgraph: pyproject.toml reads it here, and the program need not look it up."""

__version__ = "0.1.0"
