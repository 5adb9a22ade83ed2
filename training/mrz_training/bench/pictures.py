"""Whole pictures with every condition chosen, for measuring where reading breaks down."""

from dataclasses import dataclass

import cv2
import numpy as np

from .. import camera, mrz_text
from ..documents import draw_document, draw_other_page
from ..faces import make_faces
from ..line_strips import erase
from ..lookalikes import LOOKALIKES
from ..projection import Bend, lay_down, place_document, project
from ..textures import texture
from .layouts import ASKEW, cover, curve, flat, lay_askew, lay_in_corner, lay_on_grid, paste_narrow

FORMATS = ["TD3", "TD1", "TD2", "MRVA", "MRVB"]
FACES_SEED = 31  # never used in training
_SCANNER_LID = 0.95  # its tone, of white
_RASTER_PX = (2.2, 14)  # how far apart the bands are that a screen's raster and the sensor's make
_GLARE_SPREAD = 3.0  # glyph heights
# A fax is black where a place is darker than this share of the tone around it; the mean is weighted by a bell this many glyph heights wide.
_FAX = {"threshold": 0.8, "around": 2.0}


@dataclass
class Conditions:
    """One picture's conditions; lengths in pixels of the picture."""

    format: str = "TD3"
    rotation_deg: float = 0.0
    tilt_deg: float = 0.0
    glyph_px: float = 18.0
    blur: float = 0.0  # spread, as a share of the glyph height
    light: float = 1.0  # of full exposure
    contrast: float = 1.0
    noise: float = 0.01
    jpeg: int = 90
    wear: float = 0.0  # share of the ink that has flaked off
    documents: int = 1  # beside each other; the others are of the formats after `format`
    covered: int | None = None  # characters of one line that something hides
    surplus: int = 0  # fillers beyond the format's length of a name line whose name is set in narrow letters
    sagitta: float | None = None  # of the arc that a curved page makes of a line, as a share of the glyph height
    bilevel: bool = False  # black and white, as faxes are
    zone_px: float = 0.0  # width of the zone of a document in the corner of an A4 scan; 0: no such page, and glyph_px holds
    motion: float = 0.0  # way that the picture moved while it was taken, as a share of the glyph height
    screen: float = 0.0  # how much brighter and darker a screen's raster makes the picture
    glare: float = 0.0  # share of the contrast that is gone where a reflection over the zone is brightest
    far_edge: float | None = None  # of a page seen from the side: length of its far edge, its near one 1


def bench_faces():
    return make_faces(40, FACES_SEED)


def draw_picture(rng, faces, conditions):
    """(picture uint8, the lines of each zone, what is covered of the first one or None): documents on a background, their zones wholly inside."""
    side = int(rng.integers(4)) if conditions.zone_px > 0 or conditions.far_edge is not None else 0
    documents, pitch, drawn = _draw_documents(rng, faces, conditions)
    hidden = None if conditions.covered is None else cover(rng, documents[0], conditions.covered)
    paste_narrow(documents[0], conditions.surplus)
    plane, matrix = _lay(rng, documents, pitch, drawn, conditions, side)
    if conditions.sagitta is not None:
        ends = project(matrix, flat, documents[0].lines[0].astype(np.float64))
        plane = curve(rng, plane, conditions.sagitta * pitch, *ends[:, 0])
    if conditions.glare > 0:
        line = documents[0].lines[int(rng.integers(len(documents[0].lines)))]
        middle = project(matrix, flat, (line[:1] + (line[1:] - line[:1]) * rng.uniform(0.1, 0.9)).astype(np.float64))[0]
        plane = camera.glare(plane, conditions.glare, middle, _GLARE_SPREAD * conditions.glyph_px)
    if conditions.screen > 0:
        plane = camera.raster(plane, conditions.screen, rng.uniform(*_RASTER_PX), rng.uniform(0, np.pi)).astype(np.float32)
    return _expose(rng, plane, conditions), [document.texts for document in documents], hidden


def _draw_documents(rng, faces, conditions):
    """(documents, their pitch in the picture, the pitch at which they were drawn)."""
    documents = []
    for index in range(conditions.documents):
        name = conditions.format if index == 0 else FORMATS[(FORMATS.index(conditions.format) + index) % len(FORMATS)]
        lines = mrz_text.of_format(rng, name)
        pitch = conditions.zone_px / len(lines[0]) or conditions.glyph_px  # a letter is about as high as the pitch is wide
        drawn = float(np.clip(pitch * 1.2, 8, 30))
        documents.append(draw_document(rng, faces, drawn, lines, overprint=False, print_state=lambda rng, ink: erase(rng, ink, conditions.wear)))
    return documents, pitch, drawn


def _lay(rng, documents, pitch, drawn, conditions, side):
    """(plane with the pages on it, map from the first page to it)."""
    scale = zoom = pitch / drawn
    if conditions.zone_px > 0:
        shape, matrices = lay_in_corner(documents[0], scale, side)
        plane = np.full(shape, _SCANNER_LID, np.float32)
    elif conditions.far_edge is not None:
        shape, matrices = lay_askew(documents[0], scale, conditions.far_edge, side)
        plane, zoom = _background(rng, shape), scale * ASKEW
    elif conditions.documents > 1:
        shape, matrices = lay_on_grid(documents, scale)
        plane = _background(rng, shape)
    else:
        return _lay_alone(rng, documents[0], pitch, drawn, conditions)
    for document, matrix in zip(documents, matrices):
        lay_down(plane, document.image, matrix, flat, zoom)
    return plane, matrices[0]


def _lay_alone(rng, document, pitch, drawn, conditions):
    """The same for one page, turned and tilted."""
    scale = pitch / drawn
    reach = np.hypot(*document.image.shape) * scale * 1.04
    shape = (int(reach), int(reach))
    if conditions.tilt_deg == 0 and conditions.rotation_deg % 90 == 0:
        turned = conditions.rotation_deg % 180 == 90
        height, width = (int(side * scale * 1.12) for side in document.image.shape)
        shape = (width, height) if turned else (height, width)
    plane = _background(rng, shape)
    middle = np.array([shape[1] / 2, shape[0] / 2])
    matrix = place_document(rng, document, pitch, drawn, conditions.rotation_deg, conditions.tilt_deg, middle)
    bend = Bend(rng, document.image.shape[1], 0.0)
    # The page's middle, not the zone's, belongs in the picture's middle.
    page = np.array([[document.image.shape[1] / 2, document.image.shape[0] / 2]])
    shift = middle - project(matrix, bend, page)[0]
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]], [0, 0, 1]]) @ matrix
    lay_down(plane, document.image, matrix, bend, scale)
    return plane, matrix


def _background(rng, shape):
    return np.clip(texture(rng, shape), 0, 1).astype(np.float32)


def _expose(rng, plane, conditions):
    if conditions.blur > 0:
        plane = cv2.GaussianBlur(plane, (0, 0), conditions.blur * conditions.glyph_px)
    if conditions.motion > 0:
        plane = camera.move(plane, conditions.motion * conditions.glyph_px, rng.uniform(0, np.pi))
    middle = float(plane.mean())
    plane = (middle + (plane - middle) * conditions.contrast) * conditions.light
    plane = plane + rng.standard_normal(plane.shape, dtype=np.float32) * np.float32(conditions.noise)
    if conditions.bilevel:
        ground = cv2.GaussianBlur(plane, (0, 0), _FAX["around"] * conditions.glyph_px)
        plane = (plane > _FAX["threshold"] * ground).astype(np.float32)
    return np.uint8(np.clip(plane, 0, 1) * 255 + 0.5)


def draw_negative(rng, faces, kind):
    """A page without a zone, as the camera sees it; `kind` is one of NEGATIVES."""
    shape = (int(rng.uniform(500, 1100)), int(rng.uniform(500, 1100)))
    plane = np.clip(NEGATIVES[kind](rng, faces, *shape), 0, 1).astype(np.float32)
    return np.uint8(np.clip(camera.sensor(rng, camera.light(rng, plane)), 0, 1) * 255 + 0.5)


def _draw_page(rng, _, height, width):
    """Forms, tables and plain textures, some of them typed in capitals on a fixed pitch."""
    return draw_other_page(rng, width, height) if rng.random() < 0.75 else texture(rng, (height, width))


NEGATIVES = {"pages and textures": _draw_page, **LOOKALIKES}
