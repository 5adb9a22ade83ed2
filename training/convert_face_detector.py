"""Converts the face detector of MediaPipe from TensorFlow Lite to ONNX, and enters it into the manifest; see README.md.

Held against TensorFlow Lite's own interpreter: a file that computes other numbers is refused.
"""

import argparse
import hashlib
import json
import os

import numpy as np
import onnx
import onnxruntime
from ai_edge_litert.interpreter import Interpreter

from face_detector.tflite_graph import TfliteGraph
from face_detector.to_onnx import OnnxWriter

SOURCE = {
    "package": "@mediapipe/face_detection@0.4.1657300184",
    "file": "face_detection_full_range.tflite",
    "sha256": "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
    "licence": "Apache-2.0",
}
INPUT = {"name": "picture", "shape": [1, 1, 192, 192], "meaning": "grey 0..1"}
OUTPUT = {"name": "faces", "shape": [1, 2304, 17], "meaning": "for each cell of 4 x 4 pixels a logit, then centre, width, height and six points from the cell's middle, in pixels"}
FILE = "face-detector.onnx"
# The largest difference of a number (pixels, logits) before bits are saved: the order of sums.
TOLERANCE = 2e-3


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help=f"{SOURCE['file']} of the npm package {SOURCE['package']}")
    parser.add_argument("--out", default="../packages/reader/models")
    options = parser.parse_args()
    digest = sha256(options.source)
    if digest != SOURCE["sha256"]:
        raise SystemExit(f"{options.source} is another file: its SHA-256 is {digest}")
    graph = TfliteGraph(options.source)
    parity = measure_parity(options.source, OnnxWriter(graph, 32).write())
    if parity > TOLERANCE:
        raise SystemExit(f"ONNX differs from TensorFlow Lite by {parity}, more than {TOLERANCE}")
    path = os.path.join(options.out, FILE)
    writer = OnnxWriter(graph, 8)
    onnx.save(writer.write(), path)
    rounding = measure_parity(options.source, onnx.load(path), numbers=1)
    enter(os.path.join(options.out, "manifest.json"), path, graph, {"onnx_parity": float(f"{parity:.1e}"), "logit_rounding": float(f"{rounding:.1e}")})


def enter(manifest_path, path, graph, figures):
    """Writes the model's entry into the manifest, beside those of the networks that are trained here."""
    parameters = sum(graph.constant(tensor).size for operator in graph.operators if operator.kind == "DEQUANTIZE" for tensor in operator.inputs)
    entry = {"file": FILE, "sha256": sha256(path), "bytes": os.path.getsize(path), "parameters": parameters, "input": INPUT, "output": OUTPUT}
    with open(manifest_path) as file:
        manifest = json.load(file)
    manifest["models"]["face"] = {**entry, "source": SOURCE, "training": {**figures, "bits": 8}}
    with open(manifest_path, "w") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")
    print(json.dumps(manifest["models"]["face"], indent=2))


def measure_parity(source, model, numbers=17):
    """The largest difference of so many numbers of a cell over ten grey pictures of finer and coarser noise."""
    interpreter = Interpreter(source, num_threads=1)
    interpreter.allocate_tensors()
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return max(largest_difference(interpreter, session, picture, numbers) for picture in example_pictures())


def example_pictures():
    random = np.random.default_rng(7)
    for index in range(10):
        small = random.random((192 >> (index % 5), 192 >> (index % 5)), np.float32)
        yield np.kron(small, np.ones((1 << (index % 5), 1 << (index % 5)), np.float32))


def largest_difference(interpreter, session, picture, numbers):
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], np.repeat(picture[None, :, :, None] * 2 - 1, 3, axis=3))
    interpreter.invoke()
    outputs = sorted((interpreter.get_tensor(entry["index"]) for entry in interpreter.get_output_details()), key=lambda tensor: tensor.shape[-1])
    (faces,) = session.run(None, {"picture": picture[None, None]})
    return float(np.abs(faces - np.concatenate(outputs, axis=2))[..., :numbers].max())


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


if __name__ == "__main__":
    main()
