"""What stands on a line of the visual zone: put together at random from tables and from letters, so that it describes nobody."""

import numpy as np

from . import words
from .alphabet import ACCENTED_CAPITALS, ACCENTED_SMALL, CAPITALS, CHARACTERS, DIGITS, SMALL, TWINS, known

_LONGEST = 44
_LANGUAGES = tuple(words.LANGUAGES.values())
_COUNTRIES = words.COUNTRIES.split()


def _pick(rng, values):
    return values[int(rng.integers(len(values)))]


def _digits(rng, count):
    return "".join(_pick(rng, DIGITS) for _ in range(count))


def _letters(rng, count, letters=CAPITALS):
    return "".join(_pick(rng, letters) for _ in range(count))


def invented_word(rng, accents):
    """Letters in an order that no dictionary knows, with the accents of a language."""
    word = []
    for index in range(int(rng.integers(2, 11))):
        letters = "aeiouy" if index % 2 else "bcdfghjklmnpqrstvwxz"
        if accents and rng.random() < 0.28:
            letters = accents
        word.append(_pick(rng, letters))
    return "".join(word).capitalize()


def _word(rng, kind):
    language = _pick(rng, _LANGUAGES)
    if rng.random() < 0.45:
        return invented_word(rng, language["accents"])
    return _pick(rng, language[kind].split())


def _names(rng):
    kind = "given" if rng.random() < 0.5 else "family"
    joint = _pick(rng, [" ", " ", " ", "-", ", ", " de ", "'"])
    count = int(rng.choice([1, 2, 3], p=[0.5, 0.4, 0.1]))
    return joint.join(_word(rng, kind) for _ in range(count))


def _day(rng):
    """One date as a document prints it."""
    day, month, year = int(rng.integers(1, 32)), int(rng.integers(1, 13)), int(rng.integers(1900, 2060))
    years = f"{year % 100:02d}" if rng.random() < 0.22 else str(year)
    if rng.random() < 0.6:
        mark = _pick(rng, [".", ".", ".", " ", " ", "/", "/", "-", ". ", " / ", " - ", " . ", ""])
        if rng.random() < 0.12:
            return mark.join([str(year), f"{month:02d}", f"{day:02d}"])
        return mark.join([f"{day:02d}", f"{month:02d}", years]) + ("." if mark == "." and rng.random() < 0.15 else "")
    name = _pick(rng, words.MONTHS)[month - 1]
    if rng.random() < 0.3:
        mark = _pick(rng, ["/", " /", " / ", "/ "])
        name = name + mark + _pick(rng, words.MONTHS)[month - 1]
    if rng.random() < 0.1:
        return f"{name} {day}, {years}" if rng.random() < 0.5 else f"{name} {day:02d} {years}"
    mark = _pick(rng, [" ", " ", " ", " ", "", ".", "-", "/", ". "])
    return mark.join([f"{day:02d}" if rng.random() < 0.8 else str(day), name, years])


def _date(rng):
    """A date, sometimes with another or with a place beside it."""
    kind = rng.random()
    if kind < 0.9:
        return _day(rng)
    if kind < 0.95:
        return _day(rng) + _pick(rng, [" - ", " / ", " ", "-"]) + _day(rng)
    return _day(rng) + _pick(rng, [" ", " / ", ", "]) + _word(rng, "places")


def _number(rng):
    kind = rng.random()
    if kind < 0.25:
        return _digits(rng, int(rng.integers(5, 14)))
    if kind < 0.6:
        return _letters(rng, int(rng.integers(1, 4))) + (" " if rng.random() < 0.2 else "") + _digits(rng, int(rng.integers(5, 9)))
    if kind < 0.8:
        return _letters(rng, int(rng.integers(7, 11)), "CFGHJKLMNPRTVWXYZ0123456789")
    parts = [_digits(rng, int(rng.integers(2, 7))) for _ in range(int(rng.integers(2, 4)))]
    text = _pick(rng, ["-", "/", " ", "."]).join(parts)
    return text + (_letters(rng, 1) if rng.random() < 0.3 else "")


def _short(rng):
    """Sex, height, state, type of document and the like."""
    kind = rng.random()
    if kind < 0.3:
        first, second = _letters(rng, 1, "MFKQVSŽNXHDZ"), _letters(rng, 1, "MFX")
        return first if rng.random() < 0.5 else first + _pick(rng, ["/", " / ", " /"]) + second
    if kind < 0.55:
        height = int(rng.integers(140, 210))
        return _pick(rng, [f"{height}", f"{height} cm", f"{height} CM", f"1,{height % 100:02d} m", f"1.{height % 100:02d}"])
    return _letters(rng, int(rng.integers(1, 4)))


def _place(rng):
    place = _word(rng, "places")
    kind = rng.random()
    if kind < 0.6:
        return place
    if kind < 0.75:
        return f"{place} ({_letters(rng, 2)})"
    if kind < 0.9:
        return f"{place}{_pick(rng, ['/', ' / ', ', ', ' '])}{_word(rng, 'places')}"
    return f"{place} {_letters(rng, 3)}"


def _filled(rng, templates):
    values = {"n": int(rng.integers(1, 200)), "n2": int(rng.integers(1, 10)), "z": _digits(rng, 5), "s": _letters(rng, 2)}
    return _pick(rng, templates).format(p=_word(rng, "places"), f=_word(rng, "family"), **values)


def _label(rng):
    labels = [_pick(rng, words.LABELS) for _ in range(int(rng.choice([1, 2, 3], p=[0.6, 0.3, 0.1])))]
    text = _pick(rng, ["/", " / ", " "]).join(labels)
    kind = rng.random()
    if kind < 0.1:
        return f"{int(rng.integers(1, 20))}. {text}"
    return text + (":" if kind < 0.3 else "")


def _country(rng):
    return _pick(rng, ["/", " / ", " "]).join(_pick(rng, _COUNTRIES) for _ in range(int(rng.choice([1, 2, 3], p=[0.6, 0.3, 0.1]))))


def _soup(rng):
    """Any characters, so that each one is seen often, also the rare."""
    letters = _pick(rng, [CHARACTERS, CAPITALS + ACCENTED_CAPITALS + DIGITS, CAPITALS + ACCENTED_CAPITALS, SMALL + ACCENTED_SMALL, CAPITALS + DIGITS])
    return _letters(rng, int(rng.integers(1, 16)), letters)


_KINDS = (
    (0.24, _names), (0.15, _date), (0.13, _number), (0.04, _short), (0.10, _place), (0.07, lambda rng: _filled(rng, words.AUTHORITIES)),
    (0.07, lambda rng: _filled(rng, words.STREETS)), (0.09, _label), (0.04, _country), (0.07, _soup),
)  # fmt: skip
_SHARES = np.array([share for share, _ in _KINDS])
_SHARES = _SHARES / _SHARES.sum()


def random_text(rng) -> str:
    """One line, 1 to 44 characters that the alphabet knows; mostly capitals, as documents print values."""
    kind = _KINDS[int(rng.choice(len(_KINDS), p=_SHARES))][1]
    text = kind(rng)
    if kind not in (_label, _soup) and rng.random() < 0.66:
        text = text.upper()
    if kind is _label and rng.random() < 0.2:
        text = text.upper()
    text = "".join(TWINS.get(character, character) for character in text)[:_LONGEST].strip()
    return text if text and known(text) else random_text(rng)
