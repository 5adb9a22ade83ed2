"""What ships is what was trained: the ONNX files against PyTorch, and the manifest against the files."""

import hashlib
import json
import os

import numpy as np
import onnxruntime
import pytest
import torch
from onnx import load, numpy_helper

from mrz_training.alphabet import CHARACTERS, check_digit, decode_greedy, encode
from mrz_training.detector import Detector
from mrz_training.recogniser import Recogniser

MODELS = os.path.join(os.path.dirname(__file__), "..", "..", "packages", "reader", "models")


def manifest():
    with open(os.path.join(MODELS, "manifest.json")) as file:
        return json.load(file)


@pytest.mark.parametrize("name", ["detector", "recogniser"])
def test_files_are_those_of_the_manifest(name):
    entry = manifest()["models"][name]
    with open(os.path.join(MODELS, entry["file"]), "rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == entry["sha256"]


def test_alphabet_is_the_manifests():
    assert manifest()["alphabet"] == CHARACTERS
    assert decode_greedy([0, *encode("A"), *encode("A"), 0, *encode("A"), *encode("<")]) == "AA<"
    assert check_digit("L898902C3") == "6"  # the specimen of ICAO Doc 9303, Part 4, appendix B


@pytest.mark.parametrize(
    ("name", "build", "shape"), [("detector", Detector, (1, 1, 160, 640)), ("recogniser", Recogniser, (2, 1, 32, 832))]
)
def test_onnx_computes_what_the_network_of_this_code_computes(name, build, shape):
    """The shipped weights, put back into the PyTorch network, give the same numbers as the shipped file."""
    path = os.path.join(MODELS, manifest()["models"][name]["file"])
    model = fuse(build().eval(), stored_convolutions(load(path).graph))
    x = torch.rand(shape, generator=torch.Generator().manual_seed(5))
    with torch.no_grad():
        expected = model(x).numpy()
    got = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, {manifest()["models"][name]["input"]["name"]: x.numpy()})[0]
    assert got.shape == expected.shape
    assert float(np.abs(got - expected).max()) < 2e-4


def stored_convolutions(graph):
    """(weight, bias) of every convolution, in the order of the graph."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    return [(values[node.input[1]], values[node.input[2]]) for node in graph.node if node.op_type == "Conv"]


def fuse(model, pairs):
    """Loads convolutions whose normalisation was folded in at export."""
    modules = list(ordered(model))
    assert len(pairs) == sum(isinstance(module, torch.nn.Conv2d) for module in modules)
    at = 0
    for module in modules:
        if isinstance(module, torch.nn.Conv2d):
            weight, bias = pairs[at]
            assert tuple(module.weight.shape) == weight.shape
            module.weight.data = torch.from_numpy(weight.copy())
            module.bias = torch.nn.Parameter(torch.from_numpy(bias.copy()))
            at += 1
        elif isinstance(module, torch.nn.BatchNorm2d):
            module.reset_parameters()
            module.reset_running_stats()
            module.eps = 0.0
    return model


def ordered(model):
    """Modules in the order of the forward pass."""
    if isinstance(model, Detector):
        for stage in (model.quarter, model.eighth, model.sixteenth, model.thirty_second):
            yield from stage.modules()
        for level in (3, 2, 1, 0):
            yield model.lateral[level]
        yield from model.head.modules()
    else:
        yield from model.modules()
