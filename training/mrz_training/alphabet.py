"""The characters of a machine readable zone (ICAO Doc 9303, Part 3, section 4.3), in the order of the recogniser's classes."""

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
BLANK = 0
CLASSES = len(CHARACTERS) + 1

_CLASS_OF = {character: index + 1 for index, character in enumerate(CHARACTERS)}
_WEIGHTS = (7, 3, 1)


def encode(text: str) -> list[int]:
    """Class numbers of `text`; class 0 is the CTC blank."""
    return [_CLASS_OF[character] for character in text]


def decode_greedy(classes) -> str:
    """The text of the most probable class at every step: repeats merged, blanks dropped."""
    text, previous = [], BLANK
    for value in classes:
        value = int(value)
        if value != previous and value != BLANK:
            text.append(CHARACTERS[value - 1])
        previous = value
    return "".join(text)


def check_digit(text: str) -> str:
    """The 7-3-1 check digit of `text` (ICAO Doc 9303, Part 3, section 4.9)."""
    total = 0
    for index, character in enumerate(text):
        value = 0 if character == "<" else CHARACTERS.index(character)
        total += value * _WEIGHTS[index % 3]
    return str(total % 10)
