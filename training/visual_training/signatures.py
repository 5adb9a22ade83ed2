"""Signatures of nobody, as a pen writes them, and what is taken for one: for the bench of the portrait."""

import cv2
import numpy as np

# Where ICAO Doc 9303-4 has the holder's signature (zone IV): millimetres of a page of specimens.py, left, top, right, bottom.
PLACES = {"below the portrait": (6.0, 59.5, 38.0, 67.0), "beside the portrait": (86.0, 50.5, 120.0, 60.0)}
PORTRAIT = (5.6, 17.0, 38.4, 59.0)
OVERSAMPLING = 4


def _spline(points, steps):
    """Catmull-Rom through points (N, 3): place and pressure."""
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack(parts)


def _strokes(rng):
    """Strokes in heights of small letters: up and down for each letter, capitals high, some legs below the line, in places the pen is lifted."""
    strokes, points, x = [], [], 0.0
    slant, width = rng.uniform(-0.1, 0.6), rng.uniform(0.8, 1.7)
    for _word in range(int(rng.integers(1, 3))):
        for letter in range(int(rng.integers(3, 8))):
            high = rng.uniform(1.7, 3.0) if letter == 0 or rng.random() < 0.2 else rng.uniform(0.6, 1.2)
            low = -rng.uniform(0.6, 1.4) if rng.random() < 0.12 else rng.normal(0, 0.08)
            for dx, y, pressure in ((0.3, high, 0.6), (0.15, low, 1.0), (0.3, rng.uniform(0.1, 0.5), 0.7), (0.1, rng.uniform(0.3, 0.9) * min(high, 1), 0.9)):
                x += width * dx * rng.uniform(0.5, 1.5)
                points.append((x + slant * y, y, pressure * rng.uniform(0.7, 1.3)))
            if rng.random() < 0.15 and len(points) > 2:
                strokes.append(points)
                points = []
                x += width * 0.3
        if len(points) > 2:
            strokes.append(points)
        points = []
        x += rng.uniform(0.4, 1.2)
    if rng.random() < 0.25:
        y = rng.uniform(-1.0, -0.2)
        strokes.append([(0.1 * x, y, 0.8), (0.5 * x, y + rng.normal(0, 0.15), 1.0), (x * rng.uniform(0.8, 1.05), y + rng.normal(0, 0.3), 0.5)])
    return [_spline(np.array(stroke), 24) for stroke in strokes]


def draw_signature(rng, shape, scale, place):
    """Ink 0..1 of a signature on a page, `scale` pixels a millimetre, and its box in pixels; it fills most of the height or of the width of the place."""
    strokes = _strokes(rng)
    every = np.vstack(strokes)
    (low_x, low_y), (high_x, high_y) = every[:, :2].min(0), every[:, :2].max(0)
    left, top, right, bottom = place
    unit = min((right - left) / (high_x - low_x), (bottom - top) / (high_y - low_y)) * rng.uniform(0.7, 1.0)
    start = np.array([left, top]) + rng.uniform(0, 1, 2) * (np.array([right - left, bottom - top]) - unit * np.array([high_x - low_x, high_y - low_y]))
    pen = rng.uniform(0.25, 0.6)
    fine = scale * OVERSAMPLING
    canvas = np.zeros((shape[0] * OVERSAMPLING, shape[1] * OVERSAMPLING), np.uint8)
    for stroke in strokes:
        xs = (start[0] + unit * (stroke[:, 0] - low_x)) * fine
        ys = (start[1] + unit * (high_y - stroke[:, 1])) * fine
        for a, b in zip(range(len(xs) - 1), range(1, len(xs)), strict=True):
            thick = max(1, round(pen * fine * float(np.clip(stroke[a, 2], 0.3, 1.3))))
            cv2.line(canvas, (round(xs[a]), round(ys[a])), (round(xs[b]), round(ys[b])), 255, thick, cv2.LINE_AA)
    ink = cv2.resize(canvas.astype(np.float32) / 255, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    rows, columns = np.nonzero(ink.max(1) > 0.2)[0], np.nonzero(ink.max(0) > 0.2)[0]
    return ink * np.float32(rng.uniform(0.7, 1.0)), [int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1]


def draw_decoy(rng, shape, scale):
    """Ink of what is no signature where one could stand: a seal, a stamp across the page, or a second portrait."""
    ink = np.zeros(shape, np.uint8)
    left, top, right, bottom = PLACES["beside the portrait"]
    centre = (round(rng.uniform(left + 8, right - 8) * scale), round((top + bottom) / 2 * scale))
    thick = max(1, round(0.4 * scale))
    kind = rng.integers(3)
    if kind == 0:
        cv2.ellipse(ink, centre, (round(rng.uniform(4, 7) * scale), round(rng.uniform(3, 4.5) * scale)), 0, 0, 360, 255, thick, cv2.LINE_AA)
        cv2.putText(ink, "UTO", (centre[0] - round(2.4 * scale), centre[1] + round(scale)), cv2.FONT_HERSHEY_COMPLEX, 0.09 * scale, 255, thick, cv2.LINE_AA)
    elif kind == 1:
        cv2.putText(ink, "SPECIMEN", (centre[0] - round(22 * scale), centre[1]), cv2.FONT_HERSHEY_DUPLEX, 0.24 * scale, 200, thick, cv2.LINE_AA)
        turned = cv2.getRotationMatrix2D((float(centre[0]), float(centre[1])), float(rng.uniform(-40, 40)), 1.0)
        ink = cv2.warpAffine(ink, turned, (shape[1], shape[0]))
    else:
        axes = (round(3.2 * scale), round(4.2 * scale))
        cv2.ellipse(ink, centre, axes, 0, 0, 360, 90, -1, cv2.LINE_AA)
        cv2.ellipse(ink, (centre[0], centre[1] - axes[1] // 2), (axes[0], axes[1] // 2), 0, 180, 360, 180, -1, cv2.LINE_AA)
    return ink.astype(np.float32) / 255
