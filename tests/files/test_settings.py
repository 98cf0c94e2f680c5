"""Settings survive what happens to files."""

import dataclasses
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matside.core.keymap import USUAL_KEYS, Act, key_named
from matside.core.settings import RANGES, Body, Settings, ThemeChoice, WeekBegins
from matside.core.weights import Implement, Level, Load, Unit, load_of
from matside.files.folders import DataFolder
from matside.files.settings import SettingsFile, load, save, written
from tests.support.programs.slow_disk import slow_sync

_TEXTS = st.text(max_size=12).map(str.strip).filter(str.isprintable)

_KEYMAPS: tuple[dict[Act, tuple[str, ...]], ...] = (
    {},
    {Act.PRESS: ("Y", "N", "Ö", "Space"), Act.MUTE: ("#", "*", "~", ":", "'", '"', "&", "!")},
    {Act.MORE: ("Ctrl+Up", "Ctrl++"), Act.LESS: ("Ctrl+Down", "-"), Act.ESCAPE: ("Esc", "Q")},
)

_LOADS = st.builds(
    lambda hundredths, unit: load_of(hundredths / 100, unit),
    st.integers(1, 50_000),
    st.sampled_from(Unit),
)

_SETTINGS = st.builds(
    Settings,
    **{name: st.integers(span.low, span.high) for name, span in RANGES.items()},
    wait=st.booleans(),
    muted=st.booleans(),
    keep_awake=st.booleans(),
    theme=st.sampled_from(ThemeChoice),
    body=st.sampled_from(Body),
    flash_on_change=st.booleans(),
    reduce_motion=st.booleans(),
    fullscreen=st.booleans(),
    maximised=st.booleans(),
    screen=_TEXTS,
    always_on_top=st.booleans(),
    last_workout=_TEXTS,
    rounds=st.dictionaries(_TEXTS, st.integers(1, 99), max_size=4),
    voice=st.booleans(),
    wake_speaker=st.booleans(),
    flash_with_chimes=st.booleans(),
    media_keys=st.booleans(),
    keys=st.sampled_from(_KEYMAPS),
    rep_pace=st.booleans(),
    paces=st.dictionaries(_TEXTS, st.integers(1_000, 30_000), max_size=4),
    unit=st.sampled_from(Unit),
    weights=st.dictionaries(
        st.sampled_from(Implement),
        st.dictionaries(st.sampled_from(Level), _LOADS, min_size=1),
        max_size=3,
    ),
    proposes=st.booleans(),
    week_begins=st.sampled_from(WeekBegins),
    weight_steps=st.dictionaries(st.sampled_from(Implement), _LOADS, max_size=3),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the settings are kept."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder / "settings.yaml"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file take a single byte more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.no_cover
@effort(deadline=None)
@given(_SETTINGS)
def test_what_is_saved_is_loaded_again(chosen: Settings) -> None:
    """Every value comes back as it was, without a warning."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        save(path, chosen)
        assert (chosen, ()) == load(path)


@effort(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_settings_all_the_same(content: bytes) -> None:
    """Whatever the file holds, there are settings, and they can be saved."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        path.write_bytes(content)
        settings, _ = load(path)
        save(path, settings)
        assert (settings, ()) == load(path)


def test_without_a_file_there_are_the_defaults(path: Path) -> None:
    """A missing file is no fault, and loading makes none."""
    assert (Settings(), ()) == load(path)
    assert not path.exists()


def test_a_bad_value_falls_back_with_one_warning(path: Path) -> None:
    """Each value that cannot be used has its default and one warning; the others hold."""
    _write(path, "volume: loud\nget_ready: 700\nwait: perhaps\nmuted: true\nlast_workout: [a]\n")
    settings, warnings = load(path)
    assert Settings(muted=True) == settings
    expected = [
        '1:9: volume is "loud"; write a whole number from 0 to 100',
        '2:12: get_ready is "700"; write a whole number from 0 to 600',
        '3:7: wait is "perhaps"; write true or false',
        "5:15: last_workout is a list; write a text",
    ]
    assert [f"{path}:{line}" for line in expected] == list(warnings)


@pytest.mark.parametrize("text", ["Dark", "1", "[dark]", "~"])
def test_a_theme_that_there_is_not_falls_back_with_one_warning(path: Path, text: str) -> None:
    """The desktop decides then, and the warning names the three words."""
    _write(path, f"theme: {text}\nreduce_motion: true\n")
    settings, warnings = load(path)
    assert Settings(reduce_motion=True) == settings
    assert ["write system, dark or light"] == [told.split("; ")[1] for told in warnings]


def test_a_week_that_begins_on_no_known_day_falls_back(path: Path) -> None:
    """The system's first day holds then, one session a week is the goal, and both are told."""
    _write(path, "week_begins: friday\nweekly_goal: 8\nmuted: true\n")
    settings, warnings = load(path)
    assert Settings(muted=True) == settings
    assert ["write a whole number from 1 to 7", "write system, monday, saturday or sunday"] == [
        told.split("; ")[1] for told in sorted(warnings, reverse=True)
    ]


def test_choices_are_kept_as_words(path: Path) -> None:
    """What people may read and change in the file is no number."""
    save(path, Settings(theme=ThemeChoice.LIGHT, body=Body.MAN))
    assert "theme: light\nbody: man\nflash_on_change: true\n" in path.read_text()


def test_bad_rounds_fall_back_one_by_one(path: Path) -> None:
    """The rounds of one workout at fault leave those of the others."""
    _write(path, "rounds: {abs: 3, legs: 100}\n")
    settings, warnings = load(path)
    assert {"abs": 3} == settings.rounds
    assert (f'{path}:1:24: legs is "100"; write a whole number from 1 to 99',) == warnings


def test_rounds_that_are_no_mapping_fall_back(path: Path) -> None:
    """A single number is no choice for each workout."""
    _write(path, "rounds: 3\n")
    settings, warnings = load(path)
    assert {} == settings.rounds
    assert 1 == len(warnings)


def test_bad_paces_fall_back_one_by_one(path: Path) -> None:
    """A rep takes a second to half a minute, told in ms; the other exercises keep theirs."""
    _write(path, "rep_pace: true\npaces: {chest-fly: 3500, Curl: 3, row: 30001}\n")
    settings, warnings = load(path)
    assert Settings(rep_pace=True, paces={"chest-fly": 3_500}) == settings
    assert [
        f'{path}:2:32: Curl is "3"; write a whole number from 1000 to 30000',
        f'{path}:2:40: row is "30001"; write a whole number from 1000 to 30000',
    ] == list(warnings)


def test_paces_that_are_no_mapping_fall_back(path: Path) -> None:
    """One pace for all is no pace for each exercise."""
    _write(path, "paces: 3000\n")
    settings, warnings = load(path)
    assert {} == settings.paces
    assert 1 == len(warnings)


def test_weights_are_kept_in_words(path: Path) -> None:
    """Kilograms and pounds stand in the file as an athlete would write them."""
    light, heavy = Load(4_000, Unit.KILOGRAM), Load(11_340, Unit.POUND)
    weights = {Implement.DUMBBELL: {Level.LIGHT: light, Level.HEAVY: heavy}}
    steps = {Implement.KETTLEBELL: Load(4_000, Unit.KILOGRAM)}
    save(path, Settings(unit=Unit.POUND, weights=weights, weight_steps=steps))
    expected = (
        "unit: lb\nweights:\n  dumbbell:\n    light: 4 kg\n    heavy: 25 lb\n"
        "weight_steps:\n  kettlebell: 4 kg\n"
    )
    assert expected in path.read_text()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("unit: stone", '1:7: unit is "stone"; write kg or lb'),
        ("weights: 4 kg", '1:10: weights is "4 kg"; write the names of implements'),
        ("weights: {sofa: {}}", '1:11: weights has no key "sofa"'),
        ("weights: {ball: 4 kg}", '1:17: ball is "4 kg"; write the keys light, medium and heavy'),
        ("weights: {ball: {light: 4}}", '1:25: light is "4"; write a load of at most 500 kg'),
        ("weights: {ball: {fair: 4 kg}}", '1:18: ball has no key "fair"'),
        ("weight_steps: {ball: 0 kg}", '1:22: ball is "0 kg"; write a load of at most 500 kg'),
    ],
)
def test_weights_that_cannot_be_fall_back_with_one_warning(
    path: Path, text: str, fault: str
) -> None:
    """What is wrong is told with its place, and nothing of it is guessed."""
    _write(path, f"{text}\n")
    settings, (warning,) = load(path)
    assert Settings() == settings
    assert warning.startswith(f"{path}:{fault}")


def test_bad_weights_leave_the_good_ones(path: Path) -> None:
    """Each load that cannot be used is left out alone."""
    _write(path, "weights: {dumbbell: {light: 4 kg, heavy: 9}, band: {light: x}}\n")
    settings, warnings = load(path)
    light = {Implement.DUMBBELL: {Level.LIGHT: Load(4_000, Unit.KILOGRAM)}}
    assert (light, 2) == (settings.weights, len(warnings))


@pytest.mark.parametrize("text", ["volume: [", "", "- a", "volume: 1\nvolume: 2", "a: *b"])
def test_a_corrupt_file_gives_the_defaults_and_one_warning(path: Path, text: str) -> None:
    """A file that is no mapping without repetitions is not guessed at."""
    _write(path, text)
    settings, warnings = load(path)
    assert Settings() == settings
    assert 1 == len(warnings)
    assert text == path.read_text()


def _kept(path: Path) -> dict[str, str]:
    """Return the texts of all files beside that at `path`, by their names."""
    return {file.name: file.read_text() for file in path.parent.iterdir() if file != path}


def test_a_corrupt_file_is_set_aside(path: Path) -> None:
    """Saving keeps what could not be read beside the new file."""
    _write(path, "volume: [")
    save(path, Settings(volume=5))
    assert {"settings.yaml.bad": "volume: ["} == _kept(path)
    assert (Settings(volume=5), ()) == load(path)


def test_what_was_set_aside_before_stays(path: Path) -> None:
    """A second and a third corrupt file get names of their own."""
    for number in range(3):
        _write(path, f"volume: [{number}")
        save(path, Settings(volume=5))
    assert {
        "settings.yaml.bad": "volume: [0",
        "settings.yaml.bad2": "volume: [1",
        "settings.yaml.bad3": "volume: [2",
    } == _kept(path)


def test_a_value_that_is_not_understood_is_kept_beside(path: Path) -> None:
    """A later version may know it: what it wrote is set aside before its place is taken."""
    _write(path, "theme: sepia\nmood: deep\n")
    settings, (warning,) = load(path)
    save(path, dataclasses.replace(settings, volume=5))
    assert 'theme is "sepia"' in warning
    assert {"settings.yaml.bad": "theme: sepia\nmood: deep\n"} == _kept(path)
    assert path.read_text().endswith("mood: deep\n")


def test_what_cannot_be_replaced_is_not_set_aside(path: Path) -> None:
    """A corrupt file keeps its name for as long as the disk takes no other."""
    _write(path, "volume: [")
    with full_disk(), pytest.raises(OSError, match="large"):
        save(path, Settings(volume=6))
    assert ("volume: [", {}) == (path.read_text(), _kept(path))


@pytest.mark.parametrize("act", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("loop")])
def test_what_is_no_file_is_set_aside(path: Path, act: Callable[[Path], None]) -> None:
    """A folder, a pipe or a link that leads nowhere is kept as it is, and gives the defaults."""
    act(path)
    kind = stat.S_IFMT(path.lstat().st_mode)
    assert (Settings(), 1) == (load(path)[0], len(load(path)[1]))
    save(path, Settings(volume=5))
    aside = path.with_name("settings.yaml.bad")
    assert (Settings(volume=5), kind) == (load(path)[0], stat.S_IFMT(aside.lstat().st_mode))


def test_a_folder_that_is_taken_away_is_not_made_anew(path: Path) -> None:
    """So it can come back, with the settings that lie in it."""
    save(path, Settings(volume=5))
    away = path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(FileNotFoundError):
        save(path, Settings(volume=6))
    assert not path.parent.exists()
    away.rename(path.parent)
    assert 5 == load(path)[0].volume


def test_unknown_keys_survive_a_save(path: Path) -> None:
    """What another version keeps there stays, each scalar plain or quoted as it was."""
    unknown = 'voices:\n  name: "no"\n  rates:\n  - 1e3\n  - ~\npace: {}\nlater: no\n'
    _write(path, f"volume: 5\n{unknown}")
    settings, warnings = load(path)
    assert ((), 5) == (warnings, settings.volume)
    save(path, dataclasses.replace(settings, volume=6))
    save(path, dataclasses.replace(settings, volume=7))
    assert path.read_text().endswith(f"rounds: {{}}\npaces: {{}}\n{unknown}")
    assert 7 == load(path)[0].volume


def test_a_bad_value_does_not_survive_a_save(path: Path) -> None:
    """What was replaced by its default is written as that."""
    _write(path, "volume: loud\n")
    save(path, load(path)[0])
    assert (Settings(), ()) == load(path)


def test_settings_are_for_the_athlete_alone(path: Path) -> None:
    """The file can be read by nobody else, and nothing lies beside it."""
    save(path, Settings())
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(path.parent.iterdir())


def test_what_a_killed_save_left_is_no_obstacle(path: Path) -> None:
    """A half-written file of an earlier save is replaced."""
    _write(path.with_name("settings.yaml.new"), "volume:")
    save(path, Settings(volume=5))
    assert 5 == load(path)[0].volume


def test_a_save_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    """Where the disk takes no more the old settings stay, and nothing beside them."""
    save(path, Settings(volume=5))
    with full_disk(), pytest.raises(OSError, match="large"):
        save(path, Settings(volume=6))
    assert [path] == list(path.parent.iterdir())
    assert 5 == load(path)[0].volume


def test_a_file_that_cannot_be_read_gives_the_defaults(tmp_path: Path) -> None:
    """A folder that is none is told in one warning."""
    (tmp_path / "file").touch()
    settings, warnings = load(tmp_path / "file" / "settings.yaml")
    assert Settings() == settings
    assert 1 == len(warnings)


def test_text_that_utf_8_cannot_hold_does_not_spoil_the_file(path: Path) -> None:
    """The name of a workout with odd bytes is kept with question marks."""
    save(path, Settings(last_workout="jos\udce9", rounds={"jos\udce9": 3}))
    settings, warnings = load(path)
    assert ("jos?", {"jos?": 3}, ()) == (settings.last_workout, settings.rounds, warnings)


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("[Left]", "1:8", 'press cannot be on "Left", which is the key of back; write another'),
        ("[B, '3']", "1:8", 'press cannot be on "3", which types or goes from control'),
        ("B", "1:15", 'press is "B"; write a list of keys, such as [Space, F5'),
        ("[B, Foo]", "1:19", 'press, entry 2, is "Foo"; write a list of keys'),
        ("[B, [C]]", "1:19", "press, entry 2, is a list; write a list of keys"),
        ("[]", "1:15", "press has 0 entries; write a list of keys"),
        ("*b", "1:15", "this refers to another place"),
    ],
)
def test_keys_that_cannot_be_fall_back_with_one_warning(
    path: Path, text: str, place: str, fault: str
) -> None:
    """The act has the keys it came with, and the warning says what is wrong and where."""
    _write(path, f"keys: {{press: {text}}}\n")
    settings, (warning,) = load(path)
    assert USUAL_KEYS.of(Act.PRESS) == settings.keymap.of(Act.PRESS)
    assert warning.startswith(f"{path}:{place}: ")
    assert fault in warning


def test_every_sign_of_a_keyboard_survives_the_file(path: Path) -> None:
    """µ and ÿ too, whose capitals lie elsewhere; Latin, Greek and Cyrillic are tried."""
    signs = {key_named(chr(code)) for code in range(0x21, 0x530)} - {None, *"0123456789"}
    free = sorted(sign for sign in signs if sign and USUAL_KEYS.act_of(sign) is None)
    assert {"µ", "Ÿ", "ß", "Ж"} <= set(free)
    for first in range(0, len(free), 99):
        chosen = Settings(keys={Act.PRESS: tuple(free[first : first + 99])})
        save(path, chosen)
        assert (chosen, ()) == load(path)


def test_keys_of_acts_that_there_are_not_are_told(path: Path) -> None:
    """With the nearest act; no mapping at all is told too."""
    _write(path, "keys: {presses: [B]}\n")
    assert ['keys has no key "presses"; the nearest is "press"'] == [
        warning.split(": ", 1)[1] for warning in load(path)[1]
    ]
    _write(path, "keys: 3\n")
    assert 1 == len(load(path)[1])


def test_of_two_acts_on_one_key_the_other_keeps_it(path: Path) -> None:
    """What is left can be had together, whatever the file says."""
    _write(path, "keys: {press: [B], mute: [B], escape: [X]}\n")
    settings, warnings = load(path)
    assert {Act.MUTE: ("B",)} == settings.keys
    assert 2 == len(warnings)


@pytest.mark.parametrize(
    ("text", "offset"), [("-300", -300), ("300", 300), ("-301", 0), ("-0", 0), ("--5", 0)]
)
def test_an_offset_may_be_negative(path: Path, text: str, offset: int) -> None:
    """Down to 300 ms; what is no such number falls back to none."""
    _write(path, f"sound_offset: {text}\n")
    settings, warnings = load(path)
    assert offset == settings.sound_offset
    assert (offset == 0) is bool(warnings)


def test_the_folder_is_made_where_that_was_not_possible_before(tmp_path: Path) -> None:
    """It is tried at every save until it is there, and then never again."""
    data = DataFolder(tmp_path / "file" / "data")
    data.root.parent.touch()
    file = SettingsFile(data, is_made=False)
    with pytest.raises(NotADirectoryError):
        file.save(Settings(volume=5))
    data.root.parent.unlink()
    file.save(Settings(volume=5))
    assert 5 == load(data.settings)[0].volume
    shutil.rmtree(data.root)
    with pytest.raises(FileNotFoundError):
        file.save(Settings(volume=6))


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written, and what of that cannot be used is kept beside it."""
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "mine.yaml", tmp_path / "settings.yaml"
    target.write_text("volume: loud\n")
    link.symlink_to(target)

    save(link, Settings(volume=5))

    assert link.is_symlink()
    assert [target, target] == [written(each) for each in (link, target)]
    assert 5 == load(target)[0].volume
    assert "volume: loud\n" == (tmp_path / "elsewhere" / "mine.yaml.bad").read_text()


SAVE = """
import sys, time
from pathlib import Path
from matside.core.settings import Settings
from matside.files.settings import save, written

began = time.monotonic()
save(Path(sys.argv[1]), Settings(volume=7))
print(time.monotonic() - began)
"""


def test_settings_are_on_the_disk_before_they_take_the_place_of_others(tmp_path: Path) -> None:
    """A power cut right after finds them whole: their file is synced, however long that takes."""
    path, environ = tmp_path / "settings.yaml", {**os.environ, **slow_sync(tmp_path, 300)}

    saved = subprocess.run(
        [sys.executable, "-c", SAVE, path], env=environ, capture_output=True, text=True, check=True
    )

    assert 0.3 <= float(saved.stdout)
    assert 7 == load(path)[0].volume
