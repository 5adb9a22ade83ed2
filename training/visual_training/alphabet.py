"""The characters of the visual zone that the text recogniser knows: Latin script with the accents of ICAO Doc 9303, Part 3, section 6, digits, punctuation."""

DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SMALL = CAPITALS.lower()
ACCENTED_CAPITALS = "ÀÁÂÃÄÅĀĂĄÆÇĆČĊĎĐÈÉÊËĒĖĘĚĞĢĠĦÌÍÎÏĪĮİĶŁĹĽĻÑŃŇŅÒÓÔÕÖŌŐØŒŔŘŚŠŞŤŢÙÚÛÜŪŮŰŲÝŸŹŻŽÞƏ"
ACCENTED_SMALL = "àáâãäåāăąæçćčċďđèéêëēėęěğģġħìíîïīįıķłĺľļñńňņòóôõöōőøœŕřśšşťţùúûüūůűųýÿźżžþəðß"
PUNCTUATION = " .,:;-'/()&*+#\"<>°ºª@"

CHARACTERS = DIGITS + CAPITALS + SMALL + ACCENTED_CAPITALS + ACCENTED_SMALL + PUNCTUATION
BLANK = 0
CLASSES = len(CHARACTERS) + 1

# Signs that look the same in print share a class.
TWINS = {"Ș": "Ş", "ș": "ş", "Ț": "Ţ", "ț": "ţ", "Ð": "Đ", "’": "'", "‘": "'", "–": "-", "—": "-", "ẞ": "ß"}
_CLASS_OF = {character: index + 1 for index, character in enumerate(CHARACTERS)}
_CLASS_OF.update({twin: _CLASS_OF[character] for twin, character in TWINS.items()})


def encode(text: str) -> list[int]:
    """Class numbers of `text`; class 0 is the CTC blank."""
    return [_CLASS_OF[character] for character in text]


def known(text: str) -> bool:
    """Whether every character has a class."""
    return all(character in _CLASS_OF for character in text)


def decode_greedy(classes) -> str:
    """The text of the most probable class at every step: repeats merged, blanks dropped."""
    text, previous = [], BLANK
    for value in classes:
        value = int(value)
        if value != previous and value != BLANK:
            text.append(CHARACTERS[value - 1])
        previous = value
    return "".join(text)
