"""A page in a picture of its own, and what several kinds of bench pictures do to it."""

import cv2
import numpy as np

from ..documents import draw_document
from ..projection import lay_down, place_document, project
from ..textures import texture
from .layouts import flat

_MARGIN = 1.15  # of a picture's side, page 1


class Page:
    """A document as it lies in a picture: `plane` float32 0..1, the ends of its lines in it (n, 2, 2), and `pitch`, the distance of its characters in pixels."""

    def __init__(self, plane, ends, pitch):
        self.plane, self.ends, self.pitch = plane, ends, pitch


def lay_page(rng, faces, lines, pitch, *, angle=0.0, tilt=0.0, shape=None, state=None, stretch=1.0, zoom=1.2):
    """A page of `pitch` pixels a character, drawn `zoom` times as large, in a picture of `shape`, or one that just holds it, somewhere in it; `stretch` makes
    it wider; `state(rng, ink)` is what use has made of the print."""
    drawn = float(np.clip(pitch * zoom, 8, 40))
    document = draw_document(rng, faces, drawn, lines, overprint=False, print_state=state or (lambda rng, ink: ink))
    scale = pitch / drawn
    sides = np.array(document.image.shape[::-1]) * scale * (stretch, 1)
    if shape is None:
        turned = abs(np.sin(np.radians(angle)))
        width, height = ((sides + turned * sides[::-1]) * _MARGIN).astype(int)
        shape = (int(height), int(width))
    plane = np.clip(texture(rng, shape), 0, 1).astype(np.float32)
    middle = np.array([shape[1], shape[0]]) / 2
    matrix = np.diag([stretch, 1, 1]) @ place_document(rng, document, pitch, drawn, angle, tilt, middle)
    centre = project(matrix, flat, np.array([[document.image.shape[1] / 2, document.image.shape[0] / 2]]))[0]
    free = np.maximum(0, (np.array([shape[1], shape[0]]) - np.hypot(*sides)) / 2)
    shift = middle + rng.uniform(-1, 1, 2) * free - centre
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]], [0, 0, 1]]) @ matrix
    lay_down(plane, document.image, matrix, flat, scale)
    ends = np.array([project(matrix, flat, line.astype(np.float64)) for line in document.lines])
    return Page(plane, ends, pitch)


def coded(plane, quality):
    """As a codec with this JPEG quality gives it back."""
    data = cv2.imencode(".jpg", np.uint8(np.clip(plane, 0, 1) * 255 + 0.5), [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1]
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255


def noisy(rng, plane, deviation):
    return plane + rng.standard_normal(plane.shape, dtype=np.float32) * np.float32(deviation)


def soft(plane, spread):
    """Out of focus by so many pixels."""
    return cv2.GaussianBlur(plane, (0, 0), max(0.05, spread))
