"""Writes opencv-reference.json: what OpenCV makes of small pictures and points, as the measure of the reader's own geometry.

Run with any Python that has OpenCV: python opencv-reference.py > opencv-reference.json
"""

import json

import cv2
import numpy as np

rng = np.random.default_rng(20)
# Smooth, so that OpenCV's fixed-point interpolation (steps of 1/32 pixel) stays within a grey level or two of the exact one.
noise = rng.uniform(0, 255, (20, 26)).astype(np.float32)
plane = np.clip(cv2.GaussianBlur(noise, (0, 0), 1.5) * 3 - 255, 0, 255).astype(np.uint8)
source = np.float32([[0, 0], [12, 0], [12, 8], [0, 8]])
target = np.float32([[3, 4], [22, 2], [18, 15], [5, 13]])
matrix = cv2.getPerspectiveTransform(source, target)
# Pixel middles lie at .5 in the reader and at whole numbers in OpenCV.
shift = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
index_matrix = np.linalg.inv(shift) @ matrix @ shift
warped = cv2.warpPerspective(plane, index_matrix, (12, 8), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
points = np.float32([[2, 3], [11, 1], [6.5, 7.25]])
print(
    json.dumps(
        {
            "opencv": cv2.__version__,
            "plane": {"width": 26, "height": 20, "data": plane.flatten().tolist()},
            "area": {"width": 10, "height": 7, "data": cv2.resize(plane, (10, 7), interpolation=cv2.INTER_AREA).flatten().tolist()},
            "bilinear": {"width": 41, "height": 33, "data": cv2.resize(plane, (41, 33), interpolation=cv2.INTER_LINEAR).flatten().tolist()},
            "perspective": {
                "from": source.tolist(),
                "to": target.tolist(),
                "matrix": matrix.flatten().tolist(),
                "points": points.tolist(),
                "projected": cv2.perspectiveTransform(points[None], matrix)[0].tolist(),
                "warped": {"width": 12, "height": 8, "data": warped.flatten().tolist()},
            },
        }
    )
)
