"""What several report formats write the same way: places, terms and titles."""

from rdflib import Literal
from rdflib.term import Identifier

from mfgraph.terms import Language
from mfgraph.validate.near_names import RULE as NAME_RULE
from mfgraph.validate.rdf import short
from mfgraph.validate.report import Report, Result
from mfgraph.validate.stored_text import DATE_RULE, TEXT_RULE


def place(result: Result) -> str:
    """The file and line of a result, or the node where no file describes it.

    >>> from rdflib import URIRef
    >>> from mfgraph.validate.report import Severity
    >>> place(Result(URIRef("https://w3id.org/mfgraph/id/org/fnam"), "S-02", Severity.INFO, "", ()))
    'organization:fnam'
    """
    if result.location is None:
        return shown(result.focus)
    return f"{result.location.path.as_posix()}:{result.location.line}"


def shown(term: Identifier) -> str:
    """A term as people read it: a short name, or the text of a literal."""
    return str(term) if isinstance(term, Literal) else short(str(term))


def headline(result: Result, lang: Language) -> str:
    """The message of a result under the name of its rule."""
    message = result.message(lang) or short(result.component)
    return message if message.startswith(result.rule) else f"{result.rule} {message}"


def rules(report: Report) -> tuple[str, ...]:
    """Every rule that was tried, whether or not it found anything."""
    tried = {target.rule for target in report.targets} | {result.rule for result in report.results}
    own = {TEXT_RULE, DATE_RULE, NAME_RULE} if tried or report.checks else set()
    return (*sorted((tried | own) - set(report.checks)), *report.checks)
