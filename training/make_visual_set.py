"""Draws passports of Utopia with both zones, genuine and forged ones, for bench/visual.ts; see README.md."""

import argparse
import json
import os

import cv2
import numpy as np

from visual_training.arrangements import LAYOUTS, OF_STATES, person_of
from visual_training.specimens import FORGEABLE, draw_page, forge, random_person, zone_lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forged", nargs="?", const="text", choices=sorted(FORGEABLE), help="one character of the number or of a name (text), or of a date, is another one in print")
    parser.add_argument("--layout", choices=["of-states", *LAYOUTS], default="stacked", help="how the fields are arranged; of-states: as in passports of States, one after the other")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    labels = []
    for index in range(options.count):
        rng = np.random.default_rng([options.seed, index])
        layout = list(OF_STATES)[index % len(OF_STATES)] if options.layout == "of-states" else options.layout
        person = random_person(rng, LAYOUTS[layout].get("language"))
        page = person_of(layout, person)
        keys = FORGEABLE.get(options.forged)
        forged = keys[index % len(keys)] if keys else None
        printed = forge(rng, page, forged) if forged else page
        scale = float(rng.uniform(4.5, 10))
        name = f"{index:04d}.jpg"
        lines = zone_lines({**person, "sex": page["sex"][-1]}, LAYOUTS[layout].get("state", "UTO"))
        picture, texts = draw_page(rng, printed, lines, scale, layout=layout)
        cv2.imwrite(os.path.join(options.out, name), picture, [cv2.IMWRITE_JPEG_QUALITY, 92])
        labels.append({"file": name, "cap_px": round(2.3 * scale, 1), "forged": forged, "fields": texts})
    with open(os.path.join(options.out, "labels.json"), "w") as file:
        json.dump(labels, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
