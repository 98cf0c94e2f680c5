"""What the studio installs."""

from tests.tools.films.studio import ROOT

REQUIREMENTS = ROOT / "tools" / "films" / "requirements.txt"


def test_every_package_of_the_studio_has_an_exact_version() -> None:
    """Same inputs make the same film, and the packages are inputs too."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if not line.startswith("#")]
    assert packages
    assert [] == [line for line in packages if "==" not in line]


def test_the_program_needs_nothing_of_the_studio() -> None:
    """Blender, numpy and the like are named by the studio alone."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").lower()
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower()
    lines = [*project.splitlines(), *constraints.splitlines()]
    studio = ("anny", "bpy", "numpy", "scipy")
    assert [] == [line for line in lines if line.strip(' "').startswith(studio)]
