"""The commands: one module a command, loaded when it is called.

Exit codes: 0 done, 1 a check failed, 2 wrong usage or unreadable input, 3 a fault of mfgraph.
"""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from mfgraph.errors import MfgraphError

_COMMANDS: Final = (
    "audit",
    "build",
    "chart",
    "contradictions",
    "describe",
    "diff",
    "export",
    "findings",
    "generate",
    "ingest",
    "network",
    "path",
    "publish",
    "queries",
    "query",
    "validate",
    "why",
)


class Commands(click.Group):
    """Commands that are imported only when called, so that a question answers quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """The commands in the order of the alphabet."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name as lists show it: its help, read and not loaded."""
        return click.Command(cmd_name, help=_help(cmd_name)) if cmd_name in _COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called, and the words it is called with."""
        name, *rest = args
        if name not in _COMMANDS:
            return super().resolve_command(ctx, args)
        return name, import_module(f"mfgraph.cli.{name}").command, rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, for as long as there is somebody who reads what it prints."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of our output has left, as `head` does. There is nobody to tell, and it
            # is no failed check, as which click would count it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "--workspace",
    type=click.Path(path_type=Path),
    help="The folder to work on: by default the one around here, else the one shipped.",
)
@click.version_option(package_name="mfgraph", prog_name="mfgraph")
@click.pass_context
def group(ctx: click.Context, workspace: Path | None) -> None:
    """A knowledge graph of microfinance in which every statement shows its words."""
    ctx.obj = workspace


def _help(name: str) -> str | None:
    import ast  # noqa: PLC0415  (only to list the commands)

    module = ast.parse(Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8"))
    functions = (part for part in module.body if isinstance(part, ast.FunctionDef))
    return next(ast.get_docstring(made) for made in functions if made.name == "command")


def main() -> NoReturn:
    """Run a command; a fault is one line on standard error, never a traceback."""
    try:
        code = group.main(standalone_mode=False)
    except MfgraphError as error:
        _stop(str(error), error.exit_code)
    except click.ClickException as error:
        _refuse(error)
    except (click.Abort, KeyboardInterrupt):
        _stop("stopped", 130)
    except OSError as error:
        where = error.filename or "standard output"
        _stop(f"{where}: cannot be read or written: {error.strerror or error}", 2)
    except Exception as error:  # the last net: a fault of ours
        if os.environ.get("MFGRAPH_DEBUG"):
            raise
        _stop(f"internal fault: {error!r}; set MFGRAPH_DEBUG=1 to see where", 3)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(error: click.ClickException) -> NoReturn:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    _stop(error.format_message(), 2)


def _stop(message: str, code: int) -> NoReturn:
    print(f"mfgraph: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(code)
