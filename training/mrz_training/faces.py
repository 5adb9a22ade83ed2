"""Faces: the 37 characters as small ink maps, from fonts and from stroke skeletons.

A face is a float32 array (37, CELL_HEIGHT, CELL_WIDTH) of ink 0..1. Letters are CAP pixels high and stand on row BASE_LINE; the cell's middle column is
the character's place in the line, whose pitch is PITCH pixels.
"""

import glob
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .alphabet import CHARACTERS
from .skeletons import draw_skeletons

CAP = 40
PITCH = 40
CELL_HEIGHT = 64
CELL_WIDTH = 60
BASE_LINE = 52
_OVERSAMPLING = 3

OCR_B = ["/usr/share/fonts/opentype/ocr-b/OCRB.otf", "/usr/share/fonts/opentype/ocr-b/OCRBS.otf"]
# What programs put in the place of OCR-B when they draw samples: typewriter and plain faces set at a fixed pitch.
_IMITATIONS = [
    "/usr/share/fonts/truetype/liberation*/LiberationMono-*.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono*.ttf",
    "/usr/share/fonts/truetype/freefont/FreeMono*.ttf",
    "/usr/share/fonts/truetype/ocr-a/OCRA.ttf",
    "/usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
]


@lru_cache(maxsize=1)
def imitation_fonts() -> tuple[str, ...]:
    paths = sorted(path for pattern in _IMITATIONS for path in glob.glob(pattern) if "Oblique" not in path and "Italic" not in path)
    return tuple(paths)


def _shrink(ink):
    return cv2.resize(ink, (CELL_WIDTH, CELL_HEIGHT), interpolation=cv2.INTER_AREA)


def _font_glyphs(path):
    """The font's characters at the oversampled size, letters CAP high."""
    probe = ImageFont.truetype(path, 400)
    box = probe.getbbox("H", anchor="ls")
    font = ImageFont.truetype(path, round(400 * CAP * _OVERSAMPLING / (box[3] - box[1])))
    glyphs = []
    for character in CHARACTERS:
        image = Image.new("L", (CELL_WIDTH * _OVERSAMPLING, CELL_HEIGHT * _OVERSAMPLING), 0)
        ImageDraw.Draw(image).text((CELL_WIDTH * _OVERSAMPLING / 2, BASE_LINE * _OVERSAMPLING), character, font=font, fill=255, anchor="ms")
        glyphs.append(np.asarray(image, dtype=np.float32) / 255)
    return glyphs


_cached_font_glyphs = lru_cache(maxsize=None)(_font_glyphs)


def _change_weight(ink, rng, spread):
    """Bolder or lighter, by blurring and taking another threshold: corners round off as ink and exposure do it."""
    sigma = float(rng.uniform(1.0, 3.5))
    level = float(np.clip(rng.normal(0.5, spread), 0.22, 0.72))
    soft = cv2.GaussianBlur(ink, (0, 0), sigma)
    return np.clip((soft - level) * 6 + 0.5, 0, 1)


def font_face(path, rng, spread=0.13):
    """One font, in a random weight, width and slant."""
    stretch = float(rng.uniform(0.85, 1.15)) if rng.random() < 0.6 else 1.0
    height = float(rng.uniform(0.94, 1.06))
    slant = float(rng.normal(0, 0.02))
    size = (CELL_WIDTH * _OVERSAMPLING, CELL_HEIGHT * _OVERSAMPLING)
    cx, base = size[0] / 2, BASE_LINE * _OVERSAMPLING
    matrix = np.float32([[stretch, -slant, cx - stretch * cx + slant * base], [0, height, base - height * base]])
    weighting = np.random.default_rng(rng.integers(1 << 30))
    seed = weighting.bit_generator.state
    cells = []
    for ink in _cached_font_glyphs(path):
        weighting.bit_generator.state = seed
        cells.append(_shrink(_change_weight(cv2.warpAffine(ink, matrix, size, flags=cv2.INTER_LINEAR), weighting, spread)))
    return np.stack(cells)


def skeleton_face(rng):
    """A face from stroke skeletons in a random style, weight and pen."""
    strokes = draw_skeletons(rng)
    scale = CAP * _OVERSAMPLING
    thickness = max(3, round(scale * float(rng.uniform(0.09, 0.21))))
    inset = thickness / scale  # the pen's width lies inside the cap height, as in a font
    soften = float(rng.uniform(0.5, 2.5))
    square = rng.random() < 0.5
    cells = []
    for character in CHARACTERS:
        ink = np.zeros((CELL_HEIGHT * _OVERSAMPLING, CELL_WIDTH * _OVERSAMPLING), np.uint8)
        for points in strokes[character]:
            x = points[:, 0] * (1 - inset * 0.4) * scale + CELL_WIDTH * _OVERSAMPLING / 2
            y = (points[:, 1] * (1 - inset) + inset / 2 - 1) * scale + BASE_LINE * _OVERSAMPLING
            path = np.round(np.stack([x, y], axis=1) * 16).astype(np.int32)
            cv2.polylines(ink, [path.reshape(-1, 1, 2)], False, 255, thickness, cv2.LINE_AA, 4)
        if square:
            # A square pen: strokes end with corners.
            ink = cv2.dilate(ink, np.ones((3, 3), np.uint8))
        cells.append(_shrink(cv2.GaussianBlur(ink.astype(np.float32) / 255, (0, 0), soften)))
    return np.stack(cells)


def random_face(rng):
    """OCR-B in the many ways that documents print it, sometimes an imitation."""
    kind = rng.random()
    if kind < 0.5:
        return font_face(OCR_B[int(rng.integers(len(OCR_B)))], rng)
    if kind < 0.88:
        return skeleton_face(rng)
    fonts = imitation_fonts()
    return font_face(fonts[int(rng.integers(len(fonts)))], rng, 0.08)


def make_faces(count, seed):
    """`count` faces; the same seed gives the same faces."""
    return [random_face(np.random.default_rng([seed, index])) for index in range(count)]
