"""The wheel is whole: what works in a checkout works from it, far from any checkout."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import matside

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, folder: Path) -> str:
    """Run `command` in `folder`, away from the checkout, and return what it printed."""
    environment = {name: os.environ[name] for name in os.environ if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def built_wheel(folder: Path) -> Path:
    """Build the wheel of the checkout into `folder`."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run(
        *pip,
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        f"--wheel-dir={folder}",
        ROOT,
        folder=folder,
    )
    (wheel,) = folder.glob("matside-*.whl")
    return wheel


def installed(wheel: Path, folder: Path) -> Path:
    """Install `wheel` into a new environment in `folder`; return where its programs lie.

    What it needs is lent by the packages beside the running Python, all but Matside itself.
    """
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", folder=folder)
    programs = folder / "venv" / "bin"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run(*pip, f"--python={programs / 'python'}", "install", "--no-deps", wheel, folder=folder)
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(programs / "python", "-c", asked, folder=folder).strip())
    lent = sysconfig.get_path("purelib")
    (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return programs


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the programs of an installed wheel lie."""
    folder = tmp_path_factory.mktemp("wheel")
    return installed(built_wheel(folder), folder)


def test_the_wheel_brings_its_own_modules(programs: Path, tmp_path: Path) -> None:
    """The installed program is the wheel's, not the checkout's."""
    asked = "import matside; print(matside.__file__)"

    found = Path(run(programs / "python", "-c", asked, folder=tmp_path).strip())

    assert found.is_relative_to(programs.parent)


def test_the_wheel_knows_its_version(programs: Path, tmp_path: Path) -> None:
    """The program, its metadata and the package name one version."""
    asked = "from importlib.metadata import version; print(version('matside'))"

    assert f"{matside.__version__}\n" == run(programs / "python", "-c", asked, folder=tmp_path)
    assert f"matside {matside.__version__}\n" == run(
        programs / "matside", "--version", folder=tmp_path
    )


def test_the_wheel_plans_the_workout_for_runners(programs: Path, tmp_path: Path) -> None:
    """Workouts and exercises come along: the runner's workout is its 66 steps."""
    planned = run(
        programs / "matside", "plan", "--json", "--data", tmp_path / "data", folder=tmp_path
    )

    assert 66 == len(json.loads(planned))
