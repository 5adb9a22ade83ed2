"""What spoils a line beyond ordinary print and light: names in narrow letters, holes, things that touch it, stripes, motion, a screen, darkness.

Lengths are in heights of a capital. Each kind is rare; most lines have none, so that what is common stays what is seen most.
"""

import cv2
import numpy as np

from . import camera


def paste_narrow(rng, text, pitch):
    """(text, places of its characters) of a line whose name is set in narrow letters: these stand closer, and more fillers than the format has room for end it."""
    letters = len(text.rstrip("<"))
    closer = rng.uniform(0.72, 0.95)
    surplus = int(letters * (1 - closer))
    steps = np.where(np.arange(len(text) + surplus) < letters, closer, 1.0)
    return text + "<" * surplus, pitch * np.concatenate([[0.0], np.cumsum(steps[:-1])])


def spoil_paper(rng, image, cap):
    """What lies on the line, drawn at the camera's resolution, where a capital is `cap` pixels high: perforated numbers, rules of a box, an edge or a finger that touches it."""
    kind = rng.random()
    if kind < 0.03:
        return _perforate(rng, image, cap)
    if kind < 0.06:
        return _box(rng, image, cap)
    if kind < 0.12:
        return _touch(rng, image, cap)
    return image


def spoil_light(rng, image, cap):
    """What light and lens do at their worst: stripes, motion of half a capital, a lens far out of focus, a screen's raster, near darkness."""
    kind = rng.random()
    if kind < 0.06:
        return camera.stripes(rng, image, rng.uniform(1.5, 16) * cap)
    if kind < 0.11:
        return camera.move(image, rng.uniform(0.15, 0.6) * cap, rng.uniform(0, np.pi)).astype(np.float32)
    if kind < 0.14:
        return cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.08, 0.19)) * cap)
    if kind < 0.17:
        return camera.raster(image, rng.uniform(0.08, 0.3), rng.uniform(2.2, 14), rng.uniform(0, np.pi)).astype(np.float32)
    if kind < 0.20:
        # A few tones are left, and grain among them.
        dark = image * np.float32(rng.uniform(0.03, 0.14)) + rng.standard_normal(image.shape, dtype=np.float32) * np.float32(rng.uniform(0.001, 0.008))
        return np.round(np.clip(dark, 0, 1) * 255) / np.float32(255)
    return image


def _perforate(rng, image, cap):
    """Characters of 5 by 7 holes over the line, lit from behind or dark."""
    mask = np.zeros(image.shape, np.float32)
    gap, radius = rng.uniform(0.35, 0.6) * cap, rng.uniform(0.08, 0.16) * cap
    left, top, lean = rng.uniform(0, image.shape[1]), image.shape[0] / 2 + rng.normal(-2.5, 2) * cap, rng.normal(0, 0.03)
    for _ in range(int(rng.integers(3, 10))):
        for row, column in zip(*np.nonzero(rng.random((7, 5)) < 0.45)):
            x, y = left + column * gap, top + row * gap
            cv2.circle(mask, (round((x - lean * y) * 16), round((y + lean * x) * 16)), max(1, round(radius * 16)), 1.0, -1, cv2.LINE_AA, 4)
        left += 7 * gap
    return _lay(image, mask, rng.uniform(0, 1))


def _box(rng, image, cap):
    """Rules above, below or between characters, near enough to touch them."""
    height, width = image.shape
    mask, middle, thick = np.zeros(image.shape, np.float32), height / 2, max(1, round(rng.uniform(0.03, 0.12) * cap))
    lean = rng.normal(0, 0.15) * cap
    for side in (-1, 1):
        if rng.random() < 0.6:
            y = middle + side * rng.uniform(0.5, 0.85) * cap
            cv2.line(mask, (0, round(y - lean)), (width, round(y + lean)), 1.0, thick, cv2.LINE_AA)
    for _ in range(int(rng.integers(0, 3))):
        x = round(rng.uniform(0, width))
        cv2.line(mask, (x, 0), (round(x + rng.normal(0, 0.1) * cap), height), 1.0, thick, cv2.LINE_AA)
    return _lay(image, mask, rng.uniform(0, 1))


def _touch(rng, image, cap):
    """Something with an edge of its own reaches to the line from above, below or an end, and covers no more than a fifth of a character."""
    height, width = image.shape
    mask, points = np.zeros(image.shape, np.float32), []
    side = 1 if rng.random() < 0.5 else -1
    if rng.random() < 0.6:
        edge = height / 2 + side * rng.uniform(0.45, 0.75) * cap
        begin, end = np.sort(rng.uniform(-0.2, 1.2, 2)) * width
        bend = rng.normal(0, 0.1) * cap
        far = height / 2 + side * height
        points = [(begin, far), (begin, edge + bend), ((begin + end) / 2, edge), (end, edge - bend), (end, far)]
    else:
        # The ends of text are a margin of up to a capital or two away from those of the strip.
        reach = rng.uniform(0.2, 0.95) * cap
        lean = rng.normal(0, 0.5) * cap
        x = reach if side < 0 else width - reach
        points = [(x - lean, -1), (x + lean, height + 1), (x + side * 9 * cap, height + 1), (x + side * 9 * cap, -1)]
    cv2.fillPoly(mask, [np.round(np.array(points) * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)
    tone = rng.uniform(0, 1) + camera.smooth_noise(rng, image.shape, cap) * np.float32(0.03)
    return _lay(image, cv2.GaussianBlur(mask, (0, 0), max(0.3, rng.uniform(0.02, 0.1) * cap)), tone)


def _lay(image, mask, tone):
    return (image + (tone - image) * mask).astype(np.float32)
