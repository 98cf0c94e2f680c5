"""The studio in Blender: a set lit and seen by its camera, pose by pose."""

import math
from collections.abc import Iterator
from pathlib import Path

import bpy
import numpy as np
from mathutils import Matrix, Vector
from numpy.typing import NDArray
from PIL import Image

from tools.films.base_mesh import Array
from tools.films.film_set import FilmSet, Moment
from tools.films.materials import (
    HANDLE,
    IRON,
    MAT,
    STRIPE,
    body_material,
    hair_material,
    mat_top,
    plain,
    shoe_material,
)
from tools.films.outline import cut_out, outline
from tools.films.props import Solid, dumbbell, mat_body, mat_sheet
from tools.films.shot import Shot, field_of_view

SAMPLES = 4
"""Rays a px; the denoiser takes their noise away, and the edges come from the outline."""

THREADS = 2
ROOM = 8
"""So many px around what moves are rendered too."""

_LIGHTS = (
    ("key", (-0.7, 1.7, 0.9), (-60, 150, 100), 110, 1050000, (1, 0.955, 0.90)),
    ("fill", (1.6, 0.2, 1.0), (80, 40, 100), 220, 130000, (0.80, 0.90, 1)),
    ("rim", (1.0, 1.0, -1.3), (60, 100, -120), 130, 480000, (0.85, 0.94, 1)),
    ("back", (-1.2, 0.7, -1.2), (-60, 60, -120), 110, 240000, (1, 0.93, 0.85)),
)
"""Lights by how far right, up and near they are, in sizes of the set and in cm; size, power."""

WORLD = 0.40


class Stage:
    """A set that is built up in Blender; it has one scene, so one stage is used at a time."""

    def __init__(self, shown: FilmSet, scratch: Path, *, samples: int = SAMPLES) -> None:
        self._set = shown
        self._path = scratch / "pose.png"
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self._scene = bpy.context.scene
        self._shot = shown.shot
        _set_up_renderer(self._scene, self._shot, samples)
        self._body = self._new_body()
        self._bells = [
            _new(f"bell{at}", dumbbell(shown.handle), [_iron(), _handle()])
            for at in range(len(shown.moments[0].bells))
        ]
        self._shoes = self._new_shoes()
        self._knot = shown.knot and _new(
            "knot", shown.knot, [hair_material(), _ribbon()], rest=True
        )
        self._mat = self._new_mat()
        self._light()
        _aim(self._scene, self._shot)

    def picture(self, moment: Moment) -> Array:
        """Return the picture of `moment`: RGBA from 0 to 1, the alpha multiplied in."""
        self._place(moment)
        left, top, right, bottom = self._box(moment)
        width, height = self._shot.size
        render = self._scene.render
        render.border_min_x, render.border_max_x = left / width, right / width
        render.border_min_y, render.border_max_y = 1 - bottom / height, 1 - top / height
        render.filepath = str(self._path)
        bpy.ops.render.render(write_still=True)
        part = np.asarray(Image.open(self._path).convert("RGBA")).astype(np.float32) / 255
        whole = np.zeros((height, width, 4), np.float32)
        whole[top : top + part.shape[0], left : left + part.shape[1]] = part
        return cut_out(whole, outline(self._shot, self._surfaces()))

    def _surfaces(self) -> Iterator[tuple[Array, NDArray[np.int64]]]:
        """Yield the places and triangles of all that is seen, as it is rendered."""
        shown = bpy.context.evaluated_depsgraph_get()
        for thing in self._scene.objects:
            if thing.type != "MESH":
                continue
            mesh = thing.evaluated_get(shown).to_mesh()
            mesh.calc_loop_triangles()
            places = np.empty(3 * len(mesh.vertices), np.float32)
            mesh.vertices.foreach_get("co", places)
            corners = np.empty(3 * len(mesh.loop_triangles), np.int32)
            mesh.loop_triangles.foreach_get("vertices", corners)
            matrix = np.array(thing.matrix_world)
            yield places.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3], corners.reshape(-1, 3)

    def _place(self, moment: Moment) -> None:
        mesh = self._body.data
        mesh.vertices.foreach_set("co", moment.points.astype(np.float32).ravel())
        mesh.update()
        for bell, matrix in zip(self._bells, moment.bells, strict=True):
            bell.matrix_world = Matrix(matrix.tolist())
        for shoe, matrix in zip(self._shoes, moment.feet, strict=False):
            shoe.matrix_world = Matrix(matrix.tolist())
        if self._knot:
            self._knot.matrix_world = Matrix(moment.head.tolist())
        if self._mat:
            self._mat.data.attributes["light"].data.foreach_set(
                "value", moment.light.astype(np.float32)
            )
            self._mat.data.update()

    def _box(self, moment: Moment) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of what `moment` covers, in rendered px."""
        things = [*self._bells, *self._shoes, *([self._knot] if self._knot else [])]
        places = [moment.points]
        for thing in things:
            corners = [thing.matrix_world @ Vector(corner) for corner in thing.bound_box]
            places.append(np.array(corners))
        if self._set.mat:
            back, right, front, left = self._set.mat
            places.append(
                np.array(
                    [(x, y, z) for x in (back, front) for y in (right, left) for z in (0, -1.2)]
                )
            )
        seen = self._shot.seen(np.concatenate(places))
        width, height = self._shot.size
        left, top = np.maximum(np.floor(seen.min(0)) - ROOM, 0).astype(int)
        right, bottom = np.minimum(np.ceil(seen.max(0)) + ROOM, (width, height)).astype(int)
        return int(left), int(top), int(right), int(bottom)

    def _new_body(self):
        body = self._set.body
        solid = Solid(body.points, body.faces, [0] * len(body.faces))
        made = _new("body", solid, [body_material(tied=self._set.knot is not None)], rest=True)
        for name, values in self._set.fields.items():
            _give(made, name, values)
        divided = made.modifiers.new("finer", "SUBSURF")
        divided.levels = divided.render_levels = 1
        return made

    def _new_shoes(self):
        made = []
        for at, shoe in enumerate(self._set.shoes):
            solid = Solid(shoe.points, shoe.faces, [0] * len(shoe.faces))
            thing = _new(f"shoe{at}", solid, [shoe_material()])
            for name in ("sole", "lining", "stripe"):
                _give(thing, name, getattr(shoe, name))
            divided = thing.modifiers.new("finer", "SUBSURF")
            divided.levels = divided.render_levels = 1
            made.append(thing)
        return made

    def _new_mat(self):
        if self._set.mat is None:
            return None
        _new("mat", mat_body(self._set.mat), [plain("mat", MAT, 0.85, shine=0.25)])
        sheet = _new("sheet", mat_sheet(self._set.mat), [mat_top()])
        _give(sheet, "light", np.ones(len(sheet.data.vertices)))
        return sheet

    def _light(self) -> None:
        world = bpy.data.worlds.new("world")
        self._scene.world = world
        world.use_nodes = True
        background = world.node_tree.nodes["Background"]
        background.inputs[0].default_value = (0.80, 0.88, 1, 1)
        background.inputs[1].default_value = WORLD
        right, _, near = self._shot.axes
        points = np.concatenate([moment.points for moment in self._set.moments])
        size = float(np.ptp(points, axis=0).max()) / 2
        middle = self._shot.middle
        for name, sizes, ways, wide, power, colour in _LIGHTS:
            aside, up, ahead = (size * a + b for a, b in zip(sizes, ways, strict=True))
            place = middle + aside * right + up * np.array([0, 0, 1.0]) + ahead * near
            lamp = bpy.data.lights.new(name, "AREA")
            lamp.size, lamp.energy, lamp.color = wide, power, colour
            thing = bpy.data.objects.new(name, lamp)
            self._scene.collection.objects.link(thing)
            thing.location = place
            way = Vector(middle) - Vector(place)
            thing.rotation_euler = way.to_track_quat("-Z", "Y").to_euler()


def _iron():
    return plain("iron", IRON, 0.38)


def _handle():
    return plain("handle", HANDLE, 0.28, metal=0.9)


def _ribbon():
    return plain("ribbon", STRIPE, 0.7)


def _new(name: str, solid: Solid, materials, *, rest: bool = False):
    """Return a new thing in the scene; `rest` keeps where its points began for its noise."""
    mesh = bpy.data.meshes.new(name)
    faces = [list(map(int, face)) for face in solid.faces]
    mesh.from_pydata(solid.points.tolist(), [], faces)
    mesh.polygons.foreach_set("use_smooth", [True] * len(faces))
    for material in materials:
        mesh.materials.append(material)
    mesh.polygons.foreach_set("material_index", list(solid.materials))
    if rest:
        kept = mesh.attributes.new("rest", "FLOAT_VECTOR", "POINT")
        kept.data.foreach_set("vector", solid.points.astype(np.float32).ravel())
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _give(thing, name: str, values: Array) -> None:
    field = thing.data.attributes.new(name, "FLOAT", "POINT")
    field.data.foreach_set("value", np.asarray(values, np.float32))


def _set_up_renderer(scene, shot: Shot, samples: int) -> None:
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.seed = "CPU", samples, 0
    cycles.use_adaptive_sampling = False
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter = cycles.denoising_quality = "FAST"
    cycles.max_bounces = cycles.diffuse_bounces = 1
    cycles.glossy_bounces, cycles.transparent_max_bounces = 0, 2
    cycles.use_light_tree = False
    cycles.caustics_reflective = cycles.caustics_refractive = False
    render = scene.render
    render.film_transparent, render.use_persistent_data = True, True
    render.resolution_x, render.resolution_y = shot.size
    render.resolution_percentage = 100
    render.use_border = render.use_crop_to_border = True
    render.image_settings.file_format = "PNG"
    render.image_settings.color_mode = "RGBA"
    render.image_settings.compression = 0
    render.threads_mode, render.threads = "FIXED", THREADS
    scene.view_settings.view_transform, scene.view_settings.look = "Standard", "None"


def _aim(scene, shot: Shot) -> None:
    lens = bpy.data.cameras.new("camera")
    camera = bpy.data.objects.new("camera", lens)
    scene.collection.objects.link(camera)
    scene.camera = camera
    place = np.eye(4)
    place[:3, :3], place[:3, 3] = shot.axes.T, shot.eye
    camera.matrix_world = Matrix(place.tolist())
    left, right, bottom, top = shot.window
    lens.lens_unit, lens.sensor_fit = "FOV", "HORIZONTAL"
    lens.angle = field_of_view(shot)
    lens.shift_x = (left + right) / 2 / shot.wide
    lens.shift_y = (bottom + top) / 2 / shot.wide
    lens.clip_start, lens.clip_end = 10, 5000
    assert math.isclose(shot.wide / shot.high, shot.size[0] / shot.size[1], rel_tol=0.02)
