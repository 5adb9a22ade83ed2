"""Whole pictures with every condition chosen, for measuring where reading breaks down."""

from dataclasses import dataclass

import cv2
import numpy as np

from . import camera, mrz_text
from .documents import draw_document, draw_other_page
from .faces import make_faces
from .line_strips import erase
from .scenes import Bend, lay_down, place_document, project
from .textures import texture

MAKERS = {"TD1": mrz_text.td1, "TD2": mrz_text.td2, "TD3": mrz_text.td3, "FRA-ID": mrz_text.french_card}
FACES_SEED = 31  # never used in training


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


def bench_faces():
    return make_faces(40, FACES_SEED)


def _lines(rng, name):
    if name in MAKERS:
        return MAKERS[name](rng)
    while True:
        lines = mrz_text.visa(rng)
        if len(lines[0]) == (44 if name == "MRVA" else 36):
            return lines


def draw_picture(rng, faces, conditions):
    """(picture uint8, lines): a document on a background, its zone wholly inside."""
    lines = _lines(rng, conditions.format)
    pitch = conditions.glyph_px  # a letter is about as high as the pitch is wide
    drawn = float(np.clip(pitch * 1.2, 8, 30))
    document = draw_document(rng, faces, drawn, lines, overprint=False, print_state=lambda rng, ink: erase(rng, ink, conditions.wear))
    scale = pitch / drawn
    reach = np.hypot(*document.image.shape) * scale * 1.04
    shape = (int(reach), int(reach))
    if conditions.tilt_deg == 0 and conditions.rotation_deg % 90 == 0:
        turned = conditions.rotation_deg % 180 == 90
        height, width = (int(side * scale * 1.12) for side in document.image.shape)
        shape = (width, height) if turned else (height, width)
    plane = np.clip(texture(rng, shape), 0, 1).astype(np.float32)
    middle = np.array([shape[1] / 2, shape[0] / 2])
    matrix = place_document(rng, document, pitch, drawn, conditions.rotation_deg, conditions.tilt_deg, middle)
    bend = Bend(rng, document.image.shape[1], 0.0)
    # The page's middle, not the zone's, belongs in the picture's middle.
    page = np.array([[document.image.shape[1] / 2, document.image.shape[0] / 2]])
    shift = middle - project(matrix, bend, page)[0]
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]], [0, 0, 1]]) @ matrix
    lay_down(plane, document.image, matrix, bend, scale)
    return _expose(rng, plane, conditions), lines


def _expose(rng, plane, conditions):
    if conditions.blur > 0:
        plane = cv2.GaussianBlur(plane, (0, 0), conditions.blur * conditions.glyph_px)
    middle = float(plane.mean())
    plane = (middle + (plane - middle) * conditions.contrast) * conditions.light
    plane = plane + rng.standard_normal(plane.shape, dtype=np.float32) * np.float32(conditions.noise)
    return np.uint8(np.clip(plane, 0, 1) * 255 + 0.5)


def draw_negative(rng):
    """A page without a zone, some of them typed in capitals on a fixed pitch."""
    shape = (int(rng.uniform(500, 1100)), int(rng.uniform(500, 1100)))
    plane = draw_other_page(rng, shape[1], shape[0]) if rng.random() < 0.75 else np.clip(texture(rng, shape), 0, 1)
    return np.uint8(np.clip(camera.sensor(rng, camera.light(rng, plane.astype(np.float32))), 0, 1) * 255 + 0.5)
