"""The faces of the keys that correct the last set; the start page loads none of their line."""

from matside.core.keymap import Act, Keymap
from matside.ui.keyboard.key_faces import key_faces
from matside.ui.kit.last_set import CorrectionFaces


def correction_faces(keymap: Keymap) -> CorrectionFaces:
    """Return the faces of the keys that correct the last set."""
    return CorrectionFaces(
        fewer=key_faces(keymap.of(Act.FASTER)[0]),
        more=key_faces(keymap.of(Act.SLOWER)[0]),
        lighter=key_faces(keymap.of(Act.LIGHTER)[0]),
        heavier=key_faces(keymap.of(Act.HEAVIER)[0]),
    )
