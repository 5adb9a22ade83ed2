"""Stroke skeletons of the 37 characters, drawn anew with other proportions each time.

One free OCR-B font cannot show how much printed zones vary: the middle vertex of M and W, the shape of 0 against O, open or closed 4, straight or curved
6, 7 and 9, serifs of 1, I and J. A style draws one value for each such choice; the strokes follow. Coordinates: x to the right, y down, letters
are one unit high and about 0.62 wide.
"""

import math

import numpy as np


class Style:
    """One way of drawing all characters; every attribute is a proportion."""

    def __init__(self, rng):
        u = rng.uniform
        self.width = u(0.54, 0.70)
        self.digit_height = u(1.02, 1.12)
        self.bend = u(2.0, 3.4)  # exponent of the super-ellipse: 2 is round, 3.4 nearly a box
        # Zero is the boxier and the slimmer of the two in every cut; by how much differs.
        self.zero_bend = self.bend + u(0.2, 1.6)
        self.zero_width = u(0.8, 0.98)
        self.o_width = self.zero_width + u(0.0, 0.2)
        self.m_depth = u(0.32, 0.8)
        self.m_splay = u(0.0, 0.06)
        self.w_depth = u(0.3, 0.7)
        self.w_splay = u(0.0, 0.12)
        self.waist = u(0.42, 0.54)
        self.eight_top = u(0.72, 1.0)
        self.one_flag = u(0.18, 0.36)
        self.one_base = rng.random() < 0.25
        self.one_shift = u(0.45, 0.75)
        self.two_foot = u(0.0, 0.1)
        self.three_flat = rng.random() < 0.6
        self.four_closed = rng.random() < 0.4
        self.four_stem = u(0.55, 0.75)
        self.six_straight = rng.random() < 0.6
        self.seven_curved = rng.random() < 0.4
        self.serif = u(0.55, 1.0)
        self.j_serif = rng.random() < 0.3
        # Degrees from the right at which a stroke's end stops: plain faces close C, G and S further than OCR-B does.
        self.c_end = u(22, 58)
        self.g_end = u(22, 55)
        self.s_ends = u(5, 50), u(135, 172)
        self.two_start = u(138, 178)
        self.three_end = u(125, 160)
        self.five_end = u(115, 155)
        self.j_end = u(115, 170)
        self.i_plain = rng.random() < 0.25
        self.g_bar = u(0.35, 0.6)
        self.g_spur = rng.random() < 0.4
        self.q_tail = u(0.15, 0.4)
        self.y_fork = u(0.42, 0.58)
        self.k_join = u(0.0, 0.22)
        self.r_leg = u(0.3, 0.6)
        self.a_bar = u(0.6, 0.76)
        self.a_flat = u(0.0, 0.1)
        self.bar = u(0.44, 0.54)
        self.arm = u(0.72, 0.95)
        self.angle_height = u(0.62, 0.9)
        self.angle_width = u(0.85, 1.15)
        self.slant = rng.normal(0, 0.02)


def _arc(cx, cy, rx, ry, start, end, bend=2.0, points=18):
    """Points on a super-ellipse from angle `start` to `end` (degrees, clockwise from the right since y points down)."""
    angles = np.radians(np.linspace(start, end, points))
    cos, sin = np.cos(angles), np.sin(angles)
    return [(cx + rx * math.copysign(abs(c) ** (2 / bend), c), cy + ry * math.copysign(abs(s) ** (2 / bend), s)) for c, s in zip(cos, sin)]


def _digits(s, w):
    h, m = s.digit_height, s.digit_height * s.waist
    half = w / 2
    flag = (half + w * 0.12 * s.one_shift, 0)
    strokes = {
        "0": [_arc(half, h / 2, half * s.zero_width, h / 2, 0, 360, s.zero_bend, 36)],
        "1": [[(flag[0] - w * s.one_flag * 1.6, h * s.one_flag * 0.8), flag, (flag[0], h)]],
        "2": [_arc(half, h * 0.28, half, h * 0.28, -s.two_start, 35, s.bend) + [(s.two_foot * w, h * 0.88), (0, h), (w, h)]],
        "5": [[(w * 0.92, 0), (w * 0.08, 0), (w * 0.04, h * 0.44)] + _arc(half * 0.92, h * 0.68, w * 0.54, h * 0.32, -95, s.five_end, s.bend)],
        "8": [
            _arc(half, m / 2, half * s.eight_top, m / 2, 0, 360, s.bend, 30),
            _arc(half, (h + m) / 2, half, (h - m) / 2, 0, 360, s.bend, 30),
        ],
    }
    strokes["1"] += [[(flag[0] - w * 0.4, h), (flag[0] + w * 0.4, h)]] if s.one_base else []
    if s.three_flat:
        strokes["3"] = [[(w * 0.06, 0), (w * 0.95, 0), (half * 0.9, h * 0.38)] + _arc(half * 0.9, h * 0.69, w * 0.54, h * 0.31, -85, s.three_end, s.bend)]
    else:
        strokes["3"] = [
            _arc(half * 0.9, m / 2, w * 0.5, m / 2, -s.three_end, 85, s.bend),
            _arc(half * 0.9, (h + m) / 2, w * 0.55, (h - m) / 2, -85, s.three_end, s.bend),
        ]
    stem = w * s.four_stem
    if s.four_closed:
        strokes["4"] = [[(stem, h), (stem, 0), (0, h * 0.68), (w, h * 0.68)]]
    else:
        strokes["4"] = [[(half * 1.05, 0), (0, h * 0.68), (w, h * 0.68)], [(stem, h * 0.42), (stem, h)]]
    loop = _arc(half, h * 0.68, half, h * 0.32, 0, 360, s.bend, 30)
    if s.six_straight:
        strokes["6"] = [loop, [(w * 0.78, 0), (w * 0.04, h * 0.58)]]
    else:
        strokes["6"] = [loop, _arc(w * 0.95, h * 0.62, w * 0.95, h * 0.62, 180, 275, 2.0)]
    strokes["9"] = [[(w - x, h - y) for x, y in stroke] for stroke in strokes["6"]]
    if s.seven_curved:
        strokes["7"] = [[(0, 0), (w, 0), (w * 0.98, h * 0.15)] + _arc(w * 0.98, h, w * 0.55, h * 0.8, 265, 180, 2.0, 10)]
    else:
        strokes["7"] = [[(0, 0), (w, 0), (w * 0.95, h * 0.18), (w * 0.38, h)]]
    # Digits stand on the letters' base line and rise above them.
    return {name: [[(x, y + 1 - h) for x, y in stroke] for stroke in parts] for name, parts in strokes.items()}


def _round_letters(s, w):
    half, q = w / 2, s.waist
    wide = half * s.o_width
    return {
        "B": [
            [(0, 0), (0, 1), (half, 1)] + _arc(half, (1 + q) / 2, half, (1 - q) / 2, 90, -90, s.bend) + [(0, q)],
            [(0, 0), (half, 0)] + _arc(half, q / 2, half * 0.9, q / 2, -90, 90, s.bend),
        ],
        "C": [_arc(half * 1.08, 0.5, half * 1.05, 0.5, -s.c_end, s.c_end - 360, s.bend, 28)],
        "D": [[(0, 1), (0, 0), (half * 0.7, 0)] + _arc(half * 0.7, 0.5, w - half * 0.7, 0.5, -90, 90, s.bend) + [(0, 1)]],
        "G": [_arc(half * 1.05, 0.5, half * 1.05, 0.5, -s.g_end, -340 if s.g_spur else -360, s.bend, 28)[:-1] + [(w, 0.5 + 0.06), (w * (1 - s.g_bar), 0.56)]]
        + ([[(w, 0.56), (w, 1)]] if s.g_spur else []),
        "J": [[(w * 0.82, 0), (w * 0.82, 0.68)] + _arc(w * 0.42, 0.7, w * 0.4, 0.3, 0, s.j_end, s.bend)]
        + ([[(w * 0.4, 0), (w * 0.82, 0)]] if s.j_serif else []),
        "O": [_arc(half, 0.5, wide, 0.5, 0, 360, s.bend, 36)],
        "P": [[(0, 1), (0, 0), (half, 0)] + _arc(half, q * 0.55, half, q * 0.55, -90, 90, s.bend) + [(0, q * 1.1)]],
        "Q": [_arc(half, 0.5, wide, 0.5, 0, 360, s.bend, 36), [(w * (0.75 - s.q_tail), 0.95 - s.q_tail), (w * 1.06, 1.02)]],
        "R": [
            [(0, 1), (0, 0), (half, 0)] + _arc(half, q * 0.52, half * 0.95, q * 0.52, -90, 90, s.bend) + [(0, q * 1.04)],
            [(w * s.r_leg, q * 1.04), (w, 1)],
        ],
        "S": [_arc(half, 0.26, half * 0.94, 0.26, -s.s_ends[0], -225, s.bend, 16)[:-3] + _arc(half, 0.75, half, 0.25, -70, s.s_ends[1], s.bend, 18)],
        "U": [[(0, 0), (0, 0.6)] + _arc(half, 0.62, half, 0.38, 180, 0, s.bend) + [(w, 0)]],
    }


def _straight_letters(s, w):
    half = w / 2
    foot = w * s.serif / 2 * 0.9
    top, splay = w * s.a_flat, w * s.w_splay
    m0, m1 = w * s.m_splay, w * (1 - s.m_splay)
    high = (1 - s.angle_height) / 2 + 0.02
    tip = half - half * s.angle_width
    return {
        "A": [[(0, 1), (half - top, 0), (half + top, 0), (w, 1)], [(w * 0.16, s.a_bar), (w * 0.84, s.a_bar)]],
        "E": [[(w, 0), (0, 0), (0, 1), (w, 1)], [(0, s.bar), (w * s.arm, s.bar)]],
        "F": [[(w, 0), (0, 0), (0, 1)], [(0, s.bar), (w * s.arm, s.bar)]],
        "H": [[(0, 0), (0, 1)], [(w, 0), (w, 1)], [(0, s.bar), (w, s.bar)]],
        "I": [[(half, 0), (half, 1)]] + ([] if s.i_plain else [[(half - foot, 0), (half + foot, 0)], [(half - foot, 1), (half + foot, 1)]]),
        "K": [[(0, 0), (0, 1)], [(w, 0), (w * s.k_join, 0.55)], [(w * s.k_join * 1.2, 0.5), (w, 1)]]
        + ([[(0, 0.55), (w * s.k_join, 0.55)]] if s.k_join > 0.1 else []),
        "L": [[(0, 0), (0, 1), (w, 1)]],
        "M": [[(0, 1), (m0, 0), (half, s.m_depth), (m1, 0), (w, 1)]],
        "N": [[(0, 1), (0, 0), (w, 1), (w, 0)]],
        "T": [[(0, 0), (w, 0)], [(half, 0), (half, 1)]],
        "V": [[(0, 0), (half, 1), (w, 0)]],
        "W": [[(0, 0), (w * 0.1 + splay, 1), (half, s.w_depth), (w * 0.9 - splay, 1), (w, 0)]],
        "X": [[(0, 0), (w, 1)], [(w, 0), (0, 1)]],
        "Y": [[(0, 0), (half, s.y_fork), (w, 0)], [(half, s.y_fork), (half, 1)]],
        "Z": [[(0, 0), (w, 0), (0, 1), (w, 1)]],
        "<": [[(w - tip * 0.5, high), (tip, 0.5 + 0.02), (w - tip * 0.5, 1 - high + 0.04)]],
    }


def draw_skeletons(rng):
    """Strokes of all characters in one random style.

    Returns {character: list of strokes}, a stroke being an (n, 2) array of x, y; x is centred on 0.
    """
    style = Style(rng)
    w = style.width
    glyphs = {**_digits(style, w), **_round_letters(style, w), **_straight_letters(style, w)}
    wobble = rng.uniform(0, 0.012)
    strokes = {}
    for character, parts in glyphs.items():
        shift = rng.normal(0, wobble, 2)
        strokes[character] = []
        for part in parts:
            points = np.array(part, dtype=np.float32)
            points[:, 0] += -w / 2 + (0.5 - points[:, 1]) * style.slant + shift[0]
            points[:, 1] += shift[1]
            strokes[character].append(points)
    return strokes
