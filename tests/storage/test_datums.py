"""WGS-84 and GCJ-02: kept apart, and converted to less than a metre."""

import pytest
from hypothesis import given, strategies as st

from storage.datums import GCJ02, WGS84, is_shifted, to_gcj02, to_wgs84
from storage.distances import box, metres

MAINLAND = st.tuples(st.floats(18.0, 53.5), st.floats(73.5, 135.0))
ABROAD = st.one_of(
    st.tuples(st.floats(-89.0, 0.8), st.floats(-179.0, 179.0)),
    st.tuples(st.floats(-89.0, 89.0), st.floats(-179.0, 72.0)),
)
ANYWHERE = st.tuples(st.floats(-80.0, 80.0), st.floats(-170.0, 170.0))


@given(MAINLAND)
def test_there_and_back_is_less_than_a_metre(place: tuple[float, float]) -> None:
    back = to_wgs84(*to_gcj02(*place), GCJ02)
    assert metres(*place, *back) < 1e-3


@given(MAINLAND)
def test_a_map_of_the_mainland_is_shifted_by_a_kilometre_at_most(
    place: tuple[float, float],
) -> None:
    assert 1 < metres(*place, *to_gcj02(*place)) < 1200


@given(ABROAD)
def test_elsewhere_nothing_is_shifted(place: tuple[float, float]) -> None:
    assert to_gcj02(*place) == place == to_wgs84(*place, GCJ02)


@given(MAINLAND)
def test_wgs84_stays_as_it_is(place: tuple[float, float]) -> None:
    assert to_wgs84(*place, WGS84) == place
    assert is_shifted(*place)


@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
        ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
        ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
    ],
)
def test_known_places(wgs84: tuple[float, float], gcj02: tuple[float, float]) -> None:
    """Pairs that eviltransform tests with, at six digits."""
    assert to_gcj02(*wgs84) == pytest.approx(gcj02, abs=1e-6)
    assert metres(*to_wgs84(*gcj02, GCJ02), *wgs84) < 1


def test_a_degree_of_the_meridian_by_the_mean_radius() -> None:
    assert metres(34.0, 113.0, 35.0, 113.0) == pytest.approx(111_195.08, abs=0.01)
    assert metres(34.8, 113.65, 34.8, 113.65) == 0


@given(ANYWHERE, st.floats(10, 50_000), st.floats(-1, 1), st.floats(-1, 1))
def test_whatever_is_near_lies_in_the_box(
    place: tuple[float, float], radius: float, north: float, east: float
) -> None:
    around = box(*place, radius)
    other = place[0] + north * (around.north - place[0]) * 1.5, place[1] + east * 0.5
    if metres(*place, *other) <= radius:
        assert around.south <= other[0] <= around.north
        assert around.west <= other[1] <= around.east
