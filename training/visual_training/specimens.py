"""Pages of passports of Utopia that say the same in both zones, and forged ones that do not: for the bench of the visual zone and its tests."""

import unicodedata

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from mrz_training import camera
from mrz_training.alphabet import check_digit

from . import words
from .alphabet import TWINS
from .faces import random_face
from .line_strips import security_paper

WIDTH, HEIGHT = 125, 88  # millimetres of a page (ICAO Doc 9303, Part 4)
PITCH = 2.54
MONTHS = words.MONTHS[0]
# Left and base line of each value, millimetres; its label stands above it.
LAYOUT = {
    "document_number": ("Passport No. / Passeport N°", 88, 17),
    "surname": ("Surname / Nom", 42, 25),
    "given_names": ("Given names / Prénoms", 42, 33),
    "nationality": ("Nationality / Nationalité", 42, 41),
    "birth_date": ("Date of birth / Date de naissance", 42, 49),
    "sex": ("Sex / Sexe", 88, 49),
    "place_of_birth": ("Place of birth / Lieu de naissance", 42, 57),
    "issue_date": ("Date of issue / Date de délivrance", 42, 65),
    "authority": ("Authority / Autorité", 88, 57),
    "expiry_date": ("Date of expiry / Date d'expiration", 88, 65),
}
# The same fields as states arrange them otherwise: `label` says where a field's label stands.
#  stacked: labels small above their values, in two columns (ICAO Doc 9303, Part 3, 3.1)
#  inline:  labels before their values on one line, all in one size
#  shared:  date and place of birth, and the days of issue and expiry, under one label each
LAYOUTS = {
    "stacked": {"label": "above", "fields": LAYOUT},
    "inline": {
        "label": "before",
        "fields": {
            "document_number": ("Passport No.", 80, 14),
            "surname": ("1. Surname", 42, 20),
            "given_names": ("2. Given names", 42, 26),
            "nationality": ("3. Nationality", 42, 32),
            "sex": ("4. Sex", 42, 38),
            "birth_date": ("5. Date of birth", 42, 44),
            "place_of_birth": ("6. Place of birth", 42, 50),
            "issue_date": ("7. Date of issue", 42, 56),
            "expiry_date": ("8. Date of expiry", 42, 61),
            "authority": ("9. Issuing office", 42, 66),
        },
    },
    "shared": {
        "label": "above",
        "fields": {
            "document_number": ("Card No. / N° de carte", 88, 17),
            "surname": ("Surname / Nom", 42, 25),
            "given_names": ("Given names / Prénoms", 42, 33),
            "nationality": ("Nationality / Nationalité", 42, 41),
            "sex": ("Sex / Sexe", 88, 41),
            "birth_date": ("Date and place of birth / Date et lieu de naissance", 42, 49),
            "place_of_birth": ("", 68, 49),
            "authority": ("Issued by / Délivré par", 42, 57),
            "issue_date": ("Valid from - until / Valable du - au", 42, 65),
            "expiry_date": ("", 70, 65),
        },
    },
}
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


def random_person(rng):
    """What a page says, as printed for people, with its dates as (year, month, day)."""
    language = list(words.LANGUAGES.values())[int(rng.integers(len(words.LANGUAGES)))]

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


def zone_lines(person):
    """The two lines of a TD3 zone (Part 4, section 4.2)."""
    date = {key: f"{person[key][0] % 100:02d}{person[key][1]:02d}{person[key][2]:02d}" for key in ("birth_date", "expiry_date")}
    first = f"P<UTO{spell(person['surname'])}<<{spell(person['given_names'])}"[:44].ljust(44, "<")
    number = person["document_number"] + check_digit(person["document_number"])
    birth = date["birth_date"] + check_digit(date["birth_date"])
    expiry = date["expiry_date"] + check_digit(date["expiry_date"])
    optional = "<" * 14 + "0"
    second = f"{number}UTO{birth}{person['sex']}{expiry}{optional}"
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


def _write(image, x, base, text, path, cap, spread=None):
    """Text with capitals `cap` pixels high; with `spread`, each character on its own pitch."""
    probe = ImageFont.truetype(path, 200).getbbox("H", anchor="ls")
    font = ImageFont.truetype(path, 200 * cap / (probe[3] - probe[1]))
    pen = ImageDraw.Draw(image)
    if spread is None:
        pen.text((x, base), text, font=font, fill=255, anchor="ls")
        return
    for index, character in enumerate(text):
        pen.text((x + (index + 0.5) * spread, base), character, font=font, fill=255, anchor="ms")


def draw_page(rng, printed, lines, scale, face=None, layout="stacked", drawn=None):
    """A grey uint8 picture of a page, `scale` pixels a millimetre: `printed` for people in one of LAYOUTS, `lines` for machines, and ink 0..1 that is `drawn` on it."""
    size = (round(WIDTH * scale), round(HEIGHT * scale))
    image = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    double = 2 * scale
    text = "".join(str(value) for value in printed.values())
    path = face or random_face(rng, "".join(sorted(set(c for c in text if c.isalpha()))), held_out=True)
    for key, (label, x, base) in LAYOUTS[layout]["fields"].items():
        if key not in printed:
            continue
        value = printed[key]
        if isinstance(value, tuple):
            value = f"{value[2]:02d} {MONTHS[value[1] - 1]} {value[0]}" if rng.random() < 0.5 else f"{value[2]:02d}.{value[1]:02d}.{value[0]}"
        if LAYOUTS[layout]["label"] == "before":
            _write(image, x * double, base * double, f"{label}: {value}", path, 2 * double)
            continue
        _write(image, x * double, base * double, value, path, 2.3 * double)
        _write(image, x * double, (base - 3.4) * double, label, path, 1.2 * double)
    for index, line in enumerate(lines):
        _write(image, 6.6 * double, (HEIGHT - 11.6 - 3.2 + 6.4 * index + 1.2) * double, line, "/usr/share/fonts/opentype/ocr-b/OCRB.otf", 2.4 * double, PITCH * double)
    ink = cv2.resize(np.asarray(image, np.float32) / 255, size, interpolation=cv2.INTER_AREA)
    if drawn is not None:
        ink = np.maximum(ink, drawn)
    paper = security_paper(rng, (size[1], size[0]))
    paper[-round(21 * scale) :] = np.clip(paper[-round(21 * scale) :], 0.75, 1)
    cv2.ellipse(paper, (round(22 * scale), round(38 * scale)), (round(9 * scale), round(12 * scale)), 0, 0, 360, 0.45, -1, cv2.LINE_AA)
    page = camera.sensor(rng, camera.blur(rng, paper * (1 - 0.85 * ink), 0.12 * scale), 0.03)
    return np.uint8(np.clip(page, 0, 1) * 255)
