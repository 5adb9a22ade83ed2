"""Pictures in which moderate faults of print and copies meet: thumbnails, copies, other faces, other spacings. Each takes (rng, faces, lines) and returns
(plane, JPEG quality)."""

import glob

import cv2
import numpy as np

from .. import camera
from ..documents import print_text
from ..faces import CAP, PITCH, font_face
from ..mrz_text import choice
from .page import coded, lay_page, noisy, soft

# Typewriter and fixed faces of Debian's packages with which nothing was trained.
_OTHER_FACES = (
    "/usr/share/fonts/truetype/hack/Hack-Regular.ttf",
    "/usr/share/fonts/truetype/hack/Hack-Bold.ttf",
    "/usr/share/fonts/truetype/noto/NotoMono-Regular.ttf",
    "/usr/share/fonts/truetype/inconsolata/Inconsolata.otf",
    "/usr/share/fonts/opentype/courier-prime/Courier Prime*.otf",
    "/usr/share/fonts/opentype/b612/B612Mono-Regular.otf",
    "/usr/share/fonts/truetype/paratype/PTM55F*.ttf",
    "/usr/share/fonts/truetype/gnutypewriter/gtw.ttf",
    "/usr/share/fonts/opentype/urw-base35/NimbusMonoPS-*.otf",
    "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
)


def _other_faces():
    """Paths of the faces that no network knows."""
    return [path for pattern in _OTHER_FACES for path in sorted(glob.glob(pattern)) if "Italic" not in path and "Oblique" not in path]


def thumbnail(rng, faces, lines):
    """A small picture of a web page, coded, scaled up, sharpened, with a pale watermark, and coded again."""
    page = lay_page(rng, faces, lines, rng.uniform(6.0, 8.5), angle=rng.normal(0, 1.5), tilt=0 if rng.random() < 0.6 else rng.uniform(0, 12))
    plane = coded(camera.tone(rng, page.plane) if rng.random() < 0.3 else page.plane, rng.uniform(55, 88))
    times = rng.uniform(1.6, 3.0)
    plane = cv2.resize(plane, None, fx=times, fy=times, interpolation=int(choice(rng, [cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4])))
    plane = camera.sharpen(plane, float(rng.uniform(0, 1.5)))
    if rng.random() < 0.5:
        mark = np.ones_like(plane)
        print_text(rng, mark, rng.uniform(0, 0.3) * plane.shape[1], plane.shape[0] - rng.uniform(0.2, 0.4) * plane.shape[0], rng.uniform(3, 5) * page.pitch * times)
        plane = plane + (1 - mark) * np.float32(rng.uniform(-0.2, 0.25))
    return plane, rng.uniform(60, 85)


def copy(rng, faces, lines):
    """A copier's scan: askew, bleeding ink, the other side showing through, specks, steep tones."""
    page = lay_page(rng, faces, lines, rng.uniform(11, 24), angle=rng.normal(0, 2.5))
    plane = cv2.erode(page.plane, np.ones((2, 2), np.uint8)) if rng.random() < 0.5 else page.plane
    through = soft(page.plane[:, ::-1], 0.15 * page.pitch)
    plane = soft(plane, rng.uniform(0.03, 0.09) * page.pitch) * (1 - (1 - through) * np.float32(rng.uniform(0.05, 0.2)))
    low, span = rng.uniform(0.1, 0.3), rng.uniform(0.35, 0.6)
    plane = np.clip((plane - low) / span, 0, 1)
    specks = rng.random(plane.shape, dtype=np.float32)
    plane = np.where(specks < rng.uniform(0, 0.004), 0, np.where(specks > 1 - rng.uniform(0, 0.004), 1, plane)).astype(np.float32)
    return plane, rng.uniform(35, 85)


def cut_by_the_edge(rng, faces, lines):
    """The picture ends where the zone does, askew: up to a fifth of a character beside it, the corners of the page outside."""
    page = lay_page(rng, faces, lines, rng.uniform(10, 20), angle=rng.normal(0, 1.0), tilt=rng.uniform(0, 10))
    points = page.ends.reshape(-1, 2)
    near = rng.uniform(0.1, 0.8, 4) * page.pitch
    x0, x1 = int(points[:, 0].min() - near[0]), int(points[:, 0].max() + near[1])
    y1 = int(points[:, 1].max() + (0.6 + rng.uniform(0.1, 0.8)) * page.pitch)
    y0 = int(points[:, 1].min() - (0.6 + rng.uniform(0.1, 8)) * page.pitch)
    plane = page.plane[max(0, y0) : y1, max(0, x0) : x1]
    return noisy(rng, soft(plane, rng.uniform(0.03, 0.08) * page.pitch), rng.uniform(0.002, 0.02)), rng.uniform(50, 90)


def other_face(rng, faces, lines):
    """Set in a typewriter or fixed face that no network knows, photographed."""
    page = lay_page(rng, [font_face(choice(rng, _other_faces()), rng, 0.06)], lines, rng.uniform(10, 20), angle=rng.normal(0, 6), tilt=rng.uniform(0, 15))
    return noisy(rng, soft(page.plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.003, 0.02)), rng.uniform(50, 90)


def wide_or_narrow(rng, faces, lines):
    """Letters set wide apart, or the page squeezed by a scanner or a web page."""
    stretch = rng.uniform(1.15, 1.5) if rng.random() < 0.6 else rng.uniform(0.65, 0.85)
    if stretch > 1:
        faces = [np.stack([_narrowed(cell, stretch) for cell in choice(rng, faces)])]
    page = lay_page(rng, faces, lines, rng.uniform(10, 20), angle=rng.normal(0, 2), stretch=stretch)
    return noisy(rng, soft(page.plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.003, 0.015)), rng.uniform(55, 90)


def _narrowed(cell, times):
    middle = cell.shape[1] / 2
    matrix = np.float32([[1 / times, 0, middle - middle / times], [0, 1, 0]])
    return cv2.warpAffine(cell, matrix, (cell.shape[1], cell.shape[0]), flags=cv2.INTER_AREA)


def fanned(rng, faces, lines):
    """Lines that are not parallel: typed on, or a page that is bent across."""
    def fan(rng, ink):
        height, width = ink.shape
        x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        slope = rng.uniform(0.2, 0.5) * CAP * (1 if rng.random() < 0.5 else -1)
        return cv2.remap(ink, x, y - slope * (2 * x / width - 1) * (2 * y / height - 1), cv2.INTER_LINEAR)

    page = lay_page(rng, faces, lines, rng.uniform(11, 20), angle=rng.normal(0, 6), tilt=rng.uniform(0, 15), state=fan)
    return noisy(rng, soft(page.plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.003, 0.015)), rng.uniform(55, 90)


def typed(rng, faces, lines):
    """A typewriter's: every character a little higher, lower, to a side, fainter."""
    def strike(rng, ink):
        height, width = ink.shape
        rows, columns = round(height / (1.75 * PITCH)), width // PITCH + 1
        shifts = rng.normal(0, 0.05 * CAP, (3, max(1, rows), columns)).astype(np.float32)
        x, y = np.meshgrid(np.arange(width), np.arange(height))
        row = np.minimum((y * max(1, rows)) // height, max(1, rows) - 1)
        column = np.minimum(np.maximum(0, x - 10) // PITCH, columns - 1)
        moved = cv2.remap(ink, (x + 0.6 * shifts[0][row, column]).astype(np.float32), (y + shifts[1][row, column]).astype(np.float32), cv2.INTER_LINEAR)
        return moved * np.clip(1 - np.abs(shifts[2][row, column]) * 0.12, 0.4, 1)

    page = lay_page(rng, faces, lines, rng.uniform(11, 20), angle=rng.normal(0, 4), tilt=rng.uniform(0, 12), state=strike)
    return noisy(rng, soft(page.plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.003, 0.015)), rng.uniform(50, 90)


def large_scan(rng, faces, lines):
    """4,000 pixels and more: large glyphs, grain and dust of a scanner, or the raster of print."""
    page = lay_page(rng, faces, lines, rng.uniform(48, 75), angle=rng.normal(0, 2.0), zoom=0.6)
    plane = noisy(rng, soft(page.plane, rng.uniform(0.5, 2.5)), rng.uniform(0.01, 0.06))
    if rng.random() < 0.4:
        plane = camera.raster(plane, rng.uniform(0.05, 0.25), rng.uniform(5, 11), rng.uniform(0, np.pi)).astype(np.float32)
    return plane, rng.uniform(50, 90)


def tiny(rng, faces, lines):
    """Glyphs of 5 to 7 pixels, as sent by a messenger."""
    page = lay_page(rng, faces, lines, rng.uniform(5.2, 7.2), angle=rng.normal(0, 3))
    return noisy(rng, soft(page.plane, 0.3), rng.uniform(0.002, 0.01)), rng.uniform(70, 92)
