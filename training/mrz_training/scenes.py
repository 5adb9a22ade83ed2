"""Pictures of documents as cameras and scanners take them, with what the detector should say about them."""

import cv2
import numpy as np

from . import camera
from .documents import draw_document, draw_other_page
from .projection import Bend, lay_down, place_document, project
from .textures import texture

STRIDE = 4
_RIBBON = 0.6
_SEGMENTS = 8


class Target:
    """Maps for the detector: line core 0..1, direction cos and sin, each (h / 4, w / 4)."""

    def __init__(self, shape):
        self.core = np.zeros(shape, np.uint8)
        small = (shape[0] // STRIDE, shape[1] // STRIDE)
        self.cos, self.sin = np.zeros(small, np.float32), np.zeros(small, np.float32)

    def add_line(self, ends, cap, matrix, bend):
        """Paints one line; a ribbon is never thinner than one cell."""
        along = np.linspace(ends[0], ends[1], _SEGMENTS + 1)
        middle = project(matrix, bend, along)
        lower = project(matrix, bend, along + [0, cap * _RIBBON / 2])
        for i in range(_SEGMENTS):
            direction = middle[i + 1] - middle[i]
            length = float(np.hypot(*direction))
            if length < 1e-3:
                continue
            normal = np.array([-direction[1], direction[0]]) / length
            half = [max(STRIDE / 2, abs(float((lower[j] - middle[j]) @ normal))) for j in (i, i + 1)]
            quad = np.array([middle[i] - normal * half[0], middle[i + 1] - normal * half[1], middle[i + 1] + normal * half[1], middle[i] + normal * half[0]])
            cv2.fillPoly(self.core, [np.round(quad * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
            wide = np.round(np.array([middle[i], middle[i + 1]]) / STRIDE * 16).astype(np.int32)
            thick = int(max(half) / STRIDE * 2) + 2
            for plane, value in ((self.cos, direction[0] / length), (self.sin, direction[1] / length)):
                cv2.line(plane, wide[0], wide[1], float(value), thick, cv2.LINE_8, 4)

    def maps(self):
        """(3, h / 4, w / 4) float32."""
        small = (self.core.shape[1] // STRIDE, self.core.shape[0] // STRIDE)
        core = cv2.resize(self.core, small, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        return np.stack([core, self.cos, self.sin])


def _expose(rng, plane, pitch):
    kind = rng.random()
    if kind < 0.12:
        # Rendered pictures have no camera at all.
        return np.uint8(np.clip(plane, 0, 1) * 255 + 0.5)
    if kind < 0.2:
        # Faint: ultraviolet and infrared lamps, copies of copies, thermal print. Lighter or darker than its ground.
        middle = float(plane.mean())
        plane = middle + (plane - middle) * float(rng.uniform(0.05, 0.3)) * (1 if rng.random() < 0.7 else -1)
    plane = camera.light(rng, plane)
    if rng.random() < 0.02:
        plane = 1 - plane
    plane = camera.blur(rng, plane, 0.09 * pitch)
    if rng.random() < 0.05:
        plane = camera.moire(rng, plane)
    plane = camera.tone(rng, plane)
    if rng.random() < 0.12:
        plane = camera.sharpen(plane, float(rng.uniform(0.3, 2.0)))
    return np.uint8(np.clip(camera.sensor(rng, plane), 0, 1) * 255 + 0.5)


def _clutter(rng, plane):
    """Things over everything: frames of a viewfinder, fingers, cables."""
    height, width = plane.shape
    if rng.random() < 0.08:
        start, end = (rng.uniform(0, 1, 2) * (width, height)).astype(int), (rng.uniform(0, 1, 2) * (width, height)).astype(int)
        cv2.line(plane, start.tolist(), end.tolist(), float(rng.random()), int(rng.integers(1, 8)))
    if rng.random() < 0.06:
        cv2.ellipse(plane, ((rng.uniform(0, width), rng.uniform(0, height)), tuple(rng.uniform(10, 60, 2)), rng.uniform(0, 180)), float(rng.random()), -1)


def _angle(rng):
    kind = rng.random()
    if kind < 0.35:
        return float(rng.normal(0, 4))
    if kind < 0.55:
        return float(rng.integers(4) * 90 + rng.normal(0, 4))
    return float(rng.uniform(0, 360))


def _cut_tight(rng, plane, points, margin):
    """Leaves a picture that ends where the zone does, as scanner views and cut-outs are, also turned ones; what lies beyond repeats its edge or is one tone."""
    low = np.floor(points.min(axis=0) - rng.uniform(0.3, 1.5, 2) * margin).astype(int)
    high = np.ceil(points.max(axis=0) + rng.uniform(0.3, 1.5, 2) * margin).astype(int)
    x0, y0 = np.maximum(low, 0)
    x1, y1 = np.minimum(high, (plane.shape[1], plane.shape[0]))
    if x1 - x0 < 16 or y1 - y0 < 8:
        return
    kept = plane[y0:y1, x0:x1].copy()
    kind = rng.random()
    if kind < 0.35:
        around = ((y0, plane.shape[0] - y1), (x0, plane.shape[1] - x1))
        plane[:] = np.pad(kept, around, mode="edge")
        return
    ground = rng.choice([0.0, 0.5, 1.0, float(kept.mean())])
    if kind < 0.6:
        plane[:] = ground
        plane[y0:y1, x0:x1] = kept
        return
    middle, size, angle = cv2.minAreaRect(points)
    frame = cv2.boxPoints((middle, tuple(np.array(size) + rng.uniform(1.2, 3.0, 2) * margin), angle))
    outside = np.full(plane.shape, 255, np.uint8)
    cv2.fillConvexPoly(outside, np.round(frame * 16).astype(np.int32), 0, cv2.LINE_AA, 4)
    plane += (np.float32(ground) - plane) * (outside.astype(np.float32) / 255)


def make_scene(rng, faces, shape):
    """A whole picture of `shape` (height, width), multiples of 16: (uint8 picture, target maps)."""
    plane, target = texture(rng, shape), Target(shape)
    if rng.random() < 0.2:
        page = draw_other_page(rng, int(shape[1] * rng.uniform(0.4, 1.2)), int(shape[0] * rng.uniform(0.4, 1.2)))
        where = np.array([[1, 0, rng.uniform(-0.2, 0.5) * shape[1]], [0, 1, rng.uniform(-0.2, 0.5) * shape[0]], [0, 0, 1]])
        lay_down(plane, page, where, Bend(rng, page.shape[1], 0), 1)
    pitch = 8.0
    documents = 0 if rng.random() < 0.16 else 1 + int(rng.random() < 0.08)
    for _ in range(documents):
        pitch = float(np.exp(rng.uniform(np.log(3.4), np.log(16.0))))
        drawn = float(np.clip(pitch * 1.25, 6, 20))
        document = draw_document(rng, faces, drawn)
        span = max(len(text) for text in document.texts) * pitch
        pitch *= min(1.0, max(shape) * 1.1 / span)
        angle = _angle(rng)
        reach = np.abs([np.cos(np.radians(angle)), np.sin(np.radians(angle))]) * min(span, max(shape)) / 2
        free = np.maximum(0, np.array([shape[1], shape[0]]) / 2 - reach - 4)
        middle = np.array([shape[1], shape[0]]) / 2 + rng.uniform(-1, 1, 2) * free
        matrix = place_document(rng, document, pitch, drawn, angle, 0 if rng.random() < 0.4 else rng.uniform(0, 48), middle)
        bend = Bend(rng, document.image.shape[1], drawn * (0.5 if rng.random() < 0.3 else 0.03))
        lay_down(plane, document.image, matrix, bend, pitch / drawn)
        for ends in document.lines:
            target.add_line(ends, document.cap, matrix, bend)
        if rng.random() < 0.09:
            _cut_tight(rng, plane, project(matrix, bend, document.lines.reshape(-1, 2)), pitch)
    _clutter(rng, plane)
    return _expose(rng, plane, pitch), target.maps()


def make_close_up(rng, faces, shape):
    """The second look: a zone that was found, cut out roughly upright. (uint8 picture, target maps)."""
    plane, target = texture(rng, shape), Target(shape)
    if rng.random() < 0.28:
        return _other_print(rng, plane), target.maps()
    document = draw_document(rng, faces, 14.0, close_up=True)
    span = max(len(text) for text in document.texts)
    pitch = float(np.clip(shape[1] * rng.uniform(0.6, 1.0) / span, 3.5, 26))
    angle = float(rng.normal(0, 2.5)) + (180 if rng.random() < 0.07 else 0)
    middle = np.array([shape[1], shape[0]]) / 2 + rng.normal(0, [6 + (shape[1] - pitch * span) / 5, 8])
    matrix = place_document(rng, document, pitch, 14.0, angle, 0 if rng.random() < 0.3 else rng.uniform(0, 35), middle)
    bend = Bend(rng, document.image.shape[1], 14.0 * (0.5 if rng.random() < 0.4 else 0.03))
    lay_down(plane, document.image, matrix, bend, pitch / 14.0)
    for ends in document.lines:
        target.add_line(ends, document.cap, matrix, bend)
    if rng.random() < 0.15:
        _cut_tight(rng, plane, project(matrix, bend, document.lines.reshape(-1, 2)), pitch)
    _clutter(rng, plane)
    return _expose(rng, plane, pitch), target.maps()


def _other_print(rng, plane):
    """What a first look takes for a zone by mistake: the rest of a document, cut out just as closely."""
    page = draw_other_page(rng, int(plane.shape[1] * 1.1), int(plane.shape[0] * rng.uniform(0.8, 1.4)))
    angle = np.radians(rng.normal(0, 3))
    turn = np.array([[np.cos(angle), -np.sin(angle), -rng.uniform(0, 60)], [np.sin(angle), np.cos(angle), rng.normal(0, 15)], [0, 0, 1]])
    lay_down(plane, page, turn, Bend(rng, page.shape[1], 0), 1)
    _clutter(rng, plane)
    return _expose(rng, plane, 14.0)
