"""PassportEye as its README calls it: read_mrz(file)."""

import warnings

from answer_questions import answer_questions, tesseract_version

warnings.simplefilter("ignore")

import passporteye  # noqa: E402
from passporteye.mrz.text import MRZOCRCleaner  # noqa: E402


def read(path):
    mrz = passporteye.read_mrz(path)
    if mrz is None:
        return {"lines": []}
    answer = {"lines": MRZOCRCleaner.apply(mrz.aux["raw_text"]), "score": mrz.valid_score}
    if mrz.mrz_type is not None:
        names = ["number", "date_of_birth", "expiration_date", "surname", "names"]
        answer |= {"form": {name: getattr(mrz, name) for name in names}, "checks_hold": all(mrz.valid_check_digits)}
    return answer


answer_questions({"version": f"{passporteye.__version__} (Tesseract {tesseract_version()})", "licence": "MIT"}, read)
