"""Tesseract on the whole picture, looking for sparse text: lines with their boxes. Argument: languages."""

import sys

import pytesseract
from answer_questions import answer_questions, tesseract_version
from PIL import Image

(languages,) = sys.argv[1:]


def read(path):
    with Image.open(path) as picture:
        words = pytesseract.image_to_data(picture.convert("L"), lang=languages, config="--psm 11", output_type=pytesseract.Output.DICT)
    lines = {}
    for index, text in enumerate(words["text"]):
        if text.strip():
            key = words["block_num"][index], words["par_num"][index], words["line_num"][index]
            left, top = words["left"][index], words["top"][index]
            box = left, top, left + words["width"][index], top + words["height"][index]
            lines.setdefault(key, []).append((text, float(words["conf"][index]) / 100, box))
    return {
        "lines": [
            {
                "text": " ".join(text for text, _, _ in line),
                "confidence": min(confidence for _, confidence, _ in line),
                "box": [min(b[0] for *_, b in line), min(b[1] for *_, b in line), max(b[2] for *_, b in line), max(b[3] for *_, b in line)],
            }
            for line in lines.values()
        ]
    }


answer_questions({"version": f"{tesseract_version()}, {languages}.traineddata", "licence": "Apache-2.0"}, read)
