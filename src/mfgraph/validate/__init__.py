"""Validation: what the shapes, the hygiene checks and a look at names and bytes object to.

shapes ────── SHACL on one graph of all (constraints: one query for all nodes)
targets ───── shapes that match no node
checks ────── hygiene queries with their severities
near_names ── names that differ by one letter
stored_text ─ bytes on disk, dates with gaps
    └──> Report ──> writers: text, JSON, JUnit, SARIF, Turtle

sights, reach ── what each of these looks at, followed from a change to the nodes it touches
changed ──────── the same report, of which only what a change touches is done anew
since, state ─── the change since the last time, whose outcome is kept in the build folder
"""

from mfgraph.validate.report import Report, Result, Severity, Target
from mfgraph.validate.run import validate
from mfgraph.validate.shapes import ENGINES, Engine
from mfgraph.validate.writers import WRITERS, write

__all__ = [
    "ENGINES",
    "WRITERS",
    "Engine",
    "Report",
    "Result",
    "Severity",
    "Target",
    "validate",
    "write",
]
