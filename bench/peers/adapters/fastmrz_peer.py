"""FastMRZ: one look at the picture for the text, then its own parser. First argument: the folder with mrz.traineddata."""

import sys
from importlib.metadata import version

from answer_questions import answer_questions, tesseract_version
from fastmrz import FastMRZ

reader = FastMRZ(tessdata_path=sys.argv[1])


def date(text):
    """FastMRZ says 1974-08-12 where 740812 is printed."""
    return text[2:].replace("-", "")


def read(path):
    text = reader.get_details(path, ignore_parse=True)
    answer = {"lines": text.split("\n") if text else []}
    try:
        found = reader.get_details(text, input_type="text")
    except (ValueError, IndexError, KeyError):  # its parser fails on lines that it read wrong
        return answer
    if "mrz_type" not in found:
        return answer
    answer["form"] = {
        "number": found["document_number"],
        "date_of_birth": date(found["birth_date"]),
        "expiration_date": date(found["expiry_date"]),
        "surname": found["surname"],
        "names": found["given_name"],
    }
    answer["checks_hold"] = found["status"] == "SUCCESS"
    return answer


answer_questions({"version": f"{version('fastmrz')} (Tesseract {tesseract_version()})", "licence": "AGPL-3.0"}, read)
