"""Draws passports of Utopia with and without a signature, for bench/portrait.ts; see README.md."""

import argparse
import json
import os

import cv2
import numpy as np

from visual_training.signatures import PLACES, PORTRAIT, draw_decoy, draw_signature
from visual_training.specimens import HEIGHT, WIDTH, draw_page, random_person, zone_lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    labels = []
    for index in range(options.count):
        rng = np.random.default_rng([options.seed, 7, index])
        person = random_person(rng)
        scale = float(rng.uniform(4.5, 10))
        shape = (round(HEIGHT * scale), round(WIDTH * scale))
        place = [*sorted(PLACES), None][index % 3]
        box = None
        if place:
            ink, box = draw_signature(rng, shape, scale, PLACES[place])
        else:
            ink = draw_decoy(rng, shape, scale) if rng.random() < 0.5 else None
        # Nothing is printed where it stands.
        printed = {key: value for key, value in person.items() if key != "authority"}
        name = f"{index:04d}.jpg"
        picture, _ = draw_page(rng, printed, zone_lines(person), scale, drawn=ink)
        cv2.imwrite(os.path.join(options.out, name), picture, [cv2.IMWRITE_JPEG_QUALITY, 92])
        labels.append({"file": name, "portrait": [round(side * scale) for side in PORTRAIT], "place": place, "signature": box})
    with open(os.path.join(options.out, "labels.json"), "w") as file:
        json.dump(labels, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
