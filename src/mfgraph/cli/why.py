"""`mfgraph why`: the claims behind a thing, with their words."""

import json
from dataclasses import asdict

import click

from mfgraph.cli import options
from mfgraph.evidence import Explanation, tell
from mfgraph.labels import Labels
from mfgraph.terms import Language, display


@click.command("why")
@click.argument("target")
@click.argument("predicate", required=False)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
@options.moment()
@options.endpoint()
@options.language()
@click.pass_context
def command(
    ctx: click.Context, *, target: str, predicate: str | None, format_name: str, lang: Language
) -> None:
    """Show the claims behind TARGET: an address, kind/slug, or a name in any language.

    With PREDICATE, such as schema:foundingDate, only those on that property.
    """
    dataset = options.dataset(ctx, lang)
    explanation = dataset.why(target, predicate)
    if format_name == "json":
        click.echo(json.dumps(_record(explanation), ensure_ascii=False, indent=2))
        return
    for line in tell(explanation, Labels(dataset.store), lang):
        click.echo(line)


def _record(explanation: Explanation) -> dict[str, object]:
    return {
        "thing": explanation.iri,
        "proofs": [
            {
                "claim": proof.claim.iri,
                "subject": proof.claim.subject,
                "predicate": proof.claim.predicate,
                "value": display(proof.claim.value) or None,
                "supports": proof.claim.supports,
                "assertedBy": proof.claim.asserted_by,
                "mode": proof.claim.mode,
                "status": proof.claim.status,
                "certainty": proof.claim.certainty,
                "asPrinted": proof.claim.as_printed,
                "gloss": proof.claim.gloss(),
                "note": proof.claim.note(),
                "grounds": proof.claim.grounds,
                "evidence": [asdict(excerpt) for excerpt in proof.claim.evidence],
                "locators": [asdict(locator) for locator in proof.claim.locators],
                "source": asdict(proof.source) if proof.source else None,
                "corrections": [asdict(fix) for fix in proof.corrections],
                "choice": asdict(proof.choice) if proof.choice else None,
            }
            for proof in explanation.proofs
        ],
        "contests": [dispute.record() for dispute in explanation.disputes],
        "derived": [[name, display(value)] for name, value in explanation.derived],
    }
