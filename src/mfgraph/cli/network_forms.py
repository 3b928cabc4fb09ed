"""The commands that begin with `mfgraph network`: a network, a report, a run on Spark."""

from importlib import import_module
from typing import Any, Final

import click

# The first word, and the module of its command, which is loaded when called.
_FORMS: Final = {"report": "mfgraph.cli.network_report", "spark": "mfgraph.cli.network_spark"}


class WithForms(click.Command):
    """A command whose first word may be `report` or `spark`, each a command of its own."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """The context of the command, or of the one that the first word names."""
        if args[:1] and args[0] in _FORMS:
            other = import_module(_FORMS[args[0]]).command
            assert isinstance(other, click.Command)  # noqa: S101  (for the type checker)
            return other.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)
