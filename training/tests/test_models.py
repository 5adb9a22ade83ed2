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
from mrz_training.deploy import FromBefore, Pointwise, deploy_detector, deploy_recogniser
from mrz_training.detector import Detector
from mrz_training.faces import make_faces
from mrz_training.line_strips import make_strip
from mrz_training.recogniser import Recogniser
from mrz_training.scenes import make_scene

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


NETWORKS = [("detector", Detector, deploy_detector), ("recogniser", Recogniser, deploy_recogniser)]


@pytest.mark.parametrize(("name", "build", "deploy"), NETWORKS)
def test_a_network_ready_for_export_computes_what_it_was_trained_to(name, build, deploy):
    torch.manual_seed(6)
    model = build()
    # A few steps' worth of statistics, so that folding the normalisations in has something to fold.
    model.train()(example(name))
    model.eval()
    with torch.no_grad():
        expected, got = model(example(name)), deploy(model)(example(name))
    assert float((got - expected).abs().max()) < 1e-4


@pytest.mark.parametrize(("name", "build", "deploy"), NETWORKS)
def test_onnx_computes_what_the_network_of_this_code_computes(name, build, deploy):
    """The shipped weights, put back into the PyTorch network, give the probabilities of the shipped file but for what eight bits round off."""
    entry = manifest()["models"][name]
    path = os.path.join(MODELS, entry["file"])
    model = fuse(deploy(build()), stored_convolutions(load(path).graph))
    x = example(name)
    with torch.no_grad():
        expected = model(x).numpy()
    got = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, {entry["input"]["name"]: x.numpy()})[0]
    assert got.shape == expected.shape
    # The direction (channels 1 and 2 of the detector) means nothing where no line is.
    got, expected = (got[:, :1], expected[:, :1]) if name == "detector" else (np.exp(got), np.exp(expected))
    assert float(np.abs(got - expected).mean()) < 0.01


def example(name):
    """An input as the network gets it: a drawn scene, strips of one width."""
    faces = make_faces(8, 51)
    if name == "detector":
        return torch.from_numpy(make_scene(np.random.default_rng(51), faces, (448, 640))[0])[None, None].float() / 255
    return torch.from_numpy(np.stack([make_strip(np.random.default_rng([51, index]), faces)[0][:, :480] for index in range(2)]))[:, None].float() / 255


def stored_convolutions(graph):
    """{module: (weight, bias)} of every convolution as floats, 1x1 ones as the products that they are exported as; names as PyTorch has them."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0] in values and node.input[1] in values:
            value, scale = values[node.input[0]].astype(np.float32), values[node.input[1]]
            values[node.output[0]] = value * scale.reshape(-1, *[1] * (value.ndim - 1))
    stored = {module_of(node.name): (values[node.input[1]], values[node.input[2]]) for node in graph.node if node.op_type == "Conv"}
    products = [node for node in graph.node if node.op_type == "MatMul"]
    return {**stored, **{module_of(node.name): (values[node.input[1]], bias_of(node, graph, values)) for node in products}}


def bias_of(product, graph, values):
    """What is added to a product of matrices, with which it shares its module."""
    addition = next(node for node in graph.node if node.op_type == "Add" and module_of(node.name) == module_of(product.name))
    return next(values[name] for name in addition.input if name in values)


def module_of(node):
    """`/eighth/eighth.1/body/body.0/body.0.0/Conv` is the node of the module `eighth.1.body.0.0`."""
    parts = []
    for part in node.split("/")[1:-1]:
        if parts and part.startswith(parts[-1] + "."):
            parts.pop()
        parts.append(part)
    return ".".join(parts)


def fuse(model, stored):
    """Loads convolutions whose normalisation was folded in at export."""
    modules = dict(model.named_modules())
    kinds = (torch.nn.Conv2d, FromBefore, Pointwise)
    assert {name for name, module in modules.items() if isinstance(module, kinds)} == set(stored)
    for name, module in modules.items():
        if isinstance(module, kinds):
            weight, bias = stored[name]
            assert tuple(module.weight.shape) == weight.shape
            module.weight.data = torch.from_numpy(weight.copy())
            # Whether a product's bias is added before or after the axes are put in order is the exporter's choice.
            shape = bias.shape if module.bias is None else module.bias.shape
            module.bias = torch.nn.Parameter(torch.from_numpy(bias.reshape(shape).copy()))
        elif isinstance(module, torch.nn.BatchNorm2d):
            module.reset_parameters()
            module.reset_running_stats()
            module.eps = 0.0
    return model
