"""The round table: who held it, when it was, and in what office the officials spoke."""

from collections.abc import Mapping

import pytest

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]

EVENT = "event/rt-protection-clients"


def _of(article: Seed, kind: str) -> dict[str, Said]:
    return {s: said for s, said in article.items() if kind in said.get("rdf:type", ())}


def test_the_federation_organizes_and_the_center_is_its_partner(article: Seed) -> None:
    parts = {
        said["mf:participant"]: said["mf:participationRole"]
        for said in _of(article, "mf:Participation").values()
        if said["mf:inEvent"] == (EVENT,)
    }
    assert parts == {
        ("org/fnam",): ("def/participation-role/organiser",),
        ("org/cms",): ("def/participation-role/co-organiser",),
        ("person/mohamed-el-mazouri",): ("def/participation-role/speaker",),
        ("person/youssef-errami",): ("def/participation-role/speaker",),
    }
    partner = article["participation/rt-protection-clients--org-cms"]
    assert partner["skos:scopeNote"] == ('"بشراكة مع"@ar',)


def test_the_date_of_the_event_has_no_year(article: Seed) -> None:
    dated = [
        s
        for s in _of(article, "mf:Claim").values()
        if s.get("mf:claimPredicate") == ("dcterms:date",)
    ]
    assert [claim["mf:claimSubject"] for claim in dated] == [(EVENT,)]
    assert dated[0]["mf:claimValue"] == ('"XXXX-09"^^edtf:EDTF',)
    assert dated[0]["mf:asPrinted"] == ('"منتصف شتنبر الجاري"',)
    assert "def/correction-reason/missing-year" in dated[0]["rdfs:seeAlso"]


def test_no_day_of_the_seed_is_dated_but_the_founding(article: Seed) -> None:
    days = _of(article, "time:Instant")
    assert set(days) == {f"{EVENT}#day"}
    assert set(days[f"{EVENT}#day"]) == {"rdf:type", "rdfs:comment"}
    typed = {
        value
        for said in article.values()
        for values in said.values()
        for value in values
        if value.endswith(("xsd:date", "edtf:EDTF", "xsd:gYear", "xsd:gMonth"))
    }
    # 2026-11-24 is the day our corrections were made.
    assert typed == {
        '"XXXX-09"^^edtf:EDTF',
        '"2001-10-04"^^edtf:EDTF',
        '"2026-11-24"^^xsd:date',
    }
    assert not {"dcterms:date", "dcterms:issued"} & set(article["source/almassae-324458"])


@pytest.mark.parametrize(
    ("membership", "member", "organization", "role"),
    [
        (
            "role/mohamed-el-mazouri--fnam--delegate-general",
            "person/mohamed-el-mazouri",
            "org/fnam",
            "def/role/delegate-general",
        ),
        (
            "role/youssef-errami--cms--executive-director",
            "person/youssef-errami",
            "org/cms",
            "def/role/executive-director",
        ),
    ],
)
def test_an_office_is_attested_on_the_day_and_no_more(
    article: Seed, membership: str, member: str, organization: str, role: str
) -> None:
    said = article[membership]
    assert said["org:member"] == (member,)
    assert said["org:organization"] == (organization,)
    assert said["org:role"] == (role,)
    assert said["org:memberDuring"] == (f"{membership}#interval",)
    assert article[f"{membership}#interval"] == {
        "rdf:type": ("time:ProperInterval",),
        "time:inside": (f"{EVENT}#day",),
    }


def test_posts_are_in_their_organization_and_held(article: Seed) -> None:
    held = {p: (s["org:postIn"], s["org:heldBy"]) for p, s in _of(article, "org:Post").items()}
    assert held == {
        "post/fnam--delegate-general": (("org/fnam",), ("person/mohamed-el-mazouri",)),
        "post/cms--executive-director": (("org/cms",), ("person/youssef-errami",)),
    }
