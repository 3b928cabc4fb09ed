"""The Center's work: its social works, its three levels, and for whom they are."""

from collections.abc import Mapping

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]


def test_the_center_has_four_lines_of_action_three_of_them_its_levels(article: Seed) -> None:
    line = "line-of-action/cms--"
    lines = {
        f"{line}{n}"
        for n in ("social-works", "training", "information-system", "marketing-support")
    }
    assert set(article["org/cms"]["mf:lineOfAction"]) == lines
    pillars = article["collection/cms--three-pillars"]
    assert set(pillars["prov:hadMember"]) == lines - {f"{line}social-works"}
    assert pillars["schema:numberOfItems"] == ('"3"^^xsd:integer',)


def test_for_whom_the_center_works_is_said_of_three_lines(article: Seed) -> None:
    line = "line-of-action/cms--"
    assert article[f"{line}training"]["dcterms:audience"] == ("def/audience/amc-staff",)
    assert article[f"{line}marketing-support"]["dcterms:audience"] == (
        "def/audience/beneficiaries",
    )
    claim = article["claim/almassae-324458-c41"]
    assert claim["mf:claimSubject"] == (f"{line}social-works",)
    assert claim["mf:claimPredicate"] == ("dcterms:audience",)
    assert claim["mf:claimObject"] == ("def/audience/people-on-limited-income",)
    assert "dcterms:audience" not in article[f"{line}information-system"]
