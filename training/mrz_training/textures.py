"""Backgrounds: photographs that Debian packages carry where they are installed, and procedural ones everywhere."""

import glob
from functools import lru_cache

import cv2
import numpy as np

from . import camera

_FOLDERS = ["/usr/share/backgrounds/**/*.jpg", "/usr/share/backgrounds/**/*.png", "/usr/share/backgrounds/**/*.webp"]
_FOLDERS += ["/usr/lib/python3/dist-packages/skimage/data/*.png", "/usr/lib/python3/dist-packages/skimage/data/*.jpg"]
_LONG_SIDE = 1400


@lru_cache(maxsize=1)
def photographs() -> tuple[np.ndarray, ...]:
    """Grey uint8 photographs, at most 1,400 pixels long."""
    found = []
    for path in sorted(path for pattern in _FOLDERS for path in glob.glob(pattern, recursive=True)):
        image = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
        if image is None or min(image.shape) < 64:
            continue
        scale = min(1.0, _LONG_SIDE / max(image.shape))
        found.append(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return tuple(found)


def texture(rng, shape):
    """A background of `shape`, grey float32 0..1."""
    available = photographs()
    if available and rng.random() < 0.6:
        image = available[int(rng.integers(len(available)))]
        height = int(rng.uniform(0.25, 1.0) * image.shape[0])
        width = int(rng.uniform(0.25, 1.0) * image.shape[1])
        top, left = int(rng.integers(image.shape[0] - height + 1)), int(rng.integers(image.shape[1] - width + 1))
        patch = cv2.resize(image[top : top + height, left : left + width], (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
        patch = patch.astype(np.float32) / 255
        return patch if rng.random() < 0.8 else 1 - patch
    plane = np.full(shape, rng.uniform(0.05, 1.0), np.float32)
    for _ in range(int(rng.integers(0, 4))):
        plane += camera.smooth_noise(rng, shape, float(np.exp(rng.uniform(0.3, 5)))) * np.float32(rng.uniform(0, 0.12))
    if rng.random() < 0.3:
        plane += camera.guilloche(rng, shape, rng.uniform(0.02, 0.2))
    return plane
