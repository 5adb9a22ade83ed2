"""Pages of passports of Utopia that say the same in both zones, and forged ones that do not: for the bench of the visual zone and its tests."""

import unicodedata

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from mrz_training import camera
from mrz_training.alphabet import check_digit

from . import words
from .alphabet import TWINS
from .arrangements import LAYOUTS, write_date
from .faces import random_face
from .line_strips import security_paper

WIDTH, HEIGHT = 125, 88  # millimetres of a page (ICAO Doc 9303, Part 4)
PITCH = 2.54
# From a label's place to its value's, millimetres to the right and down.
_FROM_LABEL = {"above": (0, 3.4), "below": (0, -2.4), "beside": (32, 0), "before": (0, 0)}
# What one character is changed of, by kind of forgery.
FORGEABLE = {"text": ("document_number", "surname", "given_names"), "dates": ("birth_date", "expiry_date")}
_SPELLINGS = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Æ": "AE", "Ø": "OE", "Œ": "OE", "Þ": "TH", "ß": "SS", "Đ": "D", "Ħ": "H", "Ł": "L", "Ə": "E", "ı": "I", "İ": "I"}


def spell(text):
    """A name as a zone spells it (Part 3, section 6)."""
    spelt = []
    for character in text.upper():
        plain = _SPELLINGS.get(character) or unicodedata.normalize("NFD", character)[0]
        spelt.append(plain if plain.isalpha() else "" if plain == "'" else "<")
    return "".join(spelt)


def random_person(rng, language=None):
    """What a page says, as printed for people, with its dates as (year, month, day); names of one language, of any where none is named."""
    drawn = list(words.LANGUAGES)[int(rng.integers(len(words.LANGUAGES)))]
    language = words.LANGUAGES[language or drawn]

    def pick(values):
        return values[int(rng.integers(len(values)))]

    def day(first, last):
        return (int(rng.integers(first, last)), int(rng.integers(1, 13)), int(rng.integers(1, 29)))

    issue = day(2016, 2025)
    number = "".join(pick("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(2)) + "".join(pick("0123456789") for _ in range(7))
    person = {
        "document_number": number,
        "surname": pick([word for word in language["family"].split() if len(word) > 4]).upper(),
        "given_names": pick([word for word in language["given"].split() if len(word) > 3]).upper(),
        "nationality": "UTOPIAN / UTOPIENNE",
        "sex": pick("MF"),
        "place_of_birth": pick(language["places"].split()).upper(),
        "authority": "REPUBLIC OF UTOPIA",
        "birth_date": day(1940, 2005),
        "issue_date": issue,
        "expiry_date": (issue[0] + 10, issue[1], issue[2]),
    }
    # As the recogniser names signs that look the same.
    return {key: value if isinstance(value, tuple) else "".join(TWINS.get(character, character) for character in value) for key, value in person.items()}


def zone_lines(person, state="UTO"):
    """The two lines of a TD3 zone (Part 4, section 4.2)."""
    date = {key: f"{person[key][0] % 100:02d}{person[key][1]:02d}{person[key][2]:02d}" for key in ("birth_date", "expiry_date")}
    state = state.ljust(3, "<")
    first = f"P<{state}{spell(person['surname'])}<<{spell(person['given_names'])}"[:44].ljust(44, "<")
    number = person["document_number"] + check_digit(person["document_number"])
    birth = date["birth_date"] + check_digit(date["birth_date"])
    expiry = date["expiry_date"] + check_digit(date["expiry_date"])
    optional = "<" * 14 + "0"
    second = f"{number}{state}{birth}{person['sex']}{expiry}{optional}"
    return [first, second + check_digit(number + birth + expiry + optional)]


def forge(rng, person, key):
    """The same page with one character of a value exchanged for an unlike one; of a date one digit, or for one in four all of it."""
    if isinstance(person[key], tuple):
        return {**person, key: _other_date(rng, person, key)}
    text = person[key]
    # A name may have none but letters that many others look like, or with accents.
    places = [at for at, character in enumerate(text) if character in "ABDEGHKLMNPRSTUVXZ23456789"] or [at for at, character in enumerate(text) if character.isalnum()]
    at = places[int(rng.integers(len(places)))]
    unlike = "ADEGHKLMNPRSTUVXZ" if text[at].isalpha() else "23456789"
    others = [character for character in unlike if character != text[at]]
    return {**person, key: text[:at] + others[int(rng.integers(len(others)))] + text[at + 1 :]}


def _other_date(rng, person, key):
    """A day that the zone can tell from the one of the page, on the same side of the day of issue."""
    genuine = person[key]
    is_one_digit = rng.random() < 0.75
    first, last = (1930, person["issue_date"][0] - 1) if key == "birth_date" else (person["issue_date"][0] + 1, 2039)
    days = [(year, month, day) for year in range(first, last + 1) for month in range(1, 13) for day in range(1, 29) if year // 100 == genuine[0] // 100]
    digits = {day: "{:04d}{:02d}{:02d}".format(*day) for day in (*days, genuine)}
    distance = {day: sum(a != b for a, b in zip(digits[day], digits[genuine], strict=True)) for day in days}
    others = [day for day in days if (distance[day] == 1 if is_one_digit else distance[day] > 1)]
    return others[int(rng.integers(len(others)))]


def _write(image, x, base, text, path, cap, spread=None, most=None):
    """Text with capitals `cap` pixels high, or less where it is wider than `most`; with `spread`, each character on its own pitch."""
    probe = ImageFont.truetype(path, 200).getbbox("H", anchor="ls")
    font = ImageFont.truetype(path, 200 * cap / (probe[3] - probe[1]))
    if most is not None and font.getlength(text) > most:
        font = ImageFont.truetype(path, font.size * most / font.getlength(text))
    pen = ImageDraw.Draw(image)
    if spread is None:
        pen.text((x, base), text, font=font, fill=255, anchor="ls")
        return
    for index, character in enumerate(text):
        pen.text((x + (index + 0.5) * spread, base), character, font=font, fill=255, anchor="ms")


def draw_page(rng, printed, lines, scale, face=None, layout="stacked", drawn=None):
    """A grey uint8 picture of a page, `scale` pixels a millimetre: `printed` for people in one of LAYOUTS, `lines` for machines, and ink 0..1 that is `drawn` on it. Beside it the texts that stand there, by the keys of `printed`."""
    size = (round(WIDTH * scale), round(HEIGHT * scale))
    image = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    double = 2 * scale
    text = "".join(str(value) for value in printed.values())
    path = face or random_face(rng, "".join(sorted(set(c for c in text if c.isalpha()))), held_out=True)
    cells, texts = LAYOUTS[layout]["cells"], {}
    for key, x, base, label, *own in cells:
        right, down = _FROM_LABEL[LAYOUTS[layout]["label"]]
        most = min([other for _, other, row, *_ in cells if row == base and other > x] + [WIDTH]) - x - 1
        value = printed.get(key, own[0] if own else "")
        if isinstance(value, tuple):
            value = write_date(rng, layout, value)
        texts[key] = value
        if LAYOUTS[layout]["label"] == "before":
            _write(image, x * double, base * double, f"{label}: {value}", path, 2 * double, most=most * double)
            continue
        _write(image, (x + right) * double, base * double, value, path, 2.3 * double, most=(most - right) * double)
        _write(image, x * double, (base - down) * double, label, path, 1.2 * double, most=most * double)
    for index, line in enumerate(lines):
        _write(image, 6.6 * double, (HEIGHT - 11.6 - 3.2 + 6.4 * index + 1.2) * double, line, "/usr/share/fonts/opentype/ocr-b/OCRB.otf", 2.4 * double, PITCH * double)
    ink = cv2.resize(np.asarray(image, np.float32) / 255, size, interpolation=cv2.INTER_AREA)
    if drawn is not None:
        ink = np.maximum(ink, drawn)
    paper = security_paper(rng, (size[1], size[0]))
    paper[-round(21 * scale) :] = np.clip(paper[-round(21 * scale) :], 0.75, 1)
    cv2.ellipse(paper, (round(22 * scale), round(38 * scale)), (round(9 * scale), round(12 * scale)), 0, 0, 360, 0.45, -1, cv2.LINE_AA)
    page = camera.sensor(rng, camera.blur(rng, paper * (1 - 0.85 * ink), 0.12 * scale), 0.03)
    return np.uint8(np.clip(page, 0, 1) * 255), {key: texts.get(key, value) for key, value in printed.items()}
