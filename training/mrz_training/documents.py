"""Pages and cards with a machine readable zone: portrait, fields, guilloches and other print around it."""

import glob
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from . import camera
from .faces import BASE_LINE, CAP, CELL_WIDTH, PITCH
from .line_strips import draw_zone, random_leading, wear
from .mrz_text import random_document, random_word, soup
from .textures import texture

# Sizes in characters of the zone (2.54 mm), and the places of the zone on them: ID-1, ID-2, ID-3 (Part 3, section 2; Parts 4 to 7).
_SIZES = {30: (33.7, 21.3), 36: (41.3, 29.1), 44: (49.2, 34.6)}


class Document:
    """A flat page: `image` float32 0..1 and `lines`, an (n, 2, 2) array of the ends of each zone line's middle; `cap` is the glyphs' height."""

    def __init__(self, image, lines, cap, texts):
        self.image, self.lines, self.cap, self.texts = image, lines, cap, texts


@lru_cache(maxsize=1)
def text_fonts():
    """Files of the fonts in which pages print other text."""
    patterns = ["/usr/share/fonts/truetype/liberation*/*.ttf", "/usr/share/fonts/truetype/dejavu/*.ttf", "/usr/share/fonts/truetype/freefont/*.ttf"]
    return tuple(sorted(path for pattern in patterns for path in glob.glob(pattern)))


@lru_cache(maxsize=1)
def text_patches():
    """600 words and lines in many fonts as ink maps, 28 pixels high."""
    rng = np.random.default_rng(77)
    patches = []
    for _ in range(600):
        font = ImageFont.truetype(text_fonts()[int(rng.integers(len(text_fonts())))], 24)
        text = " ".join(random_word(rng) for _ in range(int(rng.integers(1, 6))))
        kind = rng.random()
        if kind < 0.35:
            text = text.lower()
        elif kind < 0.5:
            text = text.title()
        elif kind < 0.65:
            text = f"{soup(rng, 2, '0123456789')}.{soup(rng, 2, '0123456789')}.{soup(rng, 4, '0123456789')} {soup(rng, 9)}".replace("<", " ")
        image = Image.new("L", (max(8, int(font.getlength(text)) + 6), 28), 0)
        ImageDraw.Draw(image).text((3, 14), text, font=font, fill=255, anchor="lm")
        patches.append(np.asarray(image, dtype=np.float32) / 255)
    return patches


def print_ink(plane, ink, left, top, strength):
    """Prints `ink` on `plane` in place; what lies outside is cut off."""
    left, top = int(left), int(top)
    y0, x0 = max(0, top), max(0, left)
    y1, x1 = min(plane.shape[0], top + ink.shape[0]), min(plane.shape[1], left + ink.shape[1])
    if y1 > y0 and x1 > x0:
        plane[y0:y1, x0:x1] *= 1 - ink[y0 - top : y1 - top, x0 - left : x1 - left] * np.float32(strength)


def print_text(rng, plane, left, top, height):
    """One random piece of text of `height` pixels; returns its width."""
    patches = text_patches()
    patch = patches[int(rng.integers(len(patches)))]
    width = max(4, int(patch.shape[1] * height / 28))
    small = cv2.resize(patch, (width, max(3, int(height))), interpolation=cv2.INTER_AREA)
    print_ink(plane, small, left, top, rng.uniform(0.4, 1.0))
    return width


def _portrait(rng, height, width):
    if rng.random() < 0.35:
        return np.clip(texture(rng, (height, width)), 0, 1)
    plane = np.full((height, width), rng.uniform(0.6, 1.0), np.float32)
    cx = width / 2 + rng.normal(0, width * 0.04)
    cv2.ellipse(plane, ((cx, height * 1.02), (width * 0.9, height * 0.5), 0), float(rng.uniform(0.05, 0.6)), -1)
    cv2.ellipse(plane, ((cx, height * 0.42), (width * 0.56, height * 0.66), 0), float(rng.uniform(0.05, 0.5)), -1)
    cv2.ellipse(plane, ((cx, height * 0.48), (width * 0.42, height * 0.52), 0), float(rng.uniform(0.45, 0.8)), -1)
    for side in (-1, 1):
        cv2.ellipse(plane, ((cx + side * width * 0.1, height * 0.44), (width * 0.08, height * 0.03), 0), 0.2, -1)
    return plane + camera.smooth_noise(rng, plane.shape, max(2, width / 12)) * np.float32(0.05)


def _barcode(rng, height, width):
    if rng.random() < 0.5:
        return np.tile(np.repeat(rng.random(width // 2 + 1) < 0.5, 2)[:width], (height, 1)).astype(np.float32)
    cell = max(1, height // 12)
    blocks = rng.random((height // cell + 1, width // cell + 1)) < 0.5
    return np.kron(blocks, np.ones((cell, cell)))[:height, :width].astype(np.float32)


def _fields(rng, plane, pitch, bottom):
    """Everything that is printed above row `bottom`."""
    height, width = plane.shape
    side = int(width * rng.uniform(0.2, 0.34))
    tall = int(min(bottom * 0.75, side * rng.uniform(1.1, 1.4)))
    at = int(rng.choice([pitch, width - side - pitch]))
    if rng.random() < 0.85 and tall > 8 and side > 8:
        top = int(rng.uniform(0.1, 0.3) * bottom)
        face = _portrait(rng, tall, side)
        shown = face[: max(0, bottom - top)]
        left = max(0, min(at, width - side))
        plane[top : top + shown.shape[0], left : left + side] = shown[:, : plane.shape[1] - left]
    left = side + 2 * pitch if at < width / 2 else pitch
    row = pitch * rng.uniform(0.3, 2)
    print_text(rng, plane, left * rng.uniform(0.3, 1), row, pitch * rng.uniform(0.9, 2.2))
    row += pitch * 2.4
    while row < bottom - pitch:
        print_text(rng, plane, left, row, pitch * rng.uniform(0.35, 0.6))
        if rng.random() < 0.9:
            x = left
            for _ in range(int(rng.integers(1, 4))):
                x += print_text(rng, plane, x, row + pitch * 0.6, pitch * rng.uniform(0.7, 1.1)) + pitch
        row += pitch * rng.uniform(1.5, 2.4)
    if rng.random() < 0.15:
        code = _barcode(rng, max(4, int(pitch * rng.uniform(1.5, 5))), max(8, int(width * rng.uniform(0.3, 0.9))))
        print_ink(plane, code, rng.uniform(0, width * 0.4), rng.uniform(0, max(1, bottom - code.shape[0])), 0.9)


def paper(rng, height, width):
    """A bare page, float32 0..1: its tone, its grain and often a guilloche."""
    plane = np.full((height, width), rng.uniform(0.6, 1.0), np.float32)
    for _ in range(int(rng.integers(0, 3))):
        plane += camera.smooth_noise(rng, plane.shape, float(np.exp(rng.uniform(0.7, 5)))) * np.float32(rng.uniform(0, 0.05))
    if rng.random() < 0.7:
        plane += camera.guilloche(rng, plane.shape, rng.uniform(0.01, 0.1))
    return plane


def _outline(rng, plane, pitch):
    """Big words, stamps and rules that run across a page, the zone included."""
    if rng.random() < 0.15:
        print_text(rng, plane, rng.uniform(-5, 10) * pitch, rng.uniform(0.3, 0.8) * plane.shape[0], pitch * rng.uniform(2, 6))
    if rng.random() < 0.12:
        tone = float(rng.uniform(0.1, 0.9))
        x0, y0 = int(rng.integers(plane.shape[1])), int(rng.integers(plane.shape[0]))
        size = (int(rng.uniform(2, 30) * pitch), int(rng.uniform(1, 8) * pitch))
        cv2.rectangle(plane, (x0, y0), (x0 + size[0], y0 + size[1]), tone, max(1, int(pitch * rng.uniform(0.05, 0.3))))


def draw_document(rng, faces, pitch, lines=None, close_up=False, overprint=True, print_state=wear):
    """A document whose zone has `pitch` pixels a character; `close_up` keeps only what is near the zone; `overprint` lets big words and stamps run across it;
    `print_state(rng, ink)` is what use has made of the print."""
    lines = random_document(rng) if lines is None else lines
    longest = max(len(line) for line in lines)
    size = _SIZES.get(longest, (longest + 4.0, longest * 0.66))
    leading = random_leading(rng, len(lines))
    above = float(rng.uniform(1.0, 5.0)) if close_up else size[1] - len(lines) * leading - 2.0
    below = float(rng.uniform(0.6, 3.0)) if rng.random() < 0.85 or close_up else float(rng.uniform(3.0, 7.0))
    width = int(max(size[0], longest + 1.4) * pitch)
    top = int(above * pitch)
    height = int((above + (len(lines) - 1) * leading + 1.0 + below) * pitch)
    plane = paper(rng, height, width)
    _fields(rng, plane, pitch, top - int(pitch * rng.uniform(0.3, 1.5)))
    if below > 2.5:
        print_text(rng, plane, rng.uniform(0, 6) * pitch, top + (len(lines) * leading + 0.6) * pitch, pitch * rng.uniform(0.6, 1.1))
    if rng.random() < 0.5:
        plane[top - int(0.8 * pitch) :] = plane[top - int(0.8 * pitch) :] * 0.2 + rng.uniform(0.6, 0.8)
    if overprint:
        _outline(rng, plane, pitch)
    face = faces[int(rng.integers(len(faces)))]
    ink = print_state(rng, draw_zone(rng, lines, face, PITCH * np.arange(max(len(line) for line in lines)), float(rng.uniform(0, 1)), round(leading * PITCH)))
    scale = pitch / PITCH
    if scale < 0.75:
        ink = cv2.GaussianBlur(ink, (0, 0), 0.35 / scale)
    ink = cv2.resize(ink, (max(8, round(ink.shape[1] * scale)), max(8, round(ink.shape[0] * scale))), interpolation=cv2.INTER_LINEAR)
    left = (width - ink.shape[1]) / 2 + rng.normal(0, 0.2) * pitch
    shift = top - (BASE_LINE - CAP) * scale
    print_ink(plane, ink, left, shift, rng.uniform(0.5, 1.0) if rng.random() < 0.5 else 1.0)
    ends = []
    for index, line in enumerate(lines):
        y = int(shift) + (BASE_LINE - CAP / 2 + index * round(leading * PITCH)) * scale
        start = int(left) + (CELL_WIDTH / 2 - PITCH * 0.35) * scale
        ends.append([[start, y], [start + (len(line) - 0.3) * pitch, y]])
    return Document(np.clip(plane, 0, 1), np.array(ends, np.float32), CAP * scale, lines)


def draw_other_page(rng, width, height):
    """A page without a zone: rows of words and numbers in many fonts, in columns as forms and tables have them."""
    plane = paper(rng, height, width)
    row, size = rng.uniform(2, 20), float(np.exp(rng.uniform(1.5, 3.2)))
    mono = rng.random() < 0.5
    while row < height - size:
        x = rng.uniform(2, 30)
        while x < width * (0.95 if not mono else 0.7):
            x += print_text(rng, plane, x, row, size) + size * 0.5
            if rng.random() < 0.2:
                break
        row += size * rng.uniform(1.2, 1.8)
    return np.clip(plane, 0, 1)
