"""One line of a zone as the recogniser sees it: a grey strip, 32 pixels high, in every state that print and camera leave it."""

import cv2
import numpy as np

from . import camera, faults
from .alphabet import CHARACTERS
from .faces import BASE_LINE, CAP, CELL_HEIGHT, CELL_WIDTH, PITCH
from .mrz_text import random_document

STRIP_HEIGHT = 32
GLYPH_HEIGHT = 18  # of a letter in the strip
MARGIN = 16  # pixels left and right of the text in the strip
_INDEX = {character: index for index, character in enumerate(CHARACTERS)}


def random_leading(rng, lines):
    """Base line to base line, in characters: zones of two lines stand about 2.5 apart (Part 4, 4.2.1), of three about 1.7 (Part 5, 4.2.1)."""
    if rng.random() < 0.15:
        return float(rng.uniform(1.45, 2.9))
    return (2.5 if lines == 2 else 1.68) * float(rng.uniform(0.9, 1.12))


def draw_line(rng, text, face, places, wobble=0.0):
    """Ink map of one line: (CELL_HEIGHT, n) float32, the first cell's middle at CELL_WIDTH / 2; `places` are the characters' distances from there, in pixels."""
    width = int(np.ceil(places[len(text) - 1])) + CELL_WIDTH + 2
    ink = np.zeros((CELL_HEIGHT + 8, width), np.float32)
    for character, place in zip(text, places):
        left = round(place + (rng.normal(0, wobble) if wobble else 0))
        top = 4 + (round(rng.normal(0, wobble)) if wobble else 0)
        left, top = min(max(left, 0), width - CELL_WIDTH), min(max(top, 0), 8)
        cell = ink[top : top + CELL_HEIGHT, left : left + CELL_WIDTH]
        np.maximum(cell, face[_INDEX[character]], out=cell)
    return ink[4:-4]


def draw_zone(rng, lines, face, places, wobble, leading):
    """Ink map of a whole zone, base lines `leading` pixels apart."""
    rows = [draw_line(rng, line, face, places, wobble) for line in lines]
    ink = np.zeros((leading * (len(rows) - 1) + CELL_HEIGHT, max(row.shape[1] for row in rows)), np.float32)
    for index, row in enumerate(rows):
        cell = ink[index * leading : index * leading + CELL_HEIGHT, : row.shape[1]]
        np.maximum(cell, row, out=cell)
    return ink


def wear(rng, ink):
    """Print that is broken, speckled, starved or running."""
    kind = rng.random()
    if kind < 0.25:
        holes = camera.smooth_noise(rng, ink.shape, rng.uniform(2, 12))
        ink = ink * np.clip((holes + rng.uniform(0.9, 2.2)) * 3, 0, 1)
    elif kind < 0.4:
        level = rng.uniform(0.25, 0.75)
        soft = cv2.GaussianBlur(ink, (0, 0), float(rng.uniform(1, 3)))
        rough = camera.smooth_noise(rng, ink.shape, rng.uniform(2, 5)) * rng.uniform(0, 0.12)
        ink = np.clip((soft - level + rough) * 5 + 0.5, 0, 1)
    elif kind < 0.45:
        # Dot matrix and thermal heads leave columns out.
        missing = np.repeat(rng.random(ink.shape[1] // 3 + 1) < 0.06, 3)[: ink.shape[1]]
        ink = ink * (1 - 0.8 * missing[None, :].astype(np.float32))
    return ink


def erase(rng, ink, share):
    """Print of which `share` has flaked off, in spots of about an eighth of a letter's height; 0 leaves it fresh."""
    if share <= 0:
        return ink
    spots = camera.smooth_noise(rng, ink.shape, CAP / 8)
    return ink * np.clip((spots - np.quantile(spots, share)) * 3, 0, 1).astype(np.float32)


def random_paper(rng, shape):
    """Plain, cloudy or with guilloche, sometimes with rules behind the text."""
    paper = np.full(shape, rng.uniform(0.55, 1.0), np.float32)
    if rng.random() < 0.55:
        paper += camera.smooth_noise(rng, shape, rng.uniform(3, 60)) * np.float32(rng.uniform(0, 0.07))
    if rng.random() < 0.45:
        paper += camera.guilloche(rng, shape, rng.uniform(0.01, 0.12))
    if rng.random() < 0.12:
        # Large outline letters, rules and stamps run behind many zones.
        for _ in range(int(rng.integers(1, 5))):
            start = (int(rng.integers(shape[1])), int(rng.integers(shape[0])))
            end = (int(rng.integers(shape[1])), int(rng.integers(shape[0]))) if rng.random() < 0.6 else (int(rng.integers(shape[1])), start[1])
            cv2.line(paper, start, end, float(rng.uniform(0.2, 0.8)), int(rng.integers(1, 6)), cv2.LINE_AA)
    return paper


def strip_transform(rng, left, right, base):
    """3x3 map from ink pixels to strip pixels, with the residual errors that finding and straightening a line leave."""
    scale = GLYPH_HEIGHT / CAP * float(np.exp(rng.normal(0, 0.07)))
    stretch = scale * float(np.exp(rng.normal(0, 0.06)))
    middle = base - CAP / 2
    length = (right - left) * stretch
    slant = float(rng.normal(0, 0.06)) if rng.random() < 0.7 else float(rng.uniform(-0.2, 0.2))
    tilt = float(rng.normal(0, 0.9)) / length
    taper = float(rng.normal(0, 0.05)) / length
    place = np.array([[stretch, -slant * scale, slant * scale * middle - left * stretch], [0, scale, -middle * scale], [0, 0, 1]])
    turn = np.array([[1, 0, 0], [tilt, 1, -tilt * length / 2], [0, 0, 1]])
    fade = np.array([[1, 0, 0], [0, 1, 0], [taper, 0, 1 - taper * length / 2]])
    bent = turn @ fade @ place
    ends = bent @ np.array([[left, right], [middle, middle], [1, 1]])
    x = np.sort(ends[0] / ends[2])
    x0, x1 = _margin(rng), _margin(rng)
    shift = np.array([[1, 0, x0 - x[0]], [0, 1, STRIP_HEIGHT / 2 + rng.normal(0, 1.0)], [0, 0, 1]])
    width = int(np.ceil(x[1] - x[0] + x0 + x1))
    return shift @ bent, max(48, width), min(x0, x1)


def _margin(rng):
    """Usually what the reader aims at; sometimes the line's end was found late, or far too early."""
    return float(rng.uniform(4, 64)) if rng.random() < 0.3 else max(3.0, MARGIN + float(rng.normal(0, 4)))


def _resolution(rng):
    """Glyph height in pixels at which the camera saw the line."""
    kind = rng.random()
    if kind < 0.35:
        return float(rng.uniform(5.0, 12.0))
    if kind < 0.7:
        return float(rng.uniform(10.0, 20.0))
    return float(rng.uniform(18.0, 36.0))


def _beyond_page(rng, paper, margin):
    """Beside the text the page may end, or other print begin."""
    width = int(rng.uniform(0.2, 0.85) * margin)
    if width < 2:
        return
    side = paper[:, :width] if rng.random() < 0.5 else paper[:, -width:]
    if rng.random() < 0.5:
        side[:] = rng.uniform(0, 1)
    else:
        side *= 1 - (rng.random(side.shape) < 0.4) * np.float32(rng.uniform(0.2, 0.8))
    if rng.random() < 0.6:
        side[:] = cv2.GaussianBlur(side, (0, 0), float(rng.uniform(0.5, 3)))


def _expose(rng, ink_picture, paper, seen, faulty=False):
    dark = rng.uniform(0.0, 0.35)
    image = paper * (1 - ink_picture * (1 - np.float32(dark)) * np.float32(rng.uniform(0.55, 1.0) if rng.random() < 0.4 else 1.0))
    if faulty:
        image = faults.spoil_paper(rng, image, seen)
    if rng.random() < 0.06:
        return np.clip(image, 0, 1)  # rendered pictures have no camera at all
    image = camera.light(rng, image)
    if rng.random() < 0.03:
        image = 1 - image
    image = camera.blur(rng, image, 0.10 * seen)
    if rng.random() < 0.05:
        image = camera.moire(rng, image)
    image = camera.tone(rng, image)
    if faulty:
        image = faults.spoil_light(rng, image, seen)
    if rng.random() < 0.15:
        image = camera.sharpen(image, float(rng.uniform(0.3, 2.0)))
    return camera.sensor(rng, image)


def camera_view(rng, width, zoom):
    """(3x3 map from strip pixels to the camera's, size of its picture): mostly the strip itself at `zoom`, sometimes a line that is turned in the picture, and
    nearer at one end than at the other, as a page seen from the side leaves it."""
    size = (max(24, round(width * zoom)), max(8, round(STRIP_HEIGHT * zoom)))
    if rng.random() >= 0.25:
        return np.diag([size[0] / width, size[1] / STRIP_HEIGHT, 1.0]), size
    near, far = 1.0, float(rng.uniform(0.45, 1.0))
    left, right = (near, far) if rng.random() < 0.5 else (far, near)
    length = size[0] * float(rng.uniform(0.7, 1.0)) * np.sqrt(far)
    # A line across the picture would take most of the time that drawing has.
    steepest = np.arcsin(min(0.9, 6 * size[1] / length))
    angle = float(np.clip(rng.normal(0, 0.12), -steepest, steepest))
    half = size[1] / 2
    corners = np.array([[-length / 2, -half * left], [length / 2, -half * right], [length / 2, half * right], [-length / 2, half * left]])
    corners = corners @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = np.float32(corners - corners.min(axis=0) + 2)
    strip = np.float32([[0, 0], [width, 0], [width, STRIP_HEIGHT], [0, STRIP_HEIGHT]])
    return cv2.getPerspectiveTransform(strip, corners), tuple(int(v) for v in np.ceil(corners.max(axis=0)) + 2)


def see(rng, ink, transform, width, seen, margin, make_paper=random_paper, faulty=False):
    """Ink through the camera at `seen` pixels of glyph height, then resampled to the strip. `make_paper(rng, shape)` is what it was printed on; with `faulty`
    some lines are spoilt (faults.py) and some seen from the side."""
    zoom = seen / GLYPH_HEIGHT
    plain = (max(24, round(width * zoom)), max(8, round(STRIP_HEIGHT * zoom)))
    view, size = camera_view(rng, width, zoom) if faulty else (np.diag([plain[0] / width, plain[1] / STRIP_HEIGHT, 1.0]), plain)
    # Shrinking in one step would alias: the ink is softened first, to about half a pixel of the camera's.
    shrink = CAP / seen
    soft = cv2.GaussianBlur(ink, (0, 0), 0.42 * shrink) if shrink > 1.3 else ink
    picture = cv2.warpPerspective(soft, view @ transform, size, flags=cv2.INTER_LINEAR)
    paper = make_paper(rng, picture.shape)
    if rng.random() < 0.2:
        _beyond_page(rng, paper, margin * zoom)
    image = _expose(rng, picture, paper, seen, faulty)
    if size == (width, STRIP_HEIGHT):
        return image
    smooth = cv2.INTER_CUBIC if rng.random() < 0.4 else cv2.INTER_LINEAR
    if view[1, 0] == 0 and view[2, 0] == 0:
        return cv2.resize(image, (width, STRIP_HEIGHT), interpolation=cv2.INTER_AREA if zoom > 1 else smooth)
    if zoom > 1.3:
        image = cv2.GaussianBlur(image, (0, 0), 0.35 * zoom)
    return cv2.warpPerspective(image, np.linalg.inv(view), (width, STRIP_HEIGHT), flags=smooth, borderMode=cv2.BORDER_REPLICATE)


def bend(rng, strip):
    """What straightening a bent line leaves: waves of a pixel or two across the strip, and characters that stand closer here than there."""
    height, width = strip.shape
    x = np.arange(width, dtype=np.float32)
    across, along = (float(rng.normal(0, spread)) * np.sin(2 * np.pi * rng.uniform(0.5, 2.5) * x / width + rng.uniform(0, 2 * np.pi)) for spread in (0.8, 3.0))
    columns = np.broadcast_to(np.float32(x + along), strip.shape)
    rows = np.arange(height, dtype=np.float32)[:, None] + np.float32(across)
    return cv2.remap(strip, np.ascontiguousarray(columns), rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def _nothing(rng):
    """A strip without a line: texture, rules, or small print; its text is empty."""
    width = int(rng.uniform(300, 900))
    paper = random_paper(rng, (STRIP_HEIGHT, width))
    if rng.random() < 0.6:
        for _ in range(int(rng.integers(1, 3))):
            words = "".join(chr(int(c)) for c in rng.integers(97, 123, size=60)).replace("q", " ")
            where = (int(rng.integers(-40, 40)), int(rng.integers(6, 36)))
            print_ = np.zeros(paper.shape, np.uint8)
            cv2.putText(print_, words, where, int(rng.integers(0, 5)), float(rng.uniform(0.25, 0.8)), 255, 1, cv2.LINE_AA)
            paper = paper * (1 - print_.astype(np.float32) / 255 * np.float32(rng.uniform(0.5, 1.0)))
    return np.uint8(np.clip(_expose(rng, np.zeros_like(paper), paper, GLYPH_HEIGHT), 0, 1) * 255 + 0.5), ""


def make_strip(rng, faces):
    """(strip, text): a uint8 array (32, width) and the characters on it."""
    if rng.random() < 0.02:
        return _nothing(rng)
    lines = random_document(rng)
    at = int(rng.integers(len(lines)))
    face = faces[int(rng.integers(len(faces)))]
    pitch = PITCH * float(np.exp(rng.normal(0, 0.05))) if rng.random() < 0.8 else PITCH * float(rng.uniform(0.78, 1.3))
    wobble = float(rng.uniform(0, 1.2 if rng.random() < 0.9 else 3.0)) if rng.random() < 0.4 else 0.0
    text, places = lines[at], pitch * np.arange(max(len(line) for line in lines))
    if rng.random() < 0.06:
        text, places = faults.paste_narrow(rng, text, pitch)
    # The neighbours are drawn too: their edges show when a line was cut out a little too high.
    shown = [*lines[max(0, at - 1) : at], text, *(line[: len(places)] for line in lines[at + 1 : at + 2])]
    leading = round(PITCH * random_leading(rng, len(lines)))
    ink = wear(rng, draw_zone(rng, shown, face, places, wobble, leading))
    if rng.random() < 0.06:
        ink = erase(rng, ink, rng.uniform(0, 0.25))
    base = BASE_LINE + leading * (at - max(0, at - 1))
    left, right = CELL_WIDTH / 2 - pitch * 0.32, CELL_WIDTH / 2 + places[len(text) - 1] + pitch * 0.32
    transform, width, margin = strip_transform(rng, left, right, base)
    strip = see(rng, ink, transform, width, _resolution(rng), margin, faulty=True)
    if rng.random() < 0.2:
        strip = bend(rng, np.float32(strip))
    return np.uint8(np.clip(strip, 0, 1) * 255 + 0.5), text
