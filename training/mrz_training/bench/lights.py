"""Pictures in which several moderate faults of light and lens meet: frames of videos, shadows, reflections, fingers. Each takes (rng, faces, lines) and returns
(plane, JPEG quality)."""

import cv2
import numpy as np

from .. import camera
from ..line_strips import erase
from .page import coded, lay_page, noisy, soft


def video_frame(rng, faces, lines):
    """A frame of a full HD video: the document small, turned a little, moving; coarse blocks whose edges the codec has smoothed."""
    page = lay_page(rng, faces, lines, rng.uniform(9, 14), angle=rng.normal(0, 12), tilt=rng.uniform(0, 25), shape=(1080, 1920))
    plane = camera.move(page.plane, rng.uniform(0.05, 0.35) * page.pitch, rng.uniform(0, np.pi))
    plane = noisy(rng, camera.light(rng, plane), rng.uniform(0.005, 0.03))
    return soft(coded(plane, rng.uniform(18, 45)), 0.5), 85


def far_away(rng, faces, lines):
    """A photograph in which the document is small."""
    page = lay_page(rng, faces, lines, rng.uniform(6.5, 10), angle=rng.normal(0, 8), tilt=rng.uniform(0, 15), shape=(1500, 2000))
    return noisy(rng, soft(page.plane, 0.04 * page.pitch), rng.uniform(0.003, 0.012)), rng.uniform(75, 92)


def striped_light(rng, faces, lines):
    """Light through blinds: bright and dark stripes with edges, and the noise of what lies in the dark."""
    page = lay_page(rng, faces, lines, rng.uniform(10, 22), angle=rng.normal(0, 8), tilt=rng.uniform(0, 20))
    height, width = page.plane.shape
    angle, period = rng.uniform(0, np.pi), rng.uniform(4, 16) * page.pitch
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    shade = 1 / (1 + np.exp(-wave * rng.uniform(3, 20)))
    plane = page.plane * (rng.uniform(0.15, 0.4) + (rng.uniform(0.9, 1.4) - 0.3) * shade).astype(np.float32)
    return noisy(rng, soft(plane, rng.uniform(0.03, 0.08) * page.pitch), rng.uniform(0.005, 0.025)), rng.uniform(60, 90)


def near_darkness(rng, faces, lines):
    """Nearly black: a few tones, noise, soft print."""
    page = lay_page(rng, faces, lines, rng.uniform(11, 22), angle=rng.normal(0, 8), tilt=rng.uniform(0, 20))
    plane = soft(page.plane, rng.uniform(0.03, 0.08) * page.pitch) * np.float32(rng.uniform(0.06, 0.15))
    return noisy(rng, plane, rng.uniform(0.003, 0.012)), rng.uniform(70, 95)


def off_a_screen(rng, faces, lines):
    """A photograph of a screen: raster, tilt, a reflection, the codec."""
    page = lay_page(rng, faces, lines, rng.uniform(11, 20), angle=rng.normal(0, 6), tilt=rng.uniform(5, 25))
    plane = camera.raster(soft(page.plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.05, 0.2), rng.uniform(2.2, 10), rng.uniform(0, np.pi)).astype(np.float32)
    at = (rng.uniform(0, plane.shape[1]), rng.uniform(0, plane.shape[0]))
    plane = camera.glare(plane, rng.uniform(0.2, 0.6), at, rng.uniform(4, 12) * page.pitch)
    return noisy(rng, plane, rng.uniform(0.005, 0.02)), rng.uniform(45, 80)


def laminated(rng, faces, lines):
    """A laminated card: a long reflection over the last line, seen from the side, worn a little."""
    page = lay_page(rng, faces, lines, rng.uniform(11, 22), angle=rng.normal(0, 10), tilt=rng.uniform(5, 30), state=lambda rng, ink: erase(rng, ink, rng.uniform(0, 0.04)))
    plane = page.plane
    start, end = page.ends[-1]
    strength, spread = rng.uniform(0.5, 0.85), rng.uniform(0.8, 1.8) * page.pitch
    for way in np.linspace(*np.sort(rng.uniform(0, 1, 2)), 5):
        plane = camera.glare(plane, 1 - (1 - strength) ** 0.4, start + (end - start) * way, spread)
    return noisy(rng, soft(plane, rng.uniform(0.02, 0.06) * page.pitch), rng.uniform(0.003, 0.015)), rng.uniform(55, 90)


def held_by_fingers(rng, faces, lines):
    """Fingers reach from outside up to the ends of the lines and touch them; no character is hidden by more than its edge."""
    page = lay_page(rng, faces, lines, rng.uniform(12, 22), angle=rng.normal(0, 15), tilt=rng.uniform(0, 20))
    plane = page.plane
    for side in rng.permutation(2)[: int(rng.integers(1, 3))]:
        line = page.ends[int(rng.integers(len(page.ends)))]
        tip, away = line[side], (line[side] - line[1 - side]) / np.hypot(*(line[1] - line[0]))
        length, thick = rng.uniform(4, 8) * page.pitch, rng.uniform(1.8, 3.2) * page.pitch
        centre = tip + away * (length / 2 + rng.uniform(-0.1, 0.4) * page.pitch)
        mask = np.zeros(plane.shape, np.float32)
        cv2.ellipse(mask, ((float(centre[0]), float(centre[1])), (float(length), float(thick)), float(np.degrees(np.arctan2(away[1], away[0])) + rng.normal(0, 15))), 1.0, -1)
        mask = soft(mask, 0.06 * page.pitch)
        skin = np.float32(rng.uniform(0.3, 0.75)) + camera.smooth_noise(rng, plane.shape, page.pitch) * np.float32(0.03)
        plane = plane + (skin - plane) * mask
    return noisy(rng, soft(plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.005, 0.02)), rng.uniform(55, 90)


def inverted_and_faint(rng, faces, lines):
    """Light print on dark ground or faint print, with guilloche and uneven light."""
    page = lay_page(rng, faces, lines, rng.uniform(11, 22), angle=rng.normal(0, 8), tilt=rng.uniform(0, 20))
    plane = 1 - page.plane if rng.random() < 0.6 else page.plane
    plane = float(plane.mean()) + (plane - float(plane.mean())) * np.float32(rng.uniform(0.15, 0.45))
    plane = camera.light(rng, plane) + camera.guilloche(rng, plane.shape, rng.uniform(0.005, 0.03))
    return noisy(rng, soft(plane, rng.uniform(0.03, 0.07) * page.pitch), rng.uniform(0.003, 0.015)), rng.uniform(60, 90)
