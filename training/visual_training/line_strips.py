"""One line of the visual zone as the text recogniser sees it: a grey strip, 32 pixels high, capitals 18 pixels high in its middle."""

import cv2
import numpy as np

from mrz_training import camera
from mrz_training.line_strips import random_paper, see, strip_transform, wear
from mrz_training.textures import texture

from .faces import ABOVE, BELOW, CAP, draw_text, random_face
from .page_strips import page_resolution, picture_strip, see_page
from .text import random_text

OF_PAGES = 0.6
"""Share of the strips that are drawn as good pictures of pages show them (page_strips.py)."""
_PICTURES, _CUT_ACROSS = 0.06, 0.06


def _resolution(rng):
    """Height of a capital in pixels at which the camera saw the line; many pictures of documents are small."""
    kind = rng.random()
    if kind < 0.5:
        return float(rng.uniform(6.0, 12.0))
    if kind < 0.85:
        return float(rng.uniform(10.0, 20.0))
    return float(rng.uniform(18.0, 36.0))


def security_paper(rng, shape):
    """What documents print values on: guilloche, pictures and large letters in pale inks, patches of holograms."""
    kind = rng.random()
    if kind < 0.5:
        paper = random_paper(rng, shape)
    else:
        span = rng.uniform(0.08, 0.42)
        paper = (rng.uniform(0.6, 1.0) - span + span * texture(rng, shape)).astype(np.float32)
    if rng.random() < 0.4:
        paper = paper + camera.guilloche(rng, shape, rng.uniform(0.02, 0.13))
    if rng.random() < 0.12:
        _hologram(rng, paper)
    if rng.random() < 0.1:
        word = "".join(chr(int(code)) for code in rng.integers(65, 91, size=6))
        ghost = np.zeros(shape, np.uint8)
        where = (int(rng.integers(-20, max(1, shape[1]))), int(rng.integers(4, 3 * shape[0])))
        cv2.putText(ghost, word, where, 0, float(rng.uniform(0.4, 4.0)), 255, int(rng.integers(1, 8)), cv2.LINE_AA)
        paper = paper - ghost.astype(np.float32) / 255 * np.float32(rng.uniform(0.05, 0.3))
    return np.clip(paper, 0.05, 1.2).astype(np.float32)


def _hologram(rng, paper):
    """A bright or dark patch with edges, as foil reflects it."""
    height, width = paper.shape
    centre = (int(rng.integers(width)), int(rng.integers(height)))
    axes = (int(rng.uniform(0.5, 3) * height), int(rng.uniform(0.4, 2) * height))
    patch = np.zeros(paper.shape, np.float32)
    cv2.ellipse(patch, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1.0, -1, cv2.LINE_AA)
    paper += patch * np.float32(rng.uniform(-0.3, 0.3))


def _tracking(rng):
    """Pixels more between the characters, of a capital 40 high."""
    kind = rng.random()
    if kind < 0.75:
        return 0.0
    return float(rng.uniform(0, 12)) if kind < 0.96 else float(rng.uniform(-2, 0))


def _neighbours(rng, ink, path, held_out):
    """Print above and below, as near as labels stand to values: its edges show in the strip."""
    for below in (False, True):
        if rng.random() < 0.45:
            continue
        other, _ = draw_text(rng, random_text(rng), path)
        size = float(rng.uniform(0.45, 1.05))
        other = cv2.resize(other, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
        base = round(ABOVE * size)
        gap = CAP * float(rng.uniform(0.35, 1.4))
        # The row of the neighbour's base line: under the line, its capitals begin below the descenders; above, they end over the accents.
        row = round(ABOVE + gap + CAP * size) if below else round(ABOVE - CAP - gap)
        _lay(ink, other, row - base, int(rng.integers(-40, 60)))


def _lay(ink, other, top, left):
    """`other` onto `ink`, as far as it falls on it."""
    y0, x0 = max(0, top), max(0, left)
    y1, x1 = min(ink.shape[0], top + other.shape[0]), min(ink.shape[1], left + other.shape[1])
    if y1 > y0 and x1 > x0:
        cell = ink[y0:y1, x0:x1]
        np.maximum(cell, other[y0 - top : y1 - top, x0 - left : x1 - left], out=cell)


def _measured(rng, transform, width):
    """How a line's height was measured: accents, small letters and rules mislead it more than in a zone."""
    if rng.random() < 0.6:
        return transform, width
    size = float(np.exp(rng.normal(0, 0.13)))
    down = 16 * (1 - size) + float(rng.normal(0, 0.8))
    return np.array([[size, 0, 0], [0, size, down], [0, 0, 1]]) @ transform, max(48, round(width * size))


def make_strip(rng, held_out=False):
    """(strip, text): a uint8 array (32, width) and the characters on it. `held_out` draws faces that training never shows."""
    kind = rng.random()
    if kind < 0.03:
        return _nothing(rng), ""
    if kind < 0.03 + _PICTURES:
        return picture_strip(rng), ""
    text = random_text(rng)
    path = random_face(rng, text, held_out)
    ink, (left, right) = draw_text(rng, text, path, _tracking(rng))
    condensed = float(rng.uniform(0.72, 1.18)) if rng.random() < 0.35 else 1.0
    if condensed != 1.0:
        ink = cv2.resize(ink, (max(8, round(ink.shape[1] * condensed)), ink.shape[0]), interpolation=cv2.INTER_AREA)
        left, right = left * condensed, right * condensed
    is_cut = rng.random() < OF_PAGES * _CUT_ACROSS
    if not is_cut:
        _neighbours(rng, ink, path, held_out)
    transform, width, margin = strip_transform(rng, left, right, ABOVE)
    transform, width = _measured(rng, transform, width)
    if is_cut:
        transform, text = _shift_away(rng, transform), ""
    if is_cut or rng.random() < OF_PAGES:
        return see_page(rng, wear(rng, ink) if rng.random() < 0.15 else ink, transform, width, page_resolution(rng)), text
    strip = see(rng, wear(rng, ink), transform, width, _resolution(rng), margin, security_paper)
    return np.uint8(np.clip(strip, 0, 1) * 255 + 0.5), text


def _shift_away(rng, transform):
    """A line that was found half a line too high or too low: less than half of it is in the strip."""
    down = float(rng.uniform(17, 23)) * (1 if rng.random() < 0.5 else -1)
    return np.array([[1, 0, 0], [0, 1, down], [0, 0, 1]]) @ transform


def _nothing(rng):
    """A strip without a line: paper alone."""
    width = int(rng.uniform(48, 300))
    ink = np.zeros((ABOVE + BELOW, width + 60), np.float32)
    transform, wide, margin = strip_transform(rng, 30, 30 + width, ABOVE)
    return np.uint8(np.clip(see(rng, ink, transform, wide, _resolution(rng), margin, security_paper), 0, 1) * 255 + 0.5)
