"""Pictures of documents as cameras and scanners take them, with what the detector should say about them."""

import cv2
import numpy as np

from . import camera
from .documents import draw_document, draw_other_page
from .textures import texture

STRIDE = 4
_RIBBON = 0.6
_SEGMENTS = 8


class Bend:
    """A page that does not lie flat: rows are displaced by a low wave along the page."""

    def __init__(self, rng, width, strength):
        self.width = max(width, 1)
        self.amplitude = strength * float(rng.normal(0, 1))
        self.phase, self.waves = float(rng.uniform(0, 2 * np.pi)), float(rng.uniform(0.25, 1.0))

    def __call__(self, x):
        return self.amplitude * np.sin(2 * np.pi * self.waves * x / self.width + self.phase)


def _tilted(rng, tilt_deg):
    """Homography of a plane turned in space by up to `tilt_deg`, seen from a few page widths away; unit page."""
    a, b = np.radians(rng.uniform(-tilt_deg, tilt_deg, 2))
    distance = rng.uniform(1.3, 3.5)
    rotate = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    rotate = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]]) @ rotate
    return np.array([rotate[0, [0, 1]].tolist() + [0], rotate[1, [0, 1]].tolist() + [0], (rotate[2, [0, 1]] / distance).tolist() + [1]])


def place_document(rng, document, pitch_wanted, pitch_drawn, angle_deg, tilt_deg, target):
    """3x3 map from the page to the picture that puts the middle of the zone at `target` with the wanted pitch there."""
    height, width = document.image.shape
    middle = document.lines.reshape(-1, 2).mean(axis=0)
    normal = np.array([[1 / width, 0, -middle[0] / width], [0, 1 / width, -middle[1] / width], [0, 0, 1]])
    angle = np.radians(angle_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    size = width * pitch_wanted / pitch_drawn
    scale = np.array([[size, 0, target[0]], [0, size, target[1]], [0, 0, 1]])
    return scale @ turn @ _tilted(rng, tilt_deg) @ normal


def project(matrix, bend, points):
    """Page points (n, 2) → picture points."""
    bent = np.stack([points[:, 0], points[:, 1] + bend(points[:, 0]), np.ones(len(points))])
    mapped = matrix @ bent
    return (mapped[:2] / mapped[2]).T.astype(np.float32)


def lay_down(plane, image, matrix, bend, zoom):
    """Draws the page into `plane` in place."""
    height, width = plane.shape
    corners = project(matrix, bend, np.array([[0, 0], [image.shape[1], 0], [image.shape[1], image.shape[0]], [0, image.shape[0]]], np.float64))
    x0, y0 = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
    x1, y1 = np.minimum(np.ceil(corners.max(axis=0)).astype(int) + 3, (width, height))
    if x1 <= x0 or y1 <= y0:
        return
    back = np.linalg.inv(matrix)
    x, y = np.arange(x0, x1)[None, :], np.arange(y0, y1)[:, None]
    depth = back[2, 0] * x + back[2, 1] * y + back[2, 2]
    u = ((back[0, 0] * x + back[0, 1] * y + back[0, 2]) / depth).astype(np.float32)
    v = ((back[1, 0] * x + back[1, 1] * y + back[1, 2]) / depth).astype(np.float32)
    v -= bend(u).astype(np.float32)
    soft = cv2.GaussianBlur(image, (0, 0), 0.42 / zoom) if zoom < 0.8 else image
    page = cv2.remap(soft, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    inside = (np.clip(u + 0.5, 0, 1) * np.clip(image.shape[1] - 0.5 - u, 0, 1) * np.clip(v + 0.5, 0, 1) * np.clip(image.shape[0] - 0.5 - v, 0, 1)).astype(np.float32)
    window = plane[y0:y1, x0:x1]
    window += (page - window) * inside


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
