"""How a page lies in a picture: turned, tilted in space, bent."""

import cv2
import numpy as np


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
