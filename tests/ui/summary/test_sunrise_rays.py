"""Every set has its ray, as long as what it moved."""

import math
from dataclasses import replace

import pytest

from matside.core.history.ending import Ending
from matside.core.session.record import SetOutcome
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Within, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import Work
from matside.ui.summary.finish_view import FinishView
from matside.ui.summary.sunrise_rays import INNER, MOST, Ray, rays_of, shapes_of
from tests.support.finish_situations import beside, finish_view, past, record_of
from tests.support.situations import WEIGHTS, runners_workout


def view_of_runners() -> FinishView:
    """Return the runner's workout, of which everything was done."""
    plan = compile_plan(runners_workout(), WEIGHTS)
    sets = frozenset(place for place, step in enumerate(plan.steps) if isinstance(step, Work))
    return beside(finish_view(runners_workout(), plan, sets), past(3))


def test_rays_are_as_long_as_the_kilograms_in_the_order_of_the_plan() -> None:
    """Stretches move nothing, so theirs are the shortest."""
    rays = rays_of(view_of_runners())
    kinds = [BlockKind.WARMUP] * 10 + [BlockKind.SUPERSET] * 21 + [BlockKind.COOLDOWN] * 2
    assert kinds == [ray.kind for ray in rays]
    assert 1 == max(ray.more for ray in rays)
    assert {0} == {ray.more for ray in rays if ray.kind is not BlockKind.SUPERSET}
    assert not any(ray.hollow for ray in rays)


def test_without_kilograms_rays_are_as_long_as_the_sets() -> None:
    """The longest hold has the longest ray."""
    view = view_of_runners()
    sets = {key: replace(record, load=None) for key, record in view.sets.items()}
    seconds = [record.seconds or 0 for record in sets.values()]
    rays = rays_of(replace(view, sets=sets))
    assert [each / max(seconds) for each in seconds] == [ray.more for ray in rays]


def test_what_was_skipped_is_hollow() -> None:
    """It moved nothing either."""
    view = view_of_runners()
    last = max(view.done)
    rays = rays_of(replace(view, done=view.done - {last}, skipped=frozenset({last})))
    assert [33, Ray(BlockKind.COOLDOWN, 0, hollow=True)] == [len(rays), rays[-1]]
    assert not any(ray.hollow for ray in rays[:-1])


def test_of_a_stopped_session_what_was_done_looks_done() -> None:
    """And only what was skipped is hollow, as in any other."""
    view = view_of_runners()
    first, second, third, *_ = sorted(view.done)
    stopped = replace(
        view,
        ending=Ending.STOPPED,
        done=frozenset({first, third}),
        skipped=frozenset({second}),
    )
    assert [False, True, False] == [ray.hollow for ray in rays_of(stopped)]


def test_what_the_end_of_its_time_has_cut_has_no_ray() -> None:
    """It was neither done nor skipped; what SKIP has left before it is hollow."""
    block = Block("Swings", BlockKind.CIRCUIT, (Exercise("Swing", Reps(8)),), clock=Within(60))
    view = view_of_runners()
    plan = compile_plan(Workout("Swings", (block,)), WEIGHTS)
    outcomes = (SetOutcome.DONE, SetOutcome.SKIPPED, SetOutcome.SKIPPED)
    sets = {}
    for number, outcome in enumerate(outcomes, 1):
        key = plan.sets[0].key._replace(round=number)
        record = record_of(plan.set_from(key), key, outcome)
        sets[key] = replace(record, is_cut=number == len(outcomes))
    rays = rays_of(replace(view, plan=plan, done=frozenset(), sets=sets))
    assert [False, True] == [ray.hollow for ray in rays]


def test_nothing_done_has_no_rays() -> None:
    """Nor has it shapes."""
    view = replace(view_of_runners(), done=frozenset())
    assert () == rays_of(view)
    assert () == shapes_of(())


@pytest.mark.parametrize("count", [1, 2, 33, 500])
def test_rays_stand_side_by_side_above_the_horizon(count: int) -> None:
    """From left to right, each from the same circle on, none beyond the radius."""
    shapes = shapes_of([Ray(BlockKind.CIRCUIT, 1.0)] * count)
    angles = []
    for shape in shapes:
        assert all(math.hypot(*corner) <= 1.08 for corner in shape.corners)
        assert all(y < 0.06 for _, y in shape.corners)
        (x, y), (right, below) = shape.corners[0], shape.corners[-1]
        assert math.hypot((x + right) / 2, (y + below) / 2) == pytest.approx(INNER)
        angles.append(math.atan2(-(y + below) / 2, (x + right) / 2))
    assert sorted(angles, reverse=True) == angles
    assert math.pi / 2 == pytest.approx(sum(angles) / count)


def test_very_many_sets_share_rays() -> None:
    """No screen has a pixel for each."""
    view = view_of_runners()
    keys = list(view.sets)
    assert 33 == len(keys)
    many = [Ray(BlockKind.CIRCUIT, 0.5)] * 2 * MOST
    assert 2 * MOST == len(shapes_of(many))


def test_rays_rise_one_after_the_other() -> None:
    """The first is whole before the last begins."""
    rays = [Ray(BlockKind.CIRCUIT, 0.5)] * 20
    assert [0, 20] == [len(shapes_of(rays, grown)) for grown in (0.0, 1.0)]
    half = shapes_of(rays, 0.5)
    assert 0 < len(half) < 20
    assert shapes_of(rays)[0] == half[0]
    assert shapes_of(rays)[len(half) - 1] != half[-1]
