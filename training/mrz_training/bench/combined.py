"""Pictures in which several moderate faults meet, as they do in frames of videos, samples on web pages, copies and photographs of laminated cards."""

import numpy as np

from .. import mrz_text
from . import lights, prints

SCENES = {
    "video frame": lights.video_frame,
    "far away": lights.far_away,
    "striped light": lights.striped_light,
    "near darkness": lights.near_darkness,
    "thumbnail": prints.thumbnail,
    "copy": prints.copy,
    "off a screen": lights.off_a_screen,
    "laminated": lights.laminated,
    "fingers": lights.held_by_fingers,
    "cut by the edge": prints.cut_by_the_edge,
    "inverted, faint": lights.inverted_and_faint,
    "other faces": prints.other_face,
    "wide or narrow": prints.wide_or_narrow,
    "fanned lines": prints.fanned,
    "typed": prints.typed,
    "large scan": prints.large_scan,
    "tiny": prints.tiny,
}


def draw_combined(rng, faces, scene, name):
    """(picture uint8, the lines of its zone, JPEG quality): one of SCENES with a document of the format `name`."""
    lines = mrz_text.of_format(rng, name)
    plane, quality = SCENES[scene](rng, faces, lines)
    return np.uint8(np.clip(plane, 0, 1) * 255 + 0.5), lines, int(quality)
