"""The names of the package: loaded when they are used, and complete."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import mfgraph
from mfgraph.api import open as opened


def test_each_public_name_is_there_and_listed() -> None:
    assert len(mfgraph.__all__) == 8
    assert set(mfgraph.__all__) <= set(dir(mfgraph))
    assert all(getattr(mfgraph, name) is not None for name in mfgraph.__all__)
    assert mfgraph.open is opened


def test_a_name_that_it_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'mfgraph' has no attribute 'opne'"):
        getattr(mfgraph, "opne")  # noqa: B009  (the type checker knows that it is not there)


def test_the_package_alone_loads_none_of_its_modules() -> None:
    code = "import sys, mfgraph; print([name for name in sys.modules if 'mfgraph.' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_its_version_is_the_one_that_was_installed() -> None:
    assert mfgraph.__version__ == version("mfgraph")
