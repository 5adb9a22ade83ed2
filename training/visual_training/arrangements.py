"""How pages arrange their fields: three general ways, and the passports of States in the manner of which pages are drawn for the bench."""

import json
import os

_OF_STATES = os.path.join(os.path.dirname(__file__), "..", "..", "packages", "reader", "test", "visual", "arrangements.json")
_FIRST_ROW, _LAST_ROW = 17, 65  # millimetres from the upper edge of a page
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

# Each cell is a field, the left and the base line of its value in millimetres, its label, and what it says where that is no person's: cells without
# a field, `other`, are of no interest to a reader; `names` are all names in one value.
#  label `above` its value, `before` it on one line in one size, `beside` it in a column of its own, or `below`
_GENERAL = {
    # labels small above their values, in two columns (ICAO Doc 9303, Part 3, 3.1)
    "stacked": {
        "label": "above",
        "cells": (
            ("document_number", 88, 17, "Passport No. / Passeport N°"),
            ("surname", 42, 25, "Surname / Nom"),
            ("given_names", 42, 33, "Given names / Prénoms"),
            ("nationality", 42, 41, "Nationality / Nationalité"),
            ("birth_date", 42, 49, "Date of birth / Date de naissance"),
            ("sex", 88, 49, "Sex / Sexe"),
            ("place_of_birth", 42, 57, "Place of birth / Lieu de naissance"),
            ("issue_date", 42, 65, "Date of issue / Date de délivrance"),
            ("authority", 88, 57, "Authority / Autorité"),
            ("expiry_date", 88, 65, "Date of expiry / Date d'expiration"),
        ),
    },
    # labels before their values on one line, all in one size
    "inline": {
        "label": "before",
        "cells": (
            ("document_number", 80, 14, "Passport No."),
            ("surname", 42, 20, "1. Surname"),
            ("given_names", 42, 26, "2. Given names"),
            ("nationality", 42, 32, "3. Nationality"),
            ("sex", 42, 38, "4. Sex"),
            ("birth_date", 42, 44, "5. Date of birth"),
            ("place_of_birth", 42, 50, "6. Place of birth"),
            ("issue_date", 42, 56, "7. Date of issue"),
            ("expiry_date", 42, 61, "8. Date of expiry"),
            ("authority", 42, 66, "9. Issuing office"),
        ),
    },
    # date and place of birth, and the days of issue and expiry, under one label each
    "shared": {
        "label": "above",
        "cells": (
            ("document_number", 88, 17, "Card No. / N° de carte"),
            ("surname", 42, 25, "Surname / Nom"),
            ("given_names", 42, 33, "Given names / Prénoms"),
            ("nationality", 42, 41, "Nationality / Nationalité"),
            ("sex", 88, 41, "Sex / Sexe"),
            ("birth_date", 42, 49, "Date and place of birth / Date et lieu de naissance"),
            ("place_of_birth", 68, 49, ""),
            ("authority", 42, 57, "Issued by / Délivré par"),
            ("issue_date", 42, 65, "Valid from - until / Valable du - au"),
            ("expiry_date", 70, 65, ""),
        ),
    },
}


def _of_states():
    with open(_OF_STATES) as file:
        arrangements = json.load(file)
    named = {}
    for arrangement in arrangements:
        rows = arrangement["rows"]
        pitch = (_LAST_ROW - _FIRST_ROW) / (len(rows) - 1)
        cells = tuple((key, x, _FIRST_ROW + index * pitch, *texts) for index, row in enumerate(rows) for key, x, *texts in row)
        named[arrangement["name"]] = {"label": "above", "language": "english", **arrangement, "cells": cells}
    return named


OF_STATES = _of_states()
LAYOUTS = {**_GENERAL, **OF_STATES}


def person_of(layout, person):
    """What a page in this arrangement says of a person: its own words of nationality, place and authority, and the fields that it has."""
    cells = LAYOUTS[layout]["cells"]
    names = {"surname": person["surname"], "given_names": person["given_names"]}
    values = {key: own[0].format(**names) if own else person[key] for key, _, _, _, *own in cells if key != "other"}
    return {**names, **values}


def write_date(rng, layout, date):
    """A date, (year, month, day), as the arrangement prints it: in digits, or with the month in one or two languages."""
    year, month, day = date
    pattern = LAYOUTS[layout].get("dates") or ("DD EEE YYYY" if rng.random() < 0.5 else "DD.MM.YYYY")
    months = LAYOUTS[layout].get("months", "").split() or MONTHS
    parts = {"YYYY": str(year), "YY": f"{year % 100:02d}", "DD": f"{day:02d}", "EEE": MONTHS[month - 1], "MMM": months[month - 1], "MM": f"{month:02d}"}
    for sign, text in parts.items():
        pattern = pattern.replace(sign, f"{{{list(parts).index(sign)}}}")
    return pattern.format(*parts.values())
