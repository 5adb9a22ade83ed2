"""Pictures in which several moderate faults meet, as they do in frames of videos, samples on web pages, copies and photographs of laminated cards."""

import numpy as np

from . import bench_lights, bench_prints, mrz_text

SCENES = {
    "video frame": bench_lights.video_frame,
    "far away": bench_lights.far_away,
    "striped light": bench_lights.striped_light,
    "near darkness": bench_lights.near_darkness,
    "thumbnail": bench_prints.thumbnail,
    "copy": bench_prints.copy,
    "off a screen": bench_lights.off_a_screen,
    "laminated": bench_lights.laminated,
    "fingers": bench_lights.held_by_fingers,
    "cut by the edge": bench_prints.cut_by_the_edge,
    "inverted, faint": bench_lights.inverted_and_faint,
    "other faces": bench_prints.other_face,
    "wide or narrow": bench_prints.wide_or_narrow,
    "fanned lines": bench_prints.fanned,
    "typed": bench_prints.typed,
    "large scan": bench_prints.large_scan,
    "tiny": bench_prints.tiny,
}


def draw_combined(rng, faces, scene, name):
    """(picture uint8, the lines of its zone, JPEG quality): one of SCENES with a document of the format `name`."""
    lines = mrz_text.of_format(rng, name)
    plane, quality = SCENES[scene](rng, faces, lines)
    return np.uint8(np.clip(plane, 0, 1) * 255 + 0.5), lines, int(quality)
