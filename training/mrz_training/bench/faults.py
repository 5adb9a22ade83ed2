"""What spoils a bench picture by a chosen amount: glare."""

import numpy as np


def glare(plane, strength, middle, spread):
    """A reflection around `middle` (x, y), `spread` pixels to where it has fallen to 0.6: at its brightest `strength` of all contrast is gone."""
    x, y = np.arange(plane.shape[1], dtype=np.float32)[None, :], np.arange(plane.shape[0], dtype=np.float32)[:, None]
    glow = np.exp(-((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / np.float32(2 * spread**2)) * np.float32(strength)
    return plane + (1 - plane) * glow
