"""What spoils a bench picture by a chosen amount: motion, glare."""

import cv2
import numpy as np


def move(plane, length, angle):
    """The mean of what the sensor saw while the picture moved `length` pixels, `angle` in radians from the right downwards."""
    count = max(3, int(np.ceil(2 * length)) | 1)
    size = (plane.shape[1], plane.shape[0])
    seen = np.zeros_like(plane)
    for way in np.linspace(-length / 2, length / 2, count):
        shift = np.float32([[1, 0, way * np.cos(angle)], [0, 1, way * np.sin(angle)]])
        seen += cv2.warpAffine(plane, shift, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return seen / np.float32(count)


def glare(plane, strength, middle, spread):
    """A reflection around `middle` (x, y), `spread` pixels to where it has fallen to 0.6: at its brightest `strength` of all contrast is gone."""
    x, y = np.arange(plane.shape[1], dtype=np.float32)[None, :], np.arange(plane.shape[0], dtype=np.float32)[:, None]
    glow = np.exp(-((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / np.float32(2 * spread**2)) * np.float32(strength)
    return plane + (1 - plane) * glow
