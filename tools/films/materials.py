"""Colours and surfaces, as Blender's shaders."""

import bpy

Colour = tuple[float, float, float, float]

SKIN, KNUCKLES = "#C99A7C", "#B9866A"
SHIRT, HEM, SHORTS = "#2E8FA3", "#1C5F70", "#3A4C7C"
HAIR_DARK, HAIR_LIGHT, BROW = "#241914", "#46332A", "#33251E"
LIPS = "#BD8671"
EYE, IRIS = "#D9D2CC", "#20150F"
GLOW, EMBER = "#FF5A1A", "#FF4A0A"
IRON, HANDLE, MAT = "#30363F", "#AEB6C0", "#46566A"
SHOE, SOLE, LINING, STRIPE = "#D5DAE1", "#8C95A5", "#2A3140", "#2E8FA3"


def linear(colour: str) -> Colour:
    """Return an sRGB colour such as #FF5A1A as Blender counts light."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))

    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return light(red), light(green), light(blue), 1.0


class Shader:
    """The nodes of one material."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self._tree = self.material.node_tree
        self._tree.nodes.clear()
        self.surface = self.new("ShaderNodeBsdfPrincipled")
        output = self.new("ShaderNodeOutputMaterial")
        self.link(self.surface.outputs[0], output.inputs[0])

    def new(self, kind: str, **settings):
        """Return a new node."""
        node = self._tree.nodes.new(kind)
        for name, value in settings.items():
            setattr(node, name, value)
        return node

    def link(self, start, end) -> None:
        """Link an output to an input."""
        self._tree.links.new(start, end)

    def field(self, name: str):
        """Return the number that the mesh has at each point under `name`."""
        return self.new("ShaderNodeAttribute", attribute_name=name).outputs["Fac"]

    def noise(self, scale: float, stretch: tuple[float, float, float]):
        """Return noise that stays on the body as it moves."""
        rest = self.new("ShaderNodeAttribute", attribute_name="rest").outputs["Vector"]
        stretched = self.new("ShaderNodeVectorMath", operation="MULTIPLY")
        self.link(rest, stretched.inputs[0])
        stretched.inputs[1].default_value = stretch
        noise = self.new("ShaderNodeTexNoise")
        self.link(stretched.outputs[0], noise.inputs["Vector"])
        noise.inputs["Scale"].default_value = scale
        noise.inputs["Detail"].default_value = 2
        return noise.outputs[0]

    def maths(self, operation: str, *values, clamp: bool = False):
        """Return what a sum, product or the like of numbers and outputs is."""
        node = self.new("ShaderNodeMath", operation=operation, use_clamp=clamp)
        for place, value in enumerate(values):
            self._give(node.inputs[place], value)
        return node.outputs[0]

    def within(self, field, softness: float):
        """Return 1 where a field is positive, else 0, soft over `softness` cm to both sides."""
        node = self.new("ShaderNodeMapRange", interpolation_type="SMOOTHSTEP")
        self.link(field, node.inputs[0])
        node.inputs[1].default_value = -softness
        node.inputs[2].default_value = softness
        return node.outputs[0]

    def mixed(self, share, first, second, kind: str = "RGBA"):
        """Return `share` of the way from one colour or number to another."""
        node = self.new("ShaderNodeMix", data_type=kind)
        self.link(share, node.inputs[0])
        start, output = (6, 2) if kind == "RGBA" else (2, 0)
        self._give(node.inputs[start], first)
        self._give(node.inputs[start + 1], second)
        return node.outputs[output]

    def give(self, name: str, value) -> None:
        """Give the surface a value or an output."""
        self._give(self.surface.inputs[name], value)

    def _give(self, socket, value) -> None:
        if isinstance(value, bpy.types.NodeSocket):
            self.link(value, socket)
        else:
            socket.default_value = value


def body_material(*, tied: bool):
    """Return skin, clothes, hair, face and glow, cut by the fields of the mesh."""
    shader = Shader("body")
    shorts, shirt = (shader.within(shader.field(name), 0.12) for name in ("shorts", "shirt"))
    hair = _hairline(shader, 0.7 if tied else 1.5)
    colour = shader.mixed(shader.field("tone"), linear(SKIN), linear(KNUCKLES))
    colour = shader.mixed(shorts, colour, linear(SHORTS))
    colour = shader.mixed(shirt, colour, linear(SHIRT))
    colour = shader.mixed(hair, colour, _strands(shader, tied=tied))
    inner = shader.within(shader.maths("SUBTRACT", shader.field("shirt"), 0.9), 0.12)
    hem = shader.maths("MULTIPLY", shirt, shader.maths("SUBTRACT", 1.0, inner))
    colour = shader.mixed(hem, colour, linear(HEM))
    for name, softness, paint in (
        ("lips", 0.35, LIPS),
        ("brow", 0.3, BROW),
        ("eye", 0.2, EYE),
        ("iris", 0.08, IRIS),
    ):
        colour = shader.mixed(shader.within(shader.field(name), softness), colour, linear(paint))
    glow = shader.field("glow")
    covered = shader.maths("MULTIPLY", glow, 0.96, clamp=True)
    shader.give("Base Color", shader.mixed(covered, colour, linear(GLOW)))
    cloth = shader.maths("ADD", shorts, shirt, clamp=True)
    rough = shader.mixed(cloth, 0.5, 0.72, "FLOAT")
    shader.give("Roughness", shader.mixed(hair, rough, 0.85, "FLOAT"))
    shader.give("Specular IOR Level", 0.32)
    shader.give("Sheen Weight", shader.maths("MULTIPLY", cloth, 0.25))
    shader.give("Sheen Roughness", 0.4)
    shader.give("Emission Color", linear(EMBER))
    shader.give(
        "Emission Strength", shader.maths("MULTIPLY", shader.maths("POWER", glow, 2.0), 0.3)
    )
    return shader.material


def _hairline(shader: Shader, ragged_by: float):
    ragged = shader.maths("SUBTRACT", shader.noise(2.6, (1, 1, 0.45)), 0.5)
    line = shader.maths("ADD", shader.field("hair"), shader.maths("MULTIPLY", ragged, ragged_by))
    return shader.within(line, 0.55)


def _strands(shader: Shader, *, tied: bool):
    """Return the colours of hair: short curls, or strands drawn back to a knot."""
    if tied:
        noise, soft = shader.noise(1.5, (0.3, 2.4, 1.5)), 0.3
    else:
        noise, soft = shader.noise(1.6, (1.6, 1.6, 0.35)), 0.12
    strand = shader.maths("SUBTRACT", noise, 0.5)
    return shader.mixed(shader.within(strand, soft), linear(HAIR_DARK), linear(HAIR_LIGHT))


def hair_material():
    """Return the hair of a knot."""
    shader = Shader("knot")
    shader.give("Base Color", _strands(shader, tied=True))
    shader.give("Roughness", 0.8)
    shader.give("Specular IOR Level", 0.32)
    return shader.material


def shoe_material():
    """Return leather, sole, lining and stripe, cut by the fields of the mesh."""
    shader = Shader("shoe")
    colour = shader.mixed(
        shader.within(shader.field("stripe"), 0.12), linear(SHOE), linear(STRIPE)
    )
    colour = shader.mixed(shader.within(shader.field("lining"), 0.15), colour, linear(LINING))
    colour = shader.mixed(shader.within(shader.field("sole"), 0.1), colour, linear(SOLE))
    shader.give("Base Color", colour)
    shader.give("Roughness", 0.6)
    shader.give("Specular IOR Level", 0.3)
    return shader.material


def plain(name: str, colour: str, rough: float, metal: float = 0.0, shine: float = 0.5):
    """Return a surface of one colour."""
    shader = Shader(name)
    shader.give("Base Color", linear(colour))
    shader.give("Roughness", rough)
    shader.give("Metallic", metal)
    shader.give("Specular IOR Level", shine)
    return shader.material


def mat_top():
    """Return the top of the mat, dark where the body keeps the light away."""
    shader = Shader("mat-top")
    dark = (0.004, 0.006, 0.010, 1.0)
    shader.give("Base Color", shader.mixed(shader.field("light"), dark, linear(MAT)))
    shader.give("Roughness", 0.85)
    shader.give("Specular IOR Level", 0.25)
    return shader.material
