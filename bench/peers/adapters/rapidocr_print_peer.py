"""RapidOCR (PP-OCRv6 small) on the whole picture: lines of text with their boxes.

Without the classifier that turns lines by 180 degrees: it turns lines of capitals that stand upright. One thread, as all peers have.
"""

from importlib.metadata import version

from answer_questions import answer_questions
from rapidocr import RapidOCR

reader = RapidOCR(
    params={
        "Global.use_cls": False,
        "Global.log_level": "error",
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
)


def read(path):
    found = reader(path)
    if found.txts is None:
        return {"lines": []}
    lines = []
    for text, score, box in zip(found.txts, found.scores, found.boxes, strict=True):
        xs, ys = [float(x) for x, _ in box], [float(y) for _, y in box]
        lines.append({"text": text, "confidence": float(score), "box": [min(xs), min(ys), max(xs), max(ys)]})
    return {"lines": lines}


answer_questions({"version": f"{version('rapidocr')}, PP-OCRv6 small", "licence": "Apache-2.0"}, read)
