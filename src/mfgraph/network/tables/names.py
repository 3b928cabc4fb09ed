"""Columns of names: of nodes and roles in the language asked for, of kinds, of what has no name."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.network.header import Texts
from mfgraph.network.tables.facts import looked_up
from mfgraph.terms import Language, pick, preferred
from mfgraph.vocab import PREFIXES

# What may follow a prefix, in the words of Arrow's regular expressions.
_LOCAL: Final = r"[\pL\pN_][\pL\pN_./#-]*"


def in_order(iris: pa.Array, named: pa.Table, lang: Language) -> Sequence[pa.Array]:
    """The names of nodes or roles, in the order in which `terms.pick` prefers them."""
    any_other = named.group_by("subject", use_threads=False).aggregate([("text", "first")])
    found = (named_in(code, iris, named) for code in preferred(lang))
    return (*found, looked_up(iris, any_other["subject"], any_other["text_first"]))


def named_in(code: str, iris: pa.Array, named: pa.Table) -> pa.Array:
    """The name of each in one language, null where it has none."""
    those = named.filter(pc.equal(named["lang"], code))
    return looked_up(iris, those["subject"], those["text"])


def compacted(iris: pa.Array) -> pa.Array:
    """The prefixed names of IRIs, as `terms.compact` gives them."""
    found = iris
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda each: len(each[1])):
        begins = pc.starts_with(iris, namespace)
        if not pc.any(begins).as_py():
            continue
        fits = pc.match_substring_regex(iris, f"^{re.escape(namespace)}{_LOCAL}$")
        shortened = pc.replace_substring(iris, namespace, f"{prefix}:", max_replacements=1)
        found = pc.if_else(begins, pc.if_else(fits, shortened, iris), found)
    return found


def of_kinds(kinds: pa.ChunkedArray, texts: Mapping[str, Texts], lang: Language) -> pa.Array:
    """The name of each kind, of those that a header declares."""
    at = pc.index_in(kinds, value_set=pa.array(list(texts), kinds.type))
    names = pa.array([pick(given, lang) for given in texts.values()], pa.string())
    return names.take(at.combine_chunks())
