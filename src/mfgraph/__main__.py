"""`python -m mfgraph` is `mfgraph`."""

from mfgraph.cli import main

main()
