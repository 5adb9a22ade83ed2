"""Where pages lie in a bench picture, and what bends or covers them."""

import cv2
import numpy as np

from ..faces import CAP, PITCH
from ..projection import project

A4_PX = (7016, 4960)  # height and width of a page scanned at 600 dpi
_MARGIN = 1.12  # of a picture's side, page 1
_CORNER_PX = 60  # between the page's edges and a document in its corner
ASKEW = float(np.cos(np.radians(45)))  # how much narrower a page looks that is turned away by 45 degrees
_MOST_COVERED = 8  # characters
_LETTERS_PER_SURPLUS = 4  # a name is set no narrower than this, so that its letters can still be told


def flat(x):
    """The bend of a page that has none."""
    return np.zeros_like(x)


def lay_on_grid(documents, scale):
    """(shape of the picture, maps from the pages to it): side by side, in two columns from three pages on."""
    columns = 1 if len(documents) < 3 else 2
    rows = -(-len(documents) // columns)
    cell = np.max([document.image.shape for document in documents], axis=0) * scale * _MARGIN
    matrices = []
    for index, document in enumerate(documents):
        middle = (np.array(divmod(index, columns)) + 0.5) * cell
        top, left = middle - np.array(document.image.shape) * scale / 2
        matrices.append(_move(left, top) @ np.diag([scale, scale, 1.0]))
    height, width = cell * (rows, columns)
    return (int(height), int(width)), matrices


def lay_in_corner(document, scale, corner):
    """(shape of the picture, maps from the page to it): in one of the four corners of an A4 page."""
    free = np.array(A4_PX) - np.array(document.image.shape) * scale
    top, left = np.where([corner & 1, corner & 2], free - _CORNER_PX, _CORNER_PX)
    return A4_PX, [_move(left, top) @ np.diag([scale, scale, 1.0])]


def lay_askew(document, scale, far_edge, side):
    """(shape of the picture, maps from the page to it): the page is turned away by 45 degrees, one of its four edges from the camera, which is so near that
    this edge looks `far_edge` times as long as the opposite one; `scale` holds at the middle of the zone."""
    height, width = document.image.shape
    x, y = document.lines.reshape(-1, 2).mean(axis=0)
    far, near = [(-y, height - y), (height - y, -y), (-x, width - x), (width - x, -x)][side]
    depth = (1 - far_edge) / (far_edge * far - near)
    away = 1 if side < 2 else 0
    turn = np.eye(3)
    turn[away, away], turn[2, away] = ASKEW, depth
    matrix = np.diag([scale, scale, 1.0]) @ turn @ _move(-x, -y)
    corners = project(matrix, flat, np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64))
    size = np.ptp(corners, axis=0) * _MARGIN
    left, top = size / 2 - (corners.min(axis=0) + corners.max(axis=0)) / 2
    return (int(size[1]), int(size[0])), [_move(left, top) @ matrix]


def _move(x, y):
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])


def curve(rng, plane, sagitta, left, right):
    """The picture of a curved page: what was straight between columns `left` and `right` is an arc, `sagitta` pixels high, up or down."""
    across = (np.arange(plane.shape[1], dtype=np.float32) - (left + right) / 2) / ((right - left) / 2)
    shift = sagitta * (1 if rng.random() < 0.5 else -1) * (0.5 - across**2)
    x, y = np.meshgrid(np.arange(plane.shape[1], dtype=np.float32), np.arange(plane.shape[0], dtype=np.float32))
    return cv2.remap(plane, x, y - shift.astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)


def cover(rng, document, count):
    """Lays an opaque thing over exactly `count` characters of one line, in place: {line, from, to}, columns from 0, `to` excluded. What it hides begins with
    a character that is no filler; from the same `rng` it begins at the same place whatever `count` is."""
    line = int(rng.integers(len(document.texts)))
    text = document.texts[line]
    starts = [at for at, character in enumerate(text[: len(text) + 1 - _MOST_COVERED]) if character != "<"]
    at, tone = starts[int(rng.integers(len(starts)))], float(rng.uniform(0.2, 0.7))
    left, right = (_edge_of(document, line, column) for column in (at, at + count))
    document.image[_rows_of(document, line), left:right] = tone
    return {"line": line, "from": at, "to": at + count}


def paste_narrow(document, surplus):
    """Sets the name in letters so narrow that `surplus` more fillers than the format has follow it up to the end of the line, in place; fewer where the
    name is short or leaves no fillers to copy. No text changes: such fillers say nothing."""
    line = 2 if len(document.texts) == 3 else 0
    text = document.texts[line]
    first, end = 0 if line == 2 else 5, len(text.rstrip("<"))
    surplus = min(surplus, (end - first) // _LETTERS_PER_SURPLUS, len(text) - end)
    rows = document.image[_rows_of(document, line)]
    begin, narrowed, whole, filled = (_edge_of(document, line, column) for column in (first, end - surplus, end, end + surplus))
    if surplus > 0:
        fillers = rows[:, whole:filled].copy()
        rows[:, begin:narrowed] = cv2.resize(rows[:, begin:whole], (narrowed - begin, rows.shape[0]), interpolation=cv2.INTER_AREA)
        rows[:, narrowed:whole] = cv2.resize(fillers, (whole - narrowed, rows.shape[0]), interpolation=cv2.INTER_AREA)


def _edge_of(document, line, column):
    """Where a character of a line begins, in pixels."""
    (start, _), (end, _) = document.lines[line]
    pitch = (end - start) / (len(document.texts[line]) - 0.3)  # a line ends 0.35 characters beside the middles of its first and last one
    return round(start + (0.35 - 0.5 + column) * pitch)


def _rows_of(document, line):
    y, reach = document.lines[line][0][1], 0.8 * document.cap * PITCH / CAP
    return slice(round(y - reach), round(y + reach))
