"""What ships is what was trained: the ONNX files against PyTorch, and the manifest against the files."""

import hashlib
import json
import os

import numpy as np
import onnxruntime
import pytest
import torch

from continue_training import keep
from export_onnx import steps_before
from mrz_training.alphabet import CHARACTERS, check_digit, decode_greedy, encode
from mrz_training.deploy import deploy_detector, deploy_recogniser
from mrz_training.detector import Detector
from mrz_training.faces import make_faces
from mrz_training.line_strips import make_strip
from mrz_training.recogniser import Recogniser
from mrz_training.scenes import make_scene
from mrz_training.shipped import fold, fuse, restore, stored_convolutions, unfold

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
    model = fuse(deploy(build()), stored_convolutions(path))
    x = example(name)
    with torch.no_grad():
        expected = model(x).numpy()
    got = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, {entry["input"]["name"]: x.numpy()})[0]
    assert got.shape == expected.shape
    # The direction (channels 1 and 2 of the detector) means nothing where no line is.
    got, expected = (got[:, :1], expected[:, :1]) if name == "detector" else (np.exp(got), np.exp(expected))
    assert float(np.abs(got - expected).mean()) < 0.01


@pytest.mark.parametrize(("name", "build", "deploy"), NETWORKS)
def test_the_shipped_weights_can_be_trained_on(name, build, deploy):
    stored = stored_convolutions(os.path.join(MODELS, manifest()["models"][name]["file"]))
    x = example(name)
    model, shipped = restore(build(), deploy, stored, [x]), fuse(deploy(build()), stored)
    with torch.no_grad():
        assert float((model(x) - shipped(x)).abs().max()) < 1e-3
        # A batch of what the normalisations were measured on passes a network in training as it does one that is finished.
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.train()
        assert float((model(x) - shipped(x)).abs().max()) < 1e-2


@pytest.mark.parametrize(("name", "build", "deploy"), NETWORKS)
def test_a_network_without_normalisations_computes_the_same_and_so_does_one_that_gets_them_back(name, build, deploy):
    x = example(name)
    shipped = restore(build(), deploy, stored_convolutions(os.path.join(MODELS, manifest()["models"][name]["file"])), [x])
    folded = fold(shipped)
    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in folded.modules())
    convolutions = [(module.weight, module.bias) for module in folded.modules() if isinstance(module, torch.nn.Conv2d)]
    again = unfold(build(), convolutions, [x])
    with torch.no_grad():
        expected = shipped(x)
        assert float((folded(x) - expected).abs().max()) < 1e-3
        assert float((again(x) - expected).abs().max()) < 1e-3


def test_answers_are_kept_where_the_teacher_is_right_and_only_there():
    taught = torch.full((2, 3, 38), 0.01).log()
    for step, character in enumerate(encode("AB")):
        taught[:, 2 * step, character] = np.log(0.63)
    taught[:, 1, 0] = np.log(0.63)
    other = taught.roll(1, dims=2)
    assert float(keep(taught, taught, ["AB", "AB"])) == 0
    assert float(keep(other, taught, ["AC", "<<"])) == 0
    # Of the first strip alone: each of its three steps has 0.63 where the other network has 0.01.
    assert float(keep(other, taught, ["AB", "<<"])) == pytest.approx(0.62 * np.log(63), abs=1e-4)


def test_weights_of_another_network_are_refused():
    stored = stored_convolutions(os.path.join(MODELS, manifest()["models"]["detector"]["file"]))
    with pytest.raises(ValueError, match="other convolutions"):
        fuse(deploy_recogniser(Recogniser()), stored)


def test_steps_of_a_restored_model_are_counted(tmp_path):
    assert steps_before(tmp_path) == 0
    (tmp_path / "restored.json").write_text('{"steps": 26000}')
    assert steps_before(tmp_path) == 26000


def example(name):
    """An input as the network gets it: a drawn scene, strips of one width."""
    faces = make_faces(8, 51)
    if name == "detector":
        return torch.from_numpy(make_scene(np.random.default_rng(51), faces, (448, 640))[0])[None, None].float() / 255
    return torch.from_numpy(np.stack([make_strip(np.random.default_rng([51, index]), faces)[0][:, :480] for index in range(2)]))[:, None].float() / 255
