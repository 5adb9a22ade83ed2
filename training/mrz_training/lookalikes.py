"""Pages without a zone whose print comes near to one: payment slips, listings, tickets, letters."""

from functools import partial

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .alphabet import CHARACTERS
from .documents import paper, print_ink, print_text, text_fonts
from .faces import BASE_LINE, CAP, CELL_HEIGHT, CELL_WIDTH, PITCH, imitation_fonts
from .mrz_text import DIGITS, LETTERS, choice, random_word, soup

_FACE_INDEX = {character: index for index, character in enumerate(CHARACTERS)}


def draw_code_line(text, face):
    """Ink map of a line on a fixed pitch in a face of zones; what payment slips print beside its characters is made of them: `>`, `+`, and blanks."""
    ink = np.zeros((CELL_HEIGHT, PITCH * (len(text) - 1) + CELL_WIDTH), np.float32)
    for position, character in enumerate(text):
        cell = ink[:, position * PITCH : position * PITCH + CELL_WIDTH]
        np.maximum(cell, _glyph(character, face), out=cell)
    return ink


def _glyph(character, face):
    if character == ">":
        return face[_FACE_INDEX["<"]][:, ::-1]
    if character == "+":
        cross = np.zeros((CELL_HEIGHT, CELL_WIDTH), np.float32)
        middle, reach, half = BASE_LINE - CAP // 2, CAP // 3, 3
        cross[middle - half : middle + half, CELL_WIDTH // 2 - reach : CELL_WIDTH // 2 + reach] = 1
        cross[middle - reach : middle + reach, CELL_WIDTH // 2 - half : CELL_WIDTH // 2 + half] = 1
        return cross
    return np.zeros((CELL_HEIGHT, CELL_WIDTH), np.float32) if character == " " else face[_FACE_INDEX[character]]


def _print_code(rng, plane, lines, face, left, top, pitch):
    """Prints lines of code `pitch` pixels a character; returns the row below."""
    leading = pitch * rng.uniform(1.5, 3.0)
    for line in lines:
        ink = draw_code_line(line, face)
        size = (max(8, round(ink.shape[1] * pitch / PITCH)), max(8, round(CELL_HEIGHT * pitch / PITCH)))
        print_ink(plane, cv2.resize(ink, size, interpolation=cv2.INTER_AREA), left, top, rng.uniform(0.6, 1.0))
        top += leading
    return top


def _print_text(rng, plane, lines, font, left, top, size):
    """Prints lines of text `size` pixels high from a font file; returns the row below."""
    letters = ImageFont.truetype(font, 32)
    strength = rng.uniform(0.5, 1.0)
    for line in lines:
        image = Image.new("L", (max(8, int(letters.getlength(line)) + 4), 40), 0)
        ImageDraw.Draw(image).text((2, 32), line, font=letters, fill=255, anchor="ls")
        ink = np.asarray(image, dtype=np.float32) / 255
        shape = (max(4, round(ink.shape[1] * size / 32)), max(4, round(40 * size / 32)))
        print_ink(plane, cv2.resize(ink, shape, interpolation=cv2.INTER_AREA), left, top, strength)
        top += size * 1.3
    return top


def _digits(rng, count):
    return soup(rng, count, DIGITS)


def _slip_line(rng):
    """What the code line of a payment slip says: amounts, references and accounts, set apart by angles, crosses and blanks."""
    kind = rng.random()
    if kind < 0.4:
        return f"{_digits(rng, 12)}{_digits(rng, 1)}>{_digits(rng, int(rng.choice([16, 27])))}+ {_digits(rng, 9)}>"
    if kind < 0.7:
        # As long as a line of a zone, and filled up like one.
        length = int(rng.choice([30, 36, 44]))
        text = "<".join(_digits(rng, int(rng.integers(3, 12))) for _ in range(5))
        return (text + "<" * length)[:length]
    return "".join(f"{mark}{_digits(rng, int(rng.integers(4, 12)))}" for mark in rng.choice([" ", "<", ">", "+"], size=int(rng.integers(3, 6))))


def draw_payment_slip(rng, faces, height, width):
    """Fields and boxes, and at the bottom the line or lines that a machine reads."""
    plane = paper(rng, height, width)
    bottom = height * rng.uniform(0.6, 0.85)
    for _ in range(int(rng.integers(6, 18))):
        print_text(rng, plane, rng.uniform(0, width * 0.8), rng.uniform(0, bottom - 20), rng.uniform(8, 18))
    for _ in range(int(rng.integers(1, 5))):
        x, y = int(rng.uniform(0, width * 0.7)), int(rng.uniform(0, bottom * 0.8))
        cv2.rectangle(plane, (x, y), (x + int(rng.uniform(40, width * 0.4)), y + int(rng.uniform(15, 60))), float(rng.uniform(0.2, 0.7)), 1)
    lines = [_slip_line(rng) for _ in range(int(rng.integers(1, 4)))]
    pitch = min(rng.uniform(7, 18), width * 0.95 / max(len(line) for line in lines))
    _print_code(rng, plane, lines, choice(rng, faces), rng.uniform(0, width * 0.05), bottom, pitch)
    return plane


# What a line of a listing may say, and one of a ticket; `word()` is a new word each time.
_LISTING_LINES = (
    lambda rng, word: f"std::cout << {word().lower()} << '<' << {word().lower()} << std::endl;",
    lambda rng, word: f"#define {word()}_{word()} (1 << {int(rng.integers(32))})",
    lambda rng, word: f"{int(rng.integers(65536)):04X}: " + " ".join(f"{int(byte):02X}" for byte in rng.integers(256, size=16)),
    lambda rng, word: f"{_digits(rng, 6)}  MOV {word()[:4]},{word()[:3]}    CMP R{_digits(rng, 1)}<R{_digits(rng, 1)}    JLT {word()}",
    lambda rng, word: "<" * int(rng.integers(5, 20)) + f" {word()} {word()} " + "<" * int(rng.integers(5, 20)),
    lambda rng, word: f"template<typename {word().title()}, Map<{word().title()}, List<{word().title()}>>> {word().lower()}<{_digits(rng, 2)}>",
)
_TICKET_LINES = (
    lambda rng, word: f"M1{word()}/{word()}  E{soup(rng, 6)} {word()[:3]}{word()[:3]}XX {_digits(rng, 4)} {_digits(rng, 3)}Y{_digits(rng, 3)}A{_digits(rng, 4)} 100",
    lambda rng, word: (
        f"{word()[:3]} XX {word()[:3]}{_digits(rng, 3)}.{_digits(rng, 2)}XX {word()[:3]} Q{_digits(rng, 1)}.00 NUC{_digits(rng, 3)}.{_digits(rng, 2)}END ROE0.98"
    ),
    lambda rng, word: f"{word()} {word()}".ljust(30, ".") + f"{_digits(rng, 2)}.{_digits(rng, 2)}",
    lambda rng, word: f"ETKT {_digits(rng, 13)}  SEAT {_digits(rng, 2)}{word()[:1]}  GATE {word()[:1]}{_digits(rng, 2)}  {_digits(rng, 2)}DEC{_digits(rng, 2)}",
)


def _lines_of(rng, kinds, count):
    return [choice(rng, kinds)(rng, partial(random_word, rng)) for _ in range(count)]


def draw_listing(rng, faces, height, width):
    """Program text, dumps and logs on a fixed pitch, now and then in a face of zones."""
    plane = paper(rng, height, width)
    size = rng.uniform(9, 20)
    if rng.random() < 0.3:
        pitch = rng.uniform(7, 14)
        count = int(min(60, width * 0.95 / pitch))
        lines = [soup(rng, count, LETTERS + DIGITS + "<<<<<>>>     ") for _ in range(int(rng.integers(4, 12)))]
        _print_code(rng, plane, lines, choice(rng, faces), 5, rng.uniform(5, 40), pitch)
        return plane
    fonts = [font for font in imitation_fonts() if "Mono" in font]
    _print_text(rng, plane, _lines_of(rng, _LISTING_LINES, int(height / size / 1.3)), choice(rng, fonts), 6, 6, size)
    return plane


def draw_ticket(rng, faces, height, width):
    """Boarding passes and receipts: capitals and digits on a fixed pitch, in a typewriter face or one of zones."""
    plane = paper(rng, height, width)
    lines = _lines_of(rng, _TICKET_LINES, int(rng.integers(3, 12)))
    if rng.random() < 0.5:
        fonts = imitation_fonts()
        _print_text(rng, plane, lines, choice(rng, fonts), rng.uniform(2, 30), rng.uniform(5, height * 0.4), rng.uniform(9, 22))
        return plane
    spelt = ["".join(character if character in CHARACTERS else " " for character in line) for line in lines]
    pitch = min(rng.uniform(7, 16), width * 0.95 / max(len(line) for line in spelt))
    _print_code(rng, plane, spelt, choice(rng, faces), 4, rng.uniform(5, height * 0.3), pitch)
    return plane


def draw_letter(rng, faces, height, width):
    """Paragraphs in one of the common fonts, some in capitals only, with lists whose entries are led to their numbers."""
    plane = paper(rng, height, width)
    fonts = text_fonts()
    font, size, row = choice(rng, fonts), rng.uniform(9, 20), rng.uniform(5, 60)
    while row < height - size:
        capitals = rng.random() < 0.3
        lines = []
        for _ in range(int(rng.integers(1, 7))):
            line = " ".join(random_word(rng) for _ in range(int(rng.integers(3, 10))))
            lines.append(line if capitals else line.capitalize())
        if rng.random() < 0.2:
            leader = choice(rng, ".<-")
            lines = [line[:20].ljust(44, leader) + _digits(rng, 2) for line in lines]
        row = _print_text(rng, plane, lines, font, rng.uniform(5, 40), row, size) + size * rng.uniform(0.3, 2)
    return plane


LOOKALIKES = {"payment slips": draw_payment_slip, "listings": draw_listing, "tickets": draw_ticket, "letters": draw_letter}
