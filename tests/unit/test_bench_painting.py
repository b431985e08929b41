"""The measure of the bench: main-thread and raster time between a click and the frame that shows it."""

from tests.bench.painting import CHANGED, costs

PAGE, SCREEN = 1, 2
MAIN, RASTER, COMPOSITOR = 10, 11, 12


def event(name, ts, dur=0, tdur=0, pid=PAGE, tid=MAIN, ph="X", **args):
    return {"name": name, "ts": ts, "dur": dur, "tdur": tdur, "pid": pid, "tid": tid, "ph": ph, "args": args}


FRAME = [
    event("RunTask", 0, 900, 900),  # over before the click
    event("RunTask", 1000, 4000, 3000),
    event("EventDispatch", 1100, 2000, data={"type": "click"}),
    event(CHANGED, 2500, ph="R"),
    event("Display::DrawAndSwap", 3000, 500, pid=SCREEN),  # the frame before
    event("RunTask", 6000, 2000, 2000),
    event("Commit", 7000, 800),
    event("RasterTask", 7900, 1500, 1000, tid=RASTER),
    event("RasterTask", 9500, 1500, 1200, tid=RASTER),
    event("LayerTreeHostImpl::ActivateSyncTree", 11_200, 100, tid=COMPOSITOR),
    event("Display::DrawAndSwap", 12_000, 1000, pid=SCREEN),
    event("RasterTask", 14_000, 500, 500, tid=RASTER),  # for a later frame
    event("RunTask", 15_000, 500, 500),
]


def test_a_click_costs_what_runs_until_its_frame_is_shown() -> None:
    assert costs(FRAME) == [(5.0, 2.2)]


def test_a_click_without_a_frame_is_left_out() -> None:
    assert costs([one for one in FRAME if one["name"] != "Commit"]) == []
    assert costs([one for one in FRAME if one["name"] != CHANGED]) == []
    assert costs([]) == []


def test_each_click_has_its_own_frame() -> None:
    later = [{**one, "ts": one["ts"] + 100_000} for one in FRAME]
    assert costs([*FRAME, *later]) == [(5.0, 2.2)] * 2
