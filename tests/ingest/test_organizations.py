"""Lines on organizations and people: dates, names, seats and figures, each as a claim."""

from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import Triple

from mfgraph.ingest.converters import memberships, organizations, people, roles
from mfgraph.ingest.drafts import Draft, SourceRef
from mfgraph.ingest.lines import Line

Make = Callable[[Mapping[str, Any]], Line]
Said = Callable[[Draft], list[str]]
Records = Callable[[Draft], set[Triple]]
Turtle = Callable[[str], set[Triple]]
BASE: dict[str, Any] = {
    "fact_id": "f0001",
    "kind": "organisation",
    "source_url": "https://example.org/1",
    "source_lang": "fr",
    "confidence": "high",
    "note": None,
    "locator": "…",
}


def _convert(module: Any, line: Line, source: SourceRef) -> Draft:
    draft = module.convert(line, source)
    assert isinstance(draft, Draft)
    return draft


def test_a_founding_with_its_founder(make_line: Make, source: SourceRef, said: Said) -> None:
    line = make_line(
        BASE
        | {
            "id": "org/zakoura",
            "property": "founded",
            "value": "1995",
            "precision": "year",
            "founder": "person/noureddine-ayouch",
        }
    )
    assert said(_convert(organizations, line, source)) == [
        'organization:zakoura schema:foundingDate "1995"^^edtf:EDTF',
        "organization:zakoura schema:founder person:noureddine-ayouch",
    ]


def test_a_founding_with_licence_and_former_names(
    make_line: Make, source: SourceRef, said: Said
) -> None:
    line = make_line(
        BASE
        | {
            "id": "org/arrawaj",
            "property": "founded",
            "value": "1996",
            "precision": "year",
            "licensed": "2000-03-10",
            "source_lang": "en",
            "former_names": ["FONDEP", "Fondation Al Baraka"],
        }
    )
    assert said(_convert(organizations, line, source)) == [
        'organization:arrawaj schema:foundingDate "1996"^^edtf:EDTF',
        'organization:arrawaj skos:altLabel "FONDEP"@en',
        'organization:arrawaj skos:altLabel "Fondation Al Baraka"@en',
        'organization:arrawaj mf:licensed "2000-03-10"^^edtf:EDTF',
    ]


def test_a_new_name_is_a_change_of_the_same_body(
    make_line: Make, source: SourceRef, said: Said
) -> None:
    line = make_line(
        BASE
        | {
            "id": "org/attawfiq",
            "property": "renamed",
            "value": "Attawfiq Micro-Finance",
            "date": "2012-10-19",
            "precision": "month",
        }
    )
    assert said(_convert(organizations, line, source)) == [
        "supports event:attawfiq--renaming--attawfiq-micro-finance",
        'event:attawfiq--renaming--attawfiq-micro-finance dcterms:date "2012-10"^^edtf:EDTF',
        'event:attawfiq--renaming--attawfiq-micro-finance mf:newName "Attawfiq Micro-Finance"@fr',
    ]


def test_a_press_error_is_a_hidden_name(make_line: Make, source: SourceRef, said: Said) -> None:
    line = make_line(
        BASE
        | {
            "id": "org/zakoura",
            "property": "label_variant",
            "value": "Fondation ZAGORA",
            "note": "Press error for Zakoura (president given as Noureddine Ayouch).",
        }
    )
    claims = said(_convert(organizations, line, source))
    assert claims == ['organization:zakoura skos:hiddenLabel "Fondation ZAGORA"@fr']


def test_a_count_of_members_is_a_figure(make_line: Make, source: SourceRef, said: Said) -> None:
    line = make_line(
        BASE
        | {
            "id": "org/fnam",
            "property": "member_count",
            "value": 13,
            "observed_on": "2014-12",
            "precision": "month",
            "locator": "موضحا أنها تتشكل من 13 جمعية",
        }
    )
    draft = _convert(organizations, line, source)
    assert said(draft) == ["supports observation:lavieeco-1--members--fnam--2014-12"]
    values = {
        predicate.value.rpartition("#")[2]: str(values[0])
        for predicate, values in draft.records[0].pairs
    }
    assert values["obsValue"].startswith('"13"')
    assert values["asPrinted"] == '"13"'


def test_two_forms_of_a_name_are_two_names(make_line: Make, source: SourceRef, said: Said) -> None:
    line = make_line(
        BASE
        | {
            "kind": "person",
            "id": "person/mohamed-el-mazouri",
            "property": "label_variant",
            "value": "M. El Mazouri / Mohamed Mazouri",
        }
    )
    assert said(_convert(people, line, source)) == [
        'person:mohamed-el-mazouri skos:altLabel "M. El Mazouri"@fr',
        'person:mohamed-el-mazouri skos:altLabel "Mohamed Mazouri"@fr',
    ]


def test_a_day_of_attestation_is_no_beginning(
    make_line: Make, source: SourceRef, said: Said
) -> None:
    line = make_line(
        BASE
        | {
            "kind": "role",
            "id": "role/abdelkrim-farah--jaida--director-general",
            "person": "person/abdelkrim-farah",
            "organisation": "org/jaida",
            "position": "director-general",
            "observed_on": "2014",
            "precision": "year",
        }
    )
    draft = _convert(roles, line, source)
    assert said(draft) == ["supports membership:abdelkrim-farah--jaida--director-general"]
    said_of_interval = [
        (predicate.value.rpartition("#")[2], values[0].value.rpartition("#")[2])
        for predicate, values in draft.records[1].pairs
    ]
    assert said_of_interval == [("type", "ProperInterval"), ("inside", "2014")]


def test_a_title_is_kept_as_printed_where_the_words_that_we_hold_have_it(
    make_line: Make, source: SourceRef, said: Said
) -> None:
    role = BASE | {
        "kind": "role",
        "person": "person/khaddouj-gharbi",
        "organisation": "org/fnam",
        "position": "deputy-treasurer",
        "position_label": {"ar": "نائبة أمين المال", "fr": "trésorier adjoint"},
    }
    printed = {
        "élue trésorier adjoint de la fédération": " [trésorier adjoint]",
        "trésorier et Khaddouj Gharbi au poste de trésorier": "",
    }
    for words, shown in printed.items():
        draft = _convert(roles, make_line(role | {"locator": words}), source)
        assert said(draft) == [
            f"supports membership:khaddouj-gharbi--fnam--deputy-treasurer{shown}"
        ]


def test_a_parent_is_the_tie_that_relation_lines_tell(
    make_line: Make, source: SourceRef, said: Said, records: Records, turtle: Turtle
) -> None:
    line = make_line(
        BASE
        | {
            "id": "org/observatoire-microfinance",
            "property": "label",
            "label": {"fr": "Observatoire de la Microfinance"},
            "label_source": {"fr": "this source"},
            "parent": "org/cms",
        }
    )
    draft = _convert(organizations, line, source)
    assert said(draft) == [
        'organization:observatoire-microfinance skos:altLabel "Observatoire de la Microfinance"@fr',
        "supports relation:observatoire-microfinance--unit-of--cms",
    ]
    assert records(draft) == turtle(
        """relation:observatoire-microfinance--unit-of--cms a mf:OrganisationRelation ;
            mf:relationType relation-type:unit-of ;
            mf:relationFrom organization:observatoire-microfinance ;
            mf:relationTo organization:cms ."""
    )


def test_two_words_for_one_position_are_one_role(
    make_line: Make, source: SourceRef, said: Said
) -> None:
    role = BASE | {"kind": "role", "person": "person/x", "organisation": "org/y"}
    both = [
        said(_convert(roles, make_line(role | {"position": word}), source))
        for word in ("founding-president", "founder-president")
    ]
    assert both == [["supports membership:x--y--founder-president"]] * 2


def test_a_membership_that_follows_from_another_is_inferred(
    make_line: Make, source: SourceRef, said: Said
) -> None:
    line = make_line(
        BASE
        | {
            "kind": "membership",
            "member": "org/al-amana",
            "organisation": "org/fnam",
            "derived": True,
            "observed_on": "2015-11",
            "precision": "month",
        }
    )
    draft = _convert(memberships, line, source)
    assert said(draft) == ["supports membership:al-amana--fnam--member (inferred)"]
    assert sorted(draft.claims[0].grounds) == ["ar", "en", "fr"]
