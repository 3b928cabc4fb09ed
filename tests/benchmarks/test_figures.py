"""Medians, ratios and growth."""

import pytest
from figures import RUNS, enough, exponents, geometric_mean, ratio, seconds, size_name


def test_a_figure_is_taken_five_times_or_for_a_minute() -> None:
    assert not enough([1.0] * (RUNS - 1))
    assert enough([1.0] * RUNS)
    assert enough([61.0])
    assert not enough([59.0])


def test_growth_is_in_step_or_faster() -> None:
    assert exponents({10: 1.0, 100: 10.0, 1000: 1000.0}) == {100: 1.0, 1000: 2.0}
    assert exponents({1000: 1.0}) == {}
    assert exponents({10: 0.0, 100: 5.0}) == {}


def test_a_mean_of_ratios() -> None:
    assert geometric_mean([2.0, 8.0]) == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0 ms"),
        (0.000012, "0.012 ms"),
        (0.9994, "999 ms"),
        (61.0, "61.0 s"),
        (3600, "3,600 s"),
    ],
)
def test_a_time_has_three_digits(value: float, shown: str) -> None:
    assert seconds(value) == shown


def test_a_ratio_has_three_digits() -> None:
    assert [ratio(1, 3), ratio(250, 2)] == ["0.333 ×", "125 ×"]


def test_a_size_is_a_power_of_ten() -> None:
    assert [size_name(size) for size in (10_000, 10**7, 12)] == ["10⁴", "10⁷", "12"]
