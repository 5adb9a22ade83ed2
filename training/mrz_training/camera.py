"""What printers, paper, lenses, light and codecs do to a picture. Every function takes and returns grey float32 0..1."""

import cv2
import numpy as np


def smooth_noise(rng, shape, cell):
    """Noise of about `cell` pixels a blob, zero mean, unit spread."""
    small = rng.standard_normal((max(2, int(shape[0] / cell) + 2), max(2, int(shape[1] / cell) + 2)), dtype=np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def guilloche(rng, shape, strength):
    """Fine waved lines as security printing has them: a plane that is added to the paper."""
    height, width = shape
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(0, height / width, height, dtype=np.float32)[:, None]
    plane = np.zeros(shape, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        angle, lines = rng.uniform(0, np.pi), rng.uniform(10, 140)
        phase = x * np.cos(angle) + y * np.sin(angle)
        wave = rng.uniform(0, 0.06) * np.sin(2 * np.pi * (x * rng.uniform(1, 9) + y * rng.uniform(1, 9) + rng.random()))
        plane += np.sin(2 * np.pi * lines * (phase + wave)) ** (3 if rng.random() < 0.5 else 1)
    return plane * np.float32(strength)


def light(rng, image):
    """Gradients, shadows with an edge, and glare."""
    height, width = image.shape
    if rng.random() < 0.5:
        x, y = np.linspace(-1, 1, width, dtype=np.float32)[None, :], np.linspace(-1, 1, height, dtype=np.float32)[:, None]
        image = image * np.clip(1 + x * rng.normal(0, 0.15) + y * rng.normal(0, 0.1), 0.3, 1.7).astype(np.float32)
    if rng.random() < 0.1:
        edge = int(rng.integers(width)) + smooth_noise(rng, (height, 1), max(8, height / 2)) * rng.uniform(2, 20)
        mask = (np.arange(width, dtype=np.float32)[None, :] > edge).astype(np.float32)
        mask = cv2.GaussianBlur(mask, (0, 0), float(rng.uniform(1, 15)))
        image = image * (1 - mask * np.float32(rng.uniform(0.15, 0.55)))
    if rng.random() < 0.1:
        cx, cy = rng.uniform(0, width), rng.uniform(0, height)
        rx, ry = rng.uniform(0.03, 0.2) * width, rng.uniform(0.3, 2.0) * height
        gx = ((np.arange(width, dtype=np.float32) - cx) / rx)[None, :] ** 2
        gy = ((np.arange(height, dtype=np.float32) - cy) / ry)[:, None] ** 2
        glow = np.exp(-(gx + gy)) * np.float32(rng.uniform(0.2, 0.9))
        image = image + (1 - image) * glow
    return image


def blur(rng, image, worst):
    """Defocus or motion, up to `worst` pixels of spread."""
    kind = rng.random()
    if kind < 0.45:
        return cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.2, max(0.25, worst))))
    if kind < 0.6:
        length = max(2, int(rng.uniform(1, 2.5 * worst + 1)))
        kernel = np.zeros((length * 2 + 1, length * 2 + 1), np.float32)
        angle = rng.uniform(0, np.pi)
        dx, dy = np.cos(angle) * length / 2, np.sin(angle) * length / 2
        cv2.line(kernel, (round(length - dx), round(length - dy)), (round(length + dx), round(length + dy)), 1, 1, cv2.LINE_AA)
        return cv2.filter2D(image, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
    return image


def move(plane, length, angle):
    """The mean of what the sensor saw while the picture moved `length` pixels, `angle` in radians from the right downwards."""
    count = max(3, int(np.ceil(2 * length)) | 1)
    size = (plane.shape[1], plane.shape[0])
    seen = np.zeros_like(plane)
    for way in np.linspace(-length / 2, length / 2, count):
        shift = np.float32([[1, 0, way * np.cos(angle)], [0, 1, way * np.sin(angle)]])
        seen += cv2.warpAffine(plane, shift, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return seen / np.float32(count)


def stripes(rng, image, period):
    """Light through blinds: bright and dark stripes `period` pixels apart, with soft or hard edges."""
    height, width = image.shape
    angle, phase = rng.uniform(0, np.pi), rng.uniform(0, 2 * np.pi)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period + phase)
    shade = 1 / (1 + np.exp(-wave * rng.uniform(2, 25)))
    return image * (rng.uniform(0.12, 0.5) + (rng.uniform(0.85, 1.4) - 0.3) * shade).astype(np.float32)


def glare(plane, strength, middle, spread):
    """A reflection around `middle` (x, y), `spread` pixels to where it has fallen to 0.6: at its brightest `strength` of all contrast is gone."""
    x, y = np.arange(plane.shape[1], dtype=np.float32)[None, :], np.arange(plane.shape[0], dtype=np.float32)[:, None]
    glow = np.exp(-((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / np.float32(2 * spread**2)) * np.float32(strength)
    return plane + (1 - plane) * glow


def moire(rng, image):
    """A screen's raster beating with the sensor's."""
    period, angle = rng.uniform(2.2, 14), rng.uniform(0, np.pi)
    return raster(image, rng.uniform(0.03, 0.15), period, angle)


def raster(image, strength, period, angle):
    """Bands of `period` pixels at `angle` (radians), brighter and darker by `strength`."""
    height, width = image.shape
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    return image * (1 + np.float32(strength) * np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period))


def sharpen(image, amount):
    return image + amount * (image - cv2.GaussianBlur(image, (0, 0), 1.2))


def sensor(rng, image, worst=0.08):
    """Noise and the codec: grain, JPEG, quantisation."""
    if rng.random() < 0.7:
        image = image + rng.standard_normal(image.shape, dtype=np.float32) * np.float32(rng.uniform(0, worst) ** 1.3)
    if rng.random() < 0.02:
        specks = rng.random(image.shape, dtype=np.float32)
        image = np.where(specks < 0.01, 0, np.where(specks > 0.99, 1, image)).astype(np.float32)
    image = np.clip(image, 0, 1)
    if rng.random() < 0.6:
        quality = int(rng.uniform(12, 95)) if rng.random() < 0.5 else int(rng.uniform(50, 95))
        coded = cv2.imencode(".jpg", np.uint8(image * 255 + 0.5), [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        image = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
    return image


def tone(rng, image):
    """Exposure, contrast and gamma; rarely a bilevel fax."""
    if rng.random() < 0.5:
        image = np.clip(image, 0, 1) ** np.float32(np.exp(rng.normal(0, 0.35)))
    if rng.random() < 0.04:
        threshold = float(np.mean(image)) * rng.uniform(0.75, 1.0)
        return (image > threshold).astype(np.float32)
    low = rng.uniform(0, 0.25) if rng.random() < 0.4 else 0.0
    span = rng.uniform(0.12, 1 - low) if rng.random() < 0.25 else 1 - low
    return (image * span + low).astype(np.float32)
