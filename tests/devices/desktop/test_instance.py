"""One window for each data folder, tried with real processes."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from pytestqt.qtbot import QtBot

from matside.devices.desktop.instance import LOCK, Instance, runtime_folder
from tests.support.disks import small_disk

pytestmark = pytest.mark.usefixtures("qapp")

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from matside.devices.desktop.instance import Instance

app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]), Path(sys.argv[2]))
print(instance.claim(), instance.listen(), flush=True)
instance.raised.connect(lambda token: print(f"raised {token}", flush=True))
app.exec()
"""


@pytest.fixture
def window(tmp_path: Path, runtime: Path) -> Iterator[Popen[str]]:
    """Give another process that has the data folder and listens."""
    command = [sys.executable, "-c", WINDOW, str(tmp_path), str(runtime)]
    with Popen(command, stdout=PIPE, text=True) as process:
        assert "True True" == told_by(process)
        yield process
        process.kill()


def told_by(process: Popen[str]) -> str:
    """Wait for the next line of `process`."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_second_start_has_no_claim(window: Popen[str], tmp_path: Path, runtime: Path) -> None:
    """While a window has the folder nobody else gets it, and another folder is free."""
    other = tmp_path / "other"
    other.mkdir()

    assert window.poll() is None
    assert not Instance(tmp_path, runtime).claim()
    with closing(Instance(other, runtime)) as elsewhere:
        assert elsewhere.claim()


def test_the_first_window_is_raised_with_the_token(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """The window hears of a second start, and of the token that lets it come forward."""
    assert Instance(tmp_path, runtime).ask_to_raise("token-7")
    assert "raised token-7" == told_by(window)
    assert Instance(tmp_path, runtime).ask_to_raise()
    assert "raised" == told_by(window)


def test_a_token_is_never_read_without_end(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """A token that is much too long is cut, and the window goes on listening."""
    assert Instance(tmp_path, runtime).ask_to_raise("x" * 100_000)
    assert len(told_by(window)) < 1100
    assert Instance(tmp_path, runtime).ask_to_raise("next")
    assert "raised next" == told_by(window)


def test_the_same_folder_by_another_path_is_the_same(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """A link to the data folder leads to the same window."""
    link = runtime / "link"
    link.symlink_to(tmp_path)

    assert not Instance(link, runtime).claim()
    assert Instance(link, runtime).ask_to_raise("by the link")
    assert "raised by the link" == told_by(window)


def test_a_killed_window_leaves_the_folder_free(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """After a SIGKILL the lock that lies there is taken over, and nothing else is left."""
    window.send_signal(signal.SIGKILL)
    window.wait()

    assert [tmp_path / LOCK] == [*tmp_path.iterdir(), *runtime.iterdir()]
    with closing(Instance(tmp_path, runtime)) as heir:
        assert heir.claim()
        assert heir.listen()


def test_a_killed_window_bars_nobody_from_a_disk_that_can_only_be_read(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """Nobody can remove its lock there, and nobody answers."""
    window.send_signal(signal.SIGKILL)
    window.wait()
    with small_disk(tmp_path / "disk") as disk:
        (disk.path / LOCK).write_bytes((tmp_path / LOCK).read_bytes())
        disk.make_read_only()

        with closing(Instance(disk.path, runtime)) as heir:
            assert heir.claim()


def test_a_lock_is_stale_though_its_number_lives_on(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """The number of a killed window may belong to another Python by now: the lock is stale."""
    window.send_signal(signal.SIGKILL)
    window.wait()
    lock = tmp_path / LOCK
    _, *others = lock.read_text().splitlines(keepends=True)
    lock.write_text("".join([f"{os.getpid()}\n", *others]))

    with closing(Instance(tmp_path, runtime)) as heir:
        assert heir.claim()


def test_a_stopped_window_keeps_the_folder(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """A window that hangs does not answer, within a bounded time, and keeps its claim."""
    window.send_signal(signal.SIGSTOP)

    assert not Instance(tmp_path, runtime).claim()
    assert not Instance(tmp_path, runtime).ask_to_raise()
    window.send_signal(signal.SIGCONT)


def test_a_closed_window_leaves_the_file_of_its_lock_alone(tmp_path: Path, runtime: Path) -> None:
    """Closing gives folder and socket back; the file stays, for another may be locking it."""
    instance = Instance(tmp_path, runtime)
    instance.claim()
    instance.listen()
    assert Instance(tmp_path, runtime).ask_to_raise() is False
    assert [tmp_path / LOCK] == [*tmp_path.iterdir(), *runtime.iterdir()]

    instance.close()

    assert [tmp_path / LOCK] == [*tmp_path.iterdir(), *runtime.iterdir()]
    assert not Instance(tmp_path, runtime).ask_to_raise()


def test_a_window_whose_lock_was_deleted_keeps_its_folder(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """A start that finds no lock asks whether a window answers before it takes one.

    So do all that follow it: the lock that it made and did not need is no sign of anything.
    """
    (tmp_path / LOCK).unlink()

    for _ in range(3):
        assert not Instance(tmp_path, runtime).claim()
        assert "raised" == told_by(window)


def test_who_lost_the_lock_to_another_window_learns_of_it(tmp_path: Path, runtime: Path) -> None:
    """Deleted while nobody answers, a lock is another window's; given back it is ours again."""
    first, second = Instance(tmp_path, runtime), Instance(tmp_path, runtime)
    assert first.claim()
    (tmp_path / LOCK).unlink()
    assert second.claim()
    assert (False, True) == (first.keeps_folder(), second.keeps_folder())
    second.close()
    assert first.keeps_folder()
    assert not Instance(tmp_path, runtime).claim()
    first.close()


def test_a_folder_that_is_made_anew_is_locked_before_it_is_used(
    tmp_path: Path, runtime: Path
) -> None:
    """Renamed while a window runs, and made once more: nobody else gets the new one either."""
    data = tmp_path / "data"
    data.mkdir()
    with closing(Instance(data, runtime)) as instance:
        assert instance.claim()
        data.rename(tmp_path / "renamed")
        assert instance.keeps_folder()
        data.mkdir()
        assert instance.keeps_folder()
        assert not Instance(data, runtime).claim()


def test_the_process_of_the_other_window_is_named(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """Whoever has to end a window that does not answer is told which it is."""
    assert window.pid == Instance(tmp_path, runtime).process
    assert Instance(tmp_path / "other", runtime).process is None


def test_the_window_tells_what_it_is_asked(qtbot: QtBot, tmp_path: Path, runtime: Path) -> None:
    """The signal bears the token of the process that asked."""
    asking = (
        "import sys; from pathlib import Path;"
        "from matside.devices.desktop.instance import Instance;"
        "instance = Instance(Path(sys.argv[1]), Path(sys.argv[2]));"
        "sys.exit(not instance.ask_to_raise('from afar'))"
    )
    with closing(Instance(tmp_path, runtime)) as instance:
        assert instance.claim()
        assert instance.listen()
        with qtbot.waitSignal(instance.raised, timeout=20_000) as raised:
            second = Popen([sys.executable, "-c", asking, str(tmp_path), str(runtime)])
        assert ["from afar"] == raised.args
        assert 0 == second.wait(timeout=60)


def test_a_folder_that_takes_no_lock_is_claimed(tmp_path: Path, runtime: Path) -> None:
    """Where no lock can be made no history can either, so the window may open."""
    assert Instance(tmp_path / "missing", runtime).claim()


IN_THE_WAY: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path),
}


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_what_is_no_lock_keeps_nobody_out(what: str, tmp_path: Path, runtime: Path) -> None:
    """What lies in the lock's place and is no file stays there, and the window opens."""
    lock = tmp_path / LOCK
    IN_THE_WAY[what](lock)
    before = lock.lstat()

    with closing(Instance(tmp_path, runtime)) as instance:
        assert instance.claim()
    assert os.path.samestat(before, lock.lstat())


def test_without_a_lock_the_window_that_answers_has_the_folder(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """A folder in the lock's place does not lead to two windows."""
    (tmp_path / LOCK).unlink()
    (tmp_path / LOCK).mkdir()

    assert not Instance(tmp_path, runtime).claim()
    assert "raised" == told_by(window)


def socket_of(window: Popen[str]) -> str:
    """Return the name, as the system lists it, of the socket at which `window` listens."""
    opened = {str(link.readlink()) for link in Path(f"/proc/{window.pid}/fd").iterdir()}
    for line in Path("/proc/net/unix").read_text().splitlines()[1:]:
        *_, number, name = line.split(maxsplit=7)
        if f"socket:[{number}]" in opened and name.startswith("@matside-"):
            return name
    raise AssertionError("the window listens nowhere")


def program_of_another_user(code: str, name: str) -> Popen[str]:
    """Start a program of nobody's that does `code` with the socket `there` and its `name`."""
    before = (
        f"import os, socket; os.setuid(65534); there = socket.socket(socket.AF_UNIX);"
        f"name = {name!r}.replace('@', chr(0), 1)\n"
    )
    return Popen([sys.executable, "-c", before + code], stdout=PIPE, text=True)


only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")


@only_root
def test_another_user_raises_no_window(window: Popen[str], tmp_path: Path, runtime: Path) -> None:
    """Who is not the one who trains gets no answer, and their token is not heard."""
    knock = """
there.connect(name)
try:
    there.send(b'theirs' + bytes([10]))
    print(there.recv(9))
except OSError:
    print('refused')
"""

    with program_of_another_user(knock, socket_of(window)) as stranger:
        assert told_by(stranger) in ("b''", "refused")
    assert Instance(tmp_path, runtime).ask_to_raise("ours")
    assert "raised ours" == told_by(window)


@only_root
def test_another_user_who_took_the_name_is_not_believed(
    window: Popen[str], tmp_path: Path, runtime: Path
) -> None:
    """That a window was raised is told only where it was the athlete's own."""
    name = socket_of(window)
    window.kill()
    window.wait()
    pose = (
        "there.bind(name); there.listen(); print('poses', flush=True);"
        "caller, _ = there.accept(); caller.send(b'raised' + bytes([10])); caller.recv(99)"
    )

    with program_of_another_user(pose, name) as stranger:
        assert "poses" == told_by(stranger)
        with closing(Instance(tmp_path, runtime)) as instance:
            assert instance.claim()
            assert not instance.listen()
            assert not instance.ask_to_raise()


@pytest.mark.parametrize("token", ["a\0b", "a\x1bb"])
def test_a_token_that_cannot_be_one_is_none(
    window: Popen[str], tmp_path: Path, runtime: Path, token: str
) -> None:
    """The window is raised as without a token: an environment takes no NUL."""
    assert Instance(tmp_path, runtime).ask_to_raise(token)
    assert "raised" == told_by(window)


def test_a_runtime_folder_is_that_of_the_user(tmp_path: Path) -> None:
    """The folder is the one that the system names, if it is there, else a temporary one."""
    assert tmp_path == runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)})

    gone = {"XDG_RUNTIME_DIR": str(tmp_path / "gone")}
    assert runtime_folder({}) == runtime_folder(gone)
    assert runtime_folder({}).is_dir()


@only_root
def test_the_runtime_folder_of_another_user_is_not_used(tmp_path: Path) -> None:
    """Whoever has it could put other sockets in the place of ours."""
    os.chown(tmp_path, 65534, 65534)

    assert runtime_folder({}) == runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)})
