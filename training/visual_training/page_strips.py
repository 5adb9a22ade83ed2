"""Strips as good scans and photographs of pages show them: print that is sharp but small, over the fine lines and the large letters of security printing.

`line_strips.py` draws what is hard to see; here what is easy to see stands on what is hard to see through. Lines that were found where none is, or that were cut
across, say nothing.
"""

import cv2
import numpy as np

from mrz_training import camera
from mrz_training.textures import photographs, texture

STRIP_HEIGHT = 32
CAP_HEIGHT = 18  # of a strip
_WORDS = ("SPECIMEN", "MUSTER", "SPECIMEN", "VZOR", "MODEL", "EXEMPLE", "MUESTRA", "SPECIMEN")


def page_resolution(rng):
    """Height of a capital in pixels of the picture: of print 1.8 mm high at 100 to 250 dots an inch."""
    return float(rng.uniform(7.0, 17.0)) if rng.random() < 0.85 else float(rng.uniform(16.0, 30.0))


def fine_lines(rng, shape, seen):
    """Bundles of thin lines, apart by a fraction of a capital's height, straight or waved, as a plane from 0 to 1."""
    height, width = shape
    x = np.arange(width, dtype=np.float32)[None, :]
    y = np.arange(height, dtype=np.float32)[:, None]
    plane = np.zeros(shape, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        angle = rng.uniform(0, np.pi)
        period = float(seen * rng.uniform(0.14, 0.6))
        wave = rng.uniform(0, 1.2) * seen * np.sin((x * rng.uniform(0.2, 1) + y * rng.uniform(-1, 1)) / (seen * rng.uniform(0.5, 3)) + rng.uniform(0, 6))
        phase = (x * np.cos(angle) + y * np.sin(angle) + wave) * (2 * np.pi / period)
        plane = np.maximum(plane, (0.5 + 0.5 * np.cos(phase)) ** rng.uniform(1, 4))
    return plane


def large_letters(rng, shape, seen):
    """A word across the page, its letters several lines high, filled or as outlines: a plane from 0 to 1."""
    size = float(rng.uniform(1.6, 7)) * seen
    plane = np.zeros(shape, np.uint8)
    word = _WORDS[int(rng.integers(len(_WORDS)))]
    scale = size / 21
    reach = round(size * len(word) * 0.9)
    thickness = max(1, round(size * rng.uniform(0.04, 0.22)))
    canvas = np.zeros((reach, reach), np.uint8)
    cv2.putText(canvas, word, (round(reach * 0.05), reach // 2), int(rng.choice([0, 2, 3])), scale, 255, thickness, cv2.LINE_AA)
    if rng.random() < 0.5:
        inner = cv2.erode(canvas, np.ones((3, 3), np.uint8))
        canvas = cv2.subtract(canvas, inner)
    turn = cv2.getRotationMatrix2D((reach / 2, reach / 2), float(rng.uniform(-60, 60)) if rng.random() < 0.7 else 0.0, 1.0)
    turn[:, 2] += [shape[1] * rng.random() - reach * rng.uniform(0.2, 0.8), shape[0] * rng.random() - reach * rng.uniform(0.4, 0.6)]
    cv2.warpAffine(canvas, turn, (shape[1], shape[0]), plane)
    return plane.astype(np.float32) / 255


def page_paper(rng, shape, seen):
    """What values are printed on, 0 black to 1 white."""
    tone = float(rng.uniform(0.5, 0.97))
    paper = np.full(shape, tone, np.float32)
    if rng.random() < 0.4:
        paper += camera.smooth_noise(rng, shape, rng.uniform(8, 60)) * np.float32(rng.uniform(0, 0.05))
    if rng.random() < 0.65:
        paper -= fine_lines(rng, shape, seen) * np.float32(tone * rng.uniform(0.02, 0.24))
    if rng.random() < 0.18:
        paper += large_letters(rng, shape, seen) * np.float32(tone * (rng.uniform(-0.55, -0.08) if rng.random() < 0.7 else rng.uniform(0.1, 0.3)))
    if rng.random() < 0.08:
        paper += texture(rng, shape) * np.float32(rng.uniform(0.05, 0.3)) - np.float32(0.1)
    return np.clip(paper, 0.08, 1.1)


def see_page(rng, ink, transform, width, seen):
    """Ink (rows, columns) at `seen` pixels of a capital, and from there to a strip (32, width) float32: small, hardly blurred, coded by JPEG."""
    zoom = seen / CAP_HEIGHT
    size = (max(16, round(width * zoom)), max(8, round(STRIP_HEIGHT * zoom)))
    shrink = 1 / (zoom * np.hypot(transform[0, 0], transform[1, 0]))
    soft = cv2.GaussianBlur(ink, (0, 0), 0.42 * shrink) if shrink > 1.3 else ink
    view = np.diag([size[0] / width, size[1] / STRIP_HEIGHT, 1.0])
    picture = cv2.warpPerspective(soft, view @ transform, size, flags=cv2.INTER_LINEAR)
    paper = page_paper(rng, picture.shape, seen)
    density = float(rng.uniform(0.75, 1.0)) if rng.random() < 0.8 else float(rng.uniform(0.45, 0.75))
    black = float(rng.uniform(0.02, 0.3))
    image = paper * (1 - density * picture) + np.minimum(paper, black) * density * picture
    spread = float(rng.uniform(0, 0.55)) if rng.random() < 0.8 else float(rng.uniform(0.5, 1.1))
    if spread > 0.2:
        image = cv2.GaussianBlur(image, (0, 0), spread)
    if rng.random() < 0.35:
        image = camera.sharpen(image, rng.uniform(0.3, 1.5))
    image = image + rng.normal(0, rng.uniform(0, 0.025), image.shape).astype(np.float32)
    coded = np.uint8(np.clip(image, 0, 1) * 255 + 0.5)
    if rng.random() < 0.75:
        coded = cv2.imdecode(cv2.imencode(".jpg", coded, [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(45, 96))])[1], cv2.IMREAD_GRAYSCALE)
    way = cv2.INTER_AREA if zoom > 1 else (cv2.INTER_CUBIC if rng.random() < 0.4 else cv2.INTER_LINEAR)
    return cv2.resize(coded, (width, STRIP_HEIGHT), interpolation=way)


def picture_strip(rng):
    """A strip (32, n) uint8 of something that is no print: hair, eyes, leaves, walls."""
    images = photographs()
    width = int(rng.uniform(48, 320)) // 2 * 2
    image = images[int(rng.integers(len(images)))] if images else np.uint8(255 * texture(rng, (400, 400)))
    height = int(rng.uniform(12, 120))
    wide = min(image.shape[1], round(height * width / STRIP_HEIGHT))
    height = max(6, min(height, image.shape[0], round(wide * STRIP_HEIGHT / width)))
    top, left = int(rng.integers(image.shape[0] - height + 1)), int(rng.integers(image.shape[1] - wide + 1))
    crop = cv2.resize(image[top : top + height, left : left + wide], (width, STRIP_HEIGHT), interpolation=cv2.INTER_AREA if height > STRIP_HEIGHT else cv2.INTER_CUBIC)
    return np.clip(crop, 0, 255).astype(np.uint8) if crop.max() > 1.5 else np.uint8(np.clip(crop, 0, 1) * 255 + 0.5)
