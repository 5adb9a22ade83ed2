"""Random texts for machine readable zones: valid documents, near misses and plain character soup."""

from .alphabet import CHARACTERS, check_digit

LETTERS = CHARACTERS[10:36]
DIGITS = CHARACTERS[:10]
STATES = (
    "UTO D<< AUT BEL BGR CHE CYP CZE DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MCO MLT NLD NOR POL PRT ROU SRB SVK SVN "
    "SWE TUR UKR USA CAN MEX BRA ARG CHL COL PER ECU AUS NZL CHN JPN KOR IND PAK BGD VNM THA IDN MYS PHL SGP HKG TWN ARE SAU QAT KWT IRN IRQ "
    "ISR EGY MAR DZA TUN NGA GHA KEN ZAF ETH RUS KAZ UZB GEO ARM AZE MDA ALB BIH MKD MNE RKS UNO XXA XXB"
).split()
# Syllables that make names of many shapes; letters that check digits cannot tell apart are well represented.
_SYLLABLES = (
    "AN MA RI KO WI MO HA NO SZ CZ KH GH QU XA YU ZE IL LI OO UW VA WA MM NN HM WH KI KA SK EL SE CE GE JO JI IJ PE FE BE DA DO OD QA TH TR ST SCH "
    "LL RR SS TT UE AE OE IA IO EI OU BR DR KR GR VR AL OL IN ON ER EN AK EK IK OK UK HU UM WE WO YA YE FO FU PU GU RU"
).split()


def choice(rng, items):
    """One of `items`, each as likely."""
    return items[int(rng.integers(len(items)))]


def random_word(rng, low=1, high=4):
    """A pronounceable or merely possible name of `low` to `high` syllables."""
    if rng.random() < 0.2:
        return soup(rng, int(rng.integers(1, 10)), LETTERS)
    return "".join(choice(rng, _SYLLABLES) for _ in range(int(rng.integers(low, high + 1))))


def soup(rng, length, characters=CHARACTERS):
    """`length` independent characters."""
    return "".join(characters[i] for i in rng.integers(len(characters), size=length))


def _fit(text, length):
    return text[:length].ljust(length, "<")


def names(rng, length):
    """Surname and given names as Part 3, section 4.6 joins them, filled or cut to `length`."""
    surname = "<".join(random_word(rng) for _ in range(1 + int(rng.random() < 0.3)))
    given = "<".join(random_word(rng) for _ in range(int(rng.integers(0, 4))))
    return _fit(surname + "<<" + given, length)


def _date(rng):
    return f"{rng.integers(100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 32):02d}"


def _number(rng, length=9):
    filled = length if rng.random() < 0.8 else int(rng.integers(5, length + 1))
    kind = rng.random()
    if kind < 0.4:
        text = soup(rng, filled, DIGITS)
    elif kind < 0.7:
        text = soup(rng, int(rng.integers(1, 3)), LETTERS) + soup(rng, filled, DIGITS)
    else:
        text = soup(rng, filled, CHARACTERS[:36])
    return _fit(text[:filled], length)


def _optional(rng, length):
    kind = rng.random()
    if kind < 0.55:
        return "<" * length
    return _fit(soup(rng, int(rng.integers(1, length + 1)), DIGITS if kind < 0.8 else CHARACTERS), length)


def _sex(rng):
    return "MF<X"[min(3, int(rng.random() * 2.15))]


def _with_digit(text):
    return text + check_digit(text)


def td1(rng):
    """Three lines of 30 (Part 5, section 4.2.2)."""
    code = choice(rng, ["I<", "ID", "IP", "AC", "C<", "CR", "IR", "I" + soup(rng, 1, LETTERS)])
    first = code + choice(rng, STATES) + _with_digit(_number(rng)) + _optional(rng, 15)
    second = _with_digit(_date(rng)) + _sex(rng) + _with_digit(_date(rng)) + choice(rng, STATES) + _optional(rng, 11)
    composite = check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return [first, second + composite, names(rng, 30)]


def _two_lines(rng, code, length, optional, composite):
    first = code + choice(rng, STATES) + names(rng, length - 5)
    second = _with_digit(_number(rng)) + choice(rng, STATES) + _with_digit(_date(rng)) + _sex(rng) + _with_digit(_date(rng)) + optional
    if composite:
        second += check_digit(second[0:10] + second[13:20] + second[21:])
    return [first, second]


def td2(rng):
    """Two lines of 36 (Part 6, section 4.2.2)."""
    return _two_lines(rng, choice(rng, ["I<", "ID", "AC", "C<"]), 36, _optional(rng, 7), True)


def td3(rng):
    """Two lines of 44 (Part 4, section 4.2.2)."""
    personal = _optional(rng, 14)
    digit = "<" if personal == "<" * 14 and rng.random() < 0.5 else check_digit(personal)
    return _two_lines(rng, choice(rng, ["P<", "P<", "P<", "PP", "PD", "PO", "P" + soup(rng, 1, LETTERS)]), 44, personal + digit, True)


def visa(rng):
    """MRV-A or MRV-B (Part 7, sections 4.2 and 5.2)."""
    length = choice(rng, [44, 36])
    return _two_lines(rng, choice(rng, ["V<", "VI", "VN", "V" + soup(rng, 1, LETTERS)]), length, _optional(rng, length - 28), False)


def french_card(rng):
    """The French identity card before 2021: two lines of 36."""
    first = _fit("IDFRA" + random_word(rng), 30) + soup(rng, 6, DIGITS)
    second = _with_digit(soup(rng, 12, DIGITS)) + _fit(random_word(rng) + "<<" + random_word(rng), 14) + _with_digit(_date(rng)) + _sex(rng)
    return [first, second + check_digit(first + second)]


_VISA_LENGTHS = {"MRVA": 44, "MRVB": 36}


def of_format(rng, name):
    """Lines of one format: TD1, TD2, TD3, MRVA, MRVB or FRA-ID."""
    if name not in _VISA_LENGTHS:
        return {"TD1": td1, "TD2": td2, "TD3": td3, "FRA-ID": french_card}[name](rng)
    while True:
        lines = visa(rng)
        if len(lines[0]) == _VISA_LENGTHS[name]:
            return lines


def random_document(rng):
    """Lines of one zone: mostly valid documents, sometimes one-liners, sometimes soup that no grammar could guess."""
    kind = rng.random()
    if kind < 0.30:
        return td3(rng)
    if kind < 0.55:
        return td1(rng)
    if kind < 0.67:
        return td2(rng)
    if kind < 0.77:
        return visa(rng)
    if kind < 0.80:
        return french_card(rng)
    if kind < 0.83:
        return [_with_digit(_fit("D1" + choice(rng, STATES) + soup(rng, 14), 29))]
    lines, length = choice(rng, [(2, 44), (3, 30), (2, 36), (1, 30)])
    fillers = rng.random() * 0.5
    return ["".join("<" if rng.random() < fillers else c for c in soup(rng, length)) for _ in range(lines)]
