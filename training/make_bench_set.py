"""Writes a set of synthetic pictures and their labels for the reader's benches; see README.md."""

import argparse
import json
import os

import cv2
import numpy as np

from mrz_training.bench.combined import SCENES, draw_combined
from mrz_training.bench.pictures import FORMATS, NEGATIVES, Conditions, bench_faces, draw_negative, draw_picture


def normal(rng, index):
    """The band that hotels and counters see: 12 px and more, up to 35 degrees of tilt, JPEG of 50 and more; the print is whole."""
    angle = 0.0 if rng.random() < 0.5 else float(rng.uniform(-180, 180))
    return Conditions(
        format=FORMATS[index % len(FORMATS)],
        rotation_deg=angle,
        tilt_deg=float(rng.uniform(0, 35)) if rng.random() < 0.5 else 0.0,
        glyph_px=float(rng.uniform(12, 24)),
        blur=float(rng.uniform(0, 0.07)),
        light=float(rng.uniform(0.4, 1.0)),
        contrast=float(rng.uniform(0.5, 1.0)),
        noise=float(rng.uniform(0, 0.04)),
        jpeg=int(rng.uniform(50, 95)),
    )


# One condition varied at a time, everything else easy.
SWEEPS = {
    "rotation": ("rotation_deg", [float(angle) for angle in range(0, 360, 15)]),
    "tilt": ("tilt_deg", [0.0, 15.0, 25.0, 35.0, 45.0, 55.0]),
    "glyph": ("glyph_px", [5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 16.0, 24.0, 36.0]),
    "blur": ("blur", [0.0, 0.05, 0.08, 0.11, 0.14, 0.18]),
    "light": ("light", [1.0, 0.5, 0.25, 0.12, 0.06]),
    "contrast": ("contrast", [1.0, 0.5, 0.25, 0.12, 0.06]),
    "noise": ("noise", [0.0, 0.04, 0.08, 0.12, 0.18]),
    "jpeg": ("jpeg", [95, 75, 50, 30, 20, 10]),
    "wear": ("wear", [0.0, 0.05, 0.1, 0.2, 0.3, 0.4]),
    "documents": ("documents", [1, 2, 3, 4]),
    "covered": ("covered", [0, 1, 2, 4, 8]),
    "surplus": ("surplus", [0, 1, 2, 3, 4]),
    "curve": ("sagitta", [0.0, 0.25, 0.5, 1.0, 1.5, 2.0]),
    "fax": ("glyph_px", [10.0, 12.0, 14.0, 16.0, 18.0, 20.0, 24.0]),
    "zone": ("zone_px", [200.0, 300.0, 500.0, 1000.0, 2000.0, 4000.0]),
    "motion": ("motion", [0.0, 0.2, 0.35, 0.5, 0.7, 0.9]),
    "screen": ("screen", [0.0, 0.05, 0.1, 0.2, 0.3, 0.45]),
    "glare": ("glare", [0.0, 0.5, 0.7, 0.85, 0.95]),
    "keystone": ("far_edge", [1.0, 0.8, 0.65, 0.5]),
}
# What holds for all pictures of a sweep.
ALWAYS = {"fax": {"bilevel": True}}


def plan(kind, count, seed):
    """(name, number of the document, tags, conditions) of every picture; a sweep shows the same documents at each value."""
    if kind == "normal":
        for index in range(count):
            yield f"normal-{index:05d}", index, {}, normal(np.random.default_rng([seed, index, 1]), index)
        return
    field, values = SWEEPS[kind]
    for at, value in enumerate(values):
        for index in range(count):
            conditions = Conditions(**{"format": FORMATS[index % len(FORMATS)], **ALWAYS.get(kind, {}), field: value})
            yield f"{kind}-{at:02d}-{index:04d}", index, {kind: value}, conditions


# What the smoke test draws besides ordinary pictures: conditions near the edge of what is read, one document each.
HARD = [
    *[("glyph", 7.0), ("glyph", 8.0), ("motion", 0.35), ("motion", 0.5), ("blur", 0.11), ("wear", 0.1), ("tilt", 45.0)],
    *[("curve", 1.0), ("contrast", 0.12), ("light", 0.12), ("noise", 0.12), ("jpeg", 20), ("glare", 0.7), ("keystone", 0.65), ("screen", 0.2)],
]


def plan_hard(seed):
    """The same as `plan`, a picture for each of the hard conditions."""
    for index, (kind, value) in enumerate(HARD):
        field = SWEEPS[kind][0]
        conditions = Conditions(**{"format": FORMATS[index % len(FORMATS)], "glyph_px": 13.0, field: value})
        yield f"{kind}-{index:02d}", 1000 + index, {kind: value}, conditions


def draw_documents(planned, kind, faces, seed):
    """(file, picture, JPEG quality, label) of every picture that was planned."""
    for name, document, tags, conditions in planned:
        picture, zones, hidden = draw_picture(np.random.default_rng([seed, document, 2]), faces, conditions)
        facts = {"kind": "synthetic", "difficulty": kind, "check_digits_ok": True, "tags": tags, "conditions": vars(conditions)}
        # `mrz` is the picture's first zone; `mrzs` says that these are all of them, `covered` which characters cannot be seen.
        facts |= {"mrzs": zones} if kind == "documents" else {"covered": hidden} if hidden else {}
        yield f"{name}.jpg", picture, conditions.jpeg, {"mrz": zones[0], "format": conditions.format, **facts}


def draw_negatives(count, faces, seed):
    kinds = list(NEGATIVES)
    for index in range(count):
        kind = kinds[index % len(kinds)]
        picture = draw_negative(np.random.default_rng([seed, index]), faces, kind)
        yield f"negative-{index:05d}.jpg", picture, 80, {"mrz": None, "format": None, "kind": "negative", "difficulty": kind, "check_digits_ok": None}


def draw_scenes(count, faces, seed):
    """`count` pictures of each scene."""
    for at, scene in enumerate(SCENES):
        for index in range(count):
            name = FORMATS[index % len(FORMATS)]
            picture, lines, quality = draw_combined(np.random.default_rng([seed, at, index, 5]), faces, scene, name)
            facts = {"kind": "synthetic", "difficulty": "combined", "check_digits_ok": True, "tags": {"combined": scene}}
            yield f"combined-{at:02d}-{index:04d}.jpg", picture, quality, {"mrz": lines, "format": name, **facts}


def draw_set(kind, count, faces, seed):
    if kind == "negatives":
        yield from draw_negatives(count, faces, seed)
    elif kind == "combined":
        yield from draw_scenes(count, faces, seed)
    elif kind == "smoke":
        yield from draw_documents(plan("normal", count, seed), "normal", faces, seed)
        yield from draw_documents(plan_hard(seed), "hard", faces, seed)
        yield from draw_negatives(count // 2, faces, seed)
    else:
        yield from draw_documents(plan(kind, count, seed), kind, faces, seed)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--kind", default="normal", choices=["normal", "negatives", "combined", "smoke", *SWEEPS])
    parser.add_argument("--count", type=int, default=100, help="pictures; for a sweep, or the combined faults: pictures for each value")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    labels = []
    for file, picture, quality, label in draw_set(options.kind, options.count, bench_faces(), options.seed):
        cv2.imwrite(os.path.join(options.out, file), picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        labels.append({"file": file, **label})
    with open(os.path.join(options.out, "labels.json"), "w") as file:
        json.dump(labels, file, indent=1)


if __name__ == "__main__":
    main()
