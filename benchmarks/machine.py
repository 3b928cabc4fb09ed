"""The machine that figures come from: what it is made of and which versions run on it."""

import json
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

PEERS = (
    "kglab", "maplib", "networkx", "oxigraph", "pyoxigraph", "pyshacl", "pyshacl-turbo", "rdflib",
)  # fmt: skip
_VERSIONS = (
    "import importlib.metadata as m, json, sys; "
    "found = {d.name.lower(): d.version for d in m.distributions()}; "
    "print(json.dumps({n: found[n] for n in sys.argv[1:] if n in found}))"
)


def machine(peers: Path) -> dict[str, Any]:
    """What a reader needs to weigh the figures: no name of the machine, and no path."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": platform.system(),
        "python": platform.python_version(),
        # Others at work on the machine when it began: the mean of the last minute.
        "load": round(os.getloadavg()[0], 2),
        "versions": {"mfgraph": version("mfgraph"), "pyoxigraph": version("pyoxigraph")},
        "peers": _peers(peers),
    }


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _peers(python: Path) -> dict[str, str]:
    done = subprocess.run(  # noqa: S603  (the environment of the peers)
        [str(python), "-c", _VERSIONS, *PEERS], check=True, capture_output=True, text=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found
