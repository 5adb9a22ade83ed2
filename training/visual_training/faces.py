"""Faces of the visual zone: Debian's free fonts of the kinds that documents are printed in, and a line of text drawn in one as an ink map."""

import glob
import os
from functools import lru_cache

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from .alphabet import ACCENTED_CAPITALS, CAPITALS, DIGITS

CAP = 40  # pixels of a capital's height
ABOVE, BELOW = 72, 56  # rows of an ink map above and below the base line
MARGIN = 30  # columns left and right of the text

# How often a kind of face is drawn, and where its fonts lie. Most documents print values in a grotesque, many in a narrow or bold cut of it.
_KINDS = (
    (0.40, ("truetype/liberation*/LiberationSans-*", "opentype/urw-base35/NimbusSans-*", "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold*",
            "truetype/freefont/FreeSans*", "truetype/roboto/unhinted/RobotoTTF/Roboto-[BMRL]*", "opentype/inter/Inter-[BMRS]*", "truetype/open-sans/OpenSans-[BRSL]*",
            "truetype/noto/NotoSans-*", "fonts-go/Go-[BMR]*", "truetype/crosextra/Carlito*", "opentype/texgyre/texgyreheros-*", "truetype/tuffy/*", "truetype/paratype/PTS*")),
    (0.24, ("truetype/liberation*/LiberationSansNarrow-*", "opentype/urw-base35/NimbusSansNarrow-*", "truetype/roboto/unhinted/RobotoCondensed-*", "truetype/dejavu/DejaVuSansCondensed*",
            "opentype/texgyre/texgyreheroscn-*", "truetype/open-sans/OpenSans-Cond*", "truetype/opendin/*", "truetype/adf/UniversalisADFCd*", "truetype/adf/GilliusADFCd*", "truetype/adf/SwitzeraADFCd*",
            "opentype/yanone-kaffeesatz/*Regular*")),
    (0.16, ("truetype/lato/Lato-[BMRSL]*", "opentype/cantarell/*", "opentype/cabin/*", "truetype/clear-sans/*", "opentype/b612/B612-*", "truetype/oxygen/*", "opentype/dosis/*", "truetype/play/*",
            "truetype/adf/GilliusADF-*", "truetype/adf/UniversalisADF*", "truetype/andika/*", "opentype/urw-base35/URWGothic-*")),
    (0.08, ("truetype/liberation*/LiberationSerif-*", "opentype/urw-base35/NimbusRoman-*", "opentype/urw-base35/C059-*", "truetype/dejavu/DejaVuSerif*", "truetype/noto/NotoSerif-*",
            "opentype/linux-libertine/LinLibertine_R*", "truetype/crosextra/Caladea*", "truetype/gentium/*", "opentype/urw-base35/P052-*")),
    (0.12, ("truetype/liberation*/LiberationMono-*", "opentype/ocr-b/OCRB*", "truetype/dejavu/DejaVuSansMono*", "opentype/courier-prime/*", "truetype/freefont/FreeMono*", "fonts-go/Go-Mono*",
            "opentype/urw-base35/NimbusMonoPS-*", "truetype/gnutypewriter/*", "truetype/hack/*", "truetype/noto/NotoSansMono-*", "truetype/inconsolata/*")),
)  # fmt: skip
_ROOT = "/usr/share/fonts"
_NEEDED = CAPITALS + DIGITS


@lru_cache(maxsize=1)
def installed_faces():
    """((share, paths), …) of the kinds of which anything is installed."""
    found = []
    for share, patterns in _KINDS:
        paths = sorted({path for pattern in patterns for path in glob.glob(os.path.join(_ROOT, pattern)) if path.endswith((".ttf", ".otf"))})
        usable = tuple(path for path in paths if set(_NEEDED) <= covered(path))
        if usable:
            found.append((share, usable))
    return tuple(found)


@lru_cache(maxsize=None)
def covered(path):
    """The characters that a font has."""
    with TTFont(path, lazy=True) as font:
        return frozenset(chr(code) for code in font.getBestCmap())


@lru_cache(maxsize=None)
def open_face(path):
    """The font at the size at which capitals are CAP high."""
    probe = ImageFont.truetype(path, 400).getbbox("H", anchor="ls")
    return ImageFont.truetype(path, round(400 * CAP / (probe[3] - probe[1])))


def random_face(rng, text, held_out=False):
    """The path of a font that has every character of `text`. One font in eleven is held out for tests."""
    kinds = installed_faces()
    shares = np.array([share for share, _ in kinds])
    while True:
        paths = kinds[int(rng.choice(len(kinds), p=shares / shares.sum()))][1]
        at = int(rng.integers(len(paths)))
        slanted = "Italic" in paths[at] or "Oblique" in paths[at]
        if (at % 11 == 5) != held_out or not set(text) <= covered(paths[at]) or (slanted and rng.random() < 0.75):
            continue
        return paths[at]


def accented(text):
    """Whether a line needs the room above capitals."""
    return any(character in ACCENTED_CAPITALS for character in text)


def draw_text(rng, text, path, tracking=0.0):
    """Ink map of a line: (ABOVE + BELOW, n) float32, the base line below row ABOVE, `tracking` pixels more between characters; and where the text begins and ends."""
    font = open_face(path)
    width = font.getlength(text) + tracking * (len(text) - 1)
    image = Image.new("L", (int(np.ceil(width)) + 2 * MARGIN, ABOVE + BELOW), 0)
    pen = ImageDraw.Draw(image)
    if tracking == 0:
        pen.text((MARGIN, ABOVE), text, font=font, fill=255, anchor="ls")
    else:
        x = float(MARGIN)
        for character in text:
            pen.text((x, ABOVE), character, font=font, fill=255, anchor="ls")
            x += font.getlength(character) + tracking
    ink = np.asarray(image, np.float32) / 255
    columns = np.flatnonzero(ink.max(axis=0) > 0.3)
    ends = (int(columns[0]), int(columns[-1]) + 1) if len(columns) else (MARGIN, MARGIN + 8)
    return ink, ends
