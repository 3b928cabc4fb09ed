"""The pictures: what each mark is, that nothing covers anything, and what is refused."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Final, cast

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox
from PIL import Image

from mfgraph.chart import Chart, draw
from mfgraph.chart.picture import figure
from mfgraph.errors import ExportError, UsageError
from mfgraph.terms import Language

LANGUAGES: Final[list[Language]] = ["ar", "fr", "en"]
Make = Callable[[Language], Chart]
BYTES: Final = """
import hashlib, sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from mfgraph.chart import Chart, Value, draw

day = date(2012, 12, 31)
values = tuple(
    Value(Decimal(n), "2012", day, day, "u", s, s, s, is_held=n == 1)
    for n in (1, 2, 3) for s in ("a", "b", "c")
)
path = draw(Chart("x", "t", "s", "p", values, "ar"), Path(sys.argv[1]))
print(hashlib.sha256(path.read_bytes()).hexdigest())
"""


def renderer(drawn: Figure) -> RendererAgg:
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no type for it
    return cast("RendererAgg", canvas.renderer)


def texts(drawn: Figure) -> dict[str, Bbox]:
    """All that is written, ticks aside, with the room it takes."""
    rendered = renderer(drawn)
    (legend,) = drawn.legends
    written = [*drawn.texts, *legend.get_texts()]
    for axes in drawn.axes:
        written += [axes.xaxis.label, axes.yaxis.label]
    return {t.get_text(): t.get_window_extent(rendered) for t in written if t.get_text().strip()}


def points(line: Line2D) -> list[tuple[float, float]]:
    x, y = (cast("Sequence[float]", data) for data in (line.get_xdata(), line.get_ydata()))
    return [(float(a), float(b)) for a, b in zip(x, y, strict=True)]


def marks(axes: Axes, *, hollow: bool) -> set[tuple[float, float]]:
    """Where the filled or the hollow marks of an axis stand."""
    return {
        (round(x, 2), round(y, 3))
        for line in axes.get_lines()
        if not _is_plain(line) and (line.get_markerfacecolor() == "none") is hollow
        for x, y in points(line)
    }


def upright(axes: Axes) -> list[tuple[float, float]]:
    """The thin lines that join values which compete: from the least to the greatest."""
    ends = [points(line) for line in axes.get_lines() if _is_plain(line)]
    return [(low, high) for (x, low), (other, high) in ends if x == other]


def bars(axes: Axes) -> list[tuple[float, float, float]]:
    """The periods: from when to when, and at which height."""
    ends = [points(line) for line in axes.get_lines() if _is_plain(line)]
    return [(round(first, 2), round(last, 2), y) for (first, y), (last, _) in ends if first != last]


def _is_plain(line: Line2D) -> bool:
    return line.get_marker() in {None, "", "None"}


def axes_of(drawn: Figure, unit: str) -> Axes:
    return next(axes for axes in drawn.axes if axes.get_ylabel().startswith(unit))


def test_values_held_are_filled_and_the_others_hollow_and_joined(made: Make) -> None:
    drawn = figure(made("en"))
    persons = axes_of(drawn, "persons")
    # The last of the year's 365 days, and the 183rd: 2 July.
    assert marks(persons, hollow=False) == {
        (2006.0, 500_000), (2007.5, 1_300_000), (2022.37, 900_000), (2006.0, 400_000),
    }  # fmt: skip
    assert marks(persons, hollow=True) == {(2007.5, 1_353_000), (2007.5, 1_200_000)}
    assert upright(persons) == [(1_200_000, 1_353_000)]


def test_each_unit_has_its_axis_and_its_scale(made: Make) -> None:
    drawn = figure(made("en"))
    assert [axes.get_ylabel() for axes in drawn.axes] == ["Moroccan dirham (billions)", "persons"]
    dirhams = axes_of(drawn, "Moroccan dirham")
    assert marks(dirhams, hollow=False) == {(2023.0, 8.54)}
    assert marks(dirhams, hollow=True) == {(2023.0, 8.4)}
    assert dirhams.get_xlim() == axes_of(drawn, "persons").get_xlim()
    for axes in drawn.axes:
        assert axes.get_ylim()[0] == 0


def test_periods_longer_than_a_month_are_bars(made: Make) -> None:
    found = bars(axes_of(figure(made("en")), "persons"))
    assert sorted(set(found)) == [
        (2007.0, 2008.0, 1_200_000),
        (2007.0, 2008.0, 1_300_000),
        (2007.0, 2008.0, 1_353_000),
        (2022.0, 2022.75, 900_000),
    ]


def test_no_line_joins_a_day_and_a_period(made: Make) -> None:
    persons = axes_of(figure(made("en")), "persons")
    lines = [[y for _, y in points(line)] for line in persons.get_lines() if not _is_plain(line)]
    assert [1_300_000, 900_000] in lines
    assert [500_000] in lines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_covers_another_and_all_is_inside(made: Make, lang: Language) -> None:
    drawn = figure(made(lang))
    found = texts(drawn)
    # Title, subtitle and notes; two lines and three marks; one name of the axis of time and two
    # of the others.
    assert len(found) == 3 + 5 + 3
    for (one, box), (other, second) in combinations(found.items(), 2):
        assert not box.overlaps(second), (one, other)
    for text, box in found.items():
        assert box.x0 > 0, text
        assert box.y0 > 0, text
        assert box.x1 < drawn.bbox.width, text
        assert box.y1 < drawn.bbox.height, text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", ["قيمة معتمدة", "قيمة أخرى لم تُعتمد", "النساء", "المجموع", "(بالملايير)", "القيم: \u20689\u2069"]),
        ("fr", ["valeur retenue", "autre valeur, non retenue", "femmes", "ensemble", "(milliards)", "Valeurs\u00a0: 9 · périodes\u00a0: 4 · sources\u00a0: 4 · périodes où les sources divergent\u00a0: 2"]),
        ("en", ["value held", "other value, passed over", "women", "whole", "(billions)", "Values: 9 · periods: 4 · sources: 4 · periods on which sources differ: 2"]),
    ],
)  # fmt: skip
def test_legend_units_and_notes_are_in_the_language(
    made: Make, lang: Language, said: list[str]
) -> None:
    written = "\n".join(texts(figure(made(lang))))
    assert [text for text in said if text not in written] == []
    unknown = {"ar": "لأن فترتها غير معروفة: \u20681\u2069", "fr": "faute de période connue\u00a0: 1", "en": "for want of a known period: 1"}  # fmt: skip
    assert unknown[lang] in written
    assert "Alpha" in written


def test_in_arabic_time_runs_from_the_right(made: Make) -> None:
    for lang in LANGUAGES:
        for axes in figure(made(lang)).axes:
            assert axes.xaxis_inverted() == (lang == "ar")
            assert axes.yaxis.get_label_position() == ("right" if lang == "ar" else "left")


def test_the_legend_reads_from_the_right_in_arabic(made: Make) -> None:
    arabic, french = (texts(figure(made(lang))) for lang in LANGUAGES[:2])
    assert arabic["المجموع"].x0 > arabic["قيمة معتمدة"].x0
    assert french["ensemble"].x0 < french["valeur retenue"].x0


@pytest.mark.parametrize(
    ("lang", "written"), [("ar", "1.000.000"), ("fr", "1\u202f000\u202f000"), ("en", "1,000,000")]
)
def test_numbers_on_the_axis_are_written_by_language(
    made: Make, lang: Language, written: str
) -> None:
    unit = {"ar": "أشخاص", "fr": "personnes", "en": "persons"}[lang]
    drawn = figure(made(lang))
    renderer(drawn)
    assert written in [label.get_text() for label in axes_of(drawn, unit).get_yticklabels()]


def test_negative_numbers_are_drawn_below_zero(made: Make) -> None:
    chart = made("en")
    fall = replace(chart, values=(replace(chart.values[0], number=-chart.values[0].number),))
    (axes,) = figure(fall).axes
    assert axes.get_ylim()[0] < -500_000


def test_a_picture_is_written_as_png_and_as_svg(made: Make, tmp_path: Path) -> None:
    with Image.open(draw(made("ar"), tmp_path / "c.png")) as image:
        assert image.format == "PNG"
        assert image.info.keys() <= {"dpi"}
        assert image.width == 13 * 150
    text = draw(made("ar"), tmp_path / "c.svg").read_text("utf-8")
    assert "<svg " in text
    assert "<dc:date>" not in text


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_same_bytes_each_time(tmp_path: Path, suffix: str) -> None:
    digests = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", BYTES, str(tmp_path / f"{seed}.{suffix}")],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_more_lines_than_can_be_told_apart_are_refused(made: Make, tmp_path: Path) -> None:
    chart = made("en")
    first = chart.values[0]
    many = tuple(replace(first, series=f"line {place}") for place in range(13))
    draw(replace(chart, values=many[:12]), tmp_path / "c.svg")
    with pytest.raises(ExportError, match="13 lines cannot be told apart"):
        draw(replace(chart, values=many), tmp_path / "c.png")
    assert [path.name for path in tmp_path.iterdir()] == ["c.svg"]


def test_another_suffix_is_refused(made: Make, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no picture is written as '\.jpg'"):
        draw(made("en"), tmp_path / "c.jpg")


def test_matplotlib_is_loaded_only_to_draw_and_its_absence_is_told() -> None:
    code = """
import sys
import mfgraph.chart
assert "matplotlib" not in sys.modules
sys.modules["matplotlib"] = None
from pathlib import Path
try:
    mfgraph.chart.draw(mfgraph.chart.Chart("x", "", "", "", (), "en"), Path("c.png"))
except Exception as error:
    print(type(error).__name__, error)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == (
        "ExportError a picture needs matplotlib, which is not installed; "
        "run: pip install 'mfgraph[plot]'"
    )
