"""`mfgraph audit`: how much of what holds rests on a quote."""

import click

from mfgraph.cli import options
from mfgraph.phrases import phrase
from mfgraph.terms import Language, display


@click.command("audit")
@click.option("--list", "listing", is_flag=True, help="List what rests on nothing.")
@options.moment()
@options.endpoint()
@options.language()
@click.pass_context
def command(ctx: click.Context, *, listing: bool, lang: Language) -> int:
    """Count the triples about the world by what they rest on; exit 1 unless all rest on something."""
    found = options.dataset(ctx, lang).audit()
    counts = {
        "domain": found.domain,
        "quoted": found.quoted,
        "located": found.located,
        "inferred": found.inferred,
        "derived": found.derived,
        "unsupported": len(found.unsupported),
    }
    for name, count in counts.items():
        click.echo(phrase(f"why.audit-{name}", lang, count=count))
    # Rounded down, so that 100 is only ever said of everything.
    click.echo(phrase("why.audit-share", lang, share=f"{int(found.share * 1000) / 10:g}"))
    if listing:
        for triple in found.unsupported:
            click.echo(
                " ".join(display(t) for t in (triple.subject, triple.predicate, triple.object))
            )
    return int(bool(found.unsupported))
