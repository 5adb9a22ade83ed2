"""Eight-bit weights and activations for the convolutions of an exported network."""

import os
import tempfile

import numpy as np
import onnx
from onnx import helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process


class _Examples(CalibrationDataReader):
    def __init__(self, name, examples):
        self.feeds = iter([{name: example} for example in examples])

    def get_next(self):
        return next(self.feeds, None)


# What is computed in integers, and what only moves numbers between that.
_COMPUTED = ("Conv", "Relu", "Add")
_MOVED = ("Reshape", "Transpose", "Unsqueeze", "Expand", "Slice")


def quantise(path, examples):
    """Replaces the float model at `path` by one that computes in integers from the first convolution to the last ReLU.

    `examples`: inputs of the model (float32 arrays) from which the ranges of the activations are taken. Weights keep seven bits: processors
    without VNNI add two products of eight bits in sixteen, which would overflow. The normalisation of the input and the last layer with what
    makes probabilities and quotients of it stay in floats: what is small there matters. Of many classes the last layer is a sixth of the work:
    `quantise_product` has its weights in integers as well.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = os.path.join(folder, "prepared.onnx")
        quant_pre_process(path, prepared, skip_symbolic_shape=True)
        graph = onnx.load(prepared).graph
        quantize_static(
            prepared,
            path,
            _Examples(graph.input[0].name, examples),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_quantize=_nodes_before_last_relu(graph),
            calibrate_method=CalibrationMethod.MinMax,
        )


def _nodes_before_last_relu(graph):
    """Names of the last ReLU and of all that leads there, back to what is neither computed nor moved in integers."""
    maker = {output: node for node in graph.node for output in node.output}
    pending, names = [[node for node in graph.node if node.op_type == "Relu"][-1]], set()
    while pending:
        node = pending.pop()
        if node.name in names or node.op_type not in _COMPUTED + _MOVED:
            continue
        names.add(node.name)
        # Of what is moved only the first input is numbers of the network; the others say where to.
        inputs = node.input if node.op_type in _COMPUTED else node.input[:1]
        pending.extend(maker[name] for name in inputs if name in maker)
    return sorted(names)


# Largest weight of seven bits; those of convolutions have as many.
_LARGEST = 63


def quantise_product(path):
    """Keeps the weights of the last product of matrices at `path` in seven bits, with a scale for each of its columns.

    Its input is eight bits already, so that both are multiplied as integers; the sums become floats again, which nothing rounds.
    """
    model = onnx.load(path)
    graph = model.graph
    product = next(node for node in graph.node if node.op_type == "MatMul")
    name = product.input[1]
    stored = next((tensor for tensor in graph.initializer if tensor.name == name), None)
    if stored is None:
        raise ValueError(f"The product {product.name} has no weights in floats.")
    weight = numpy_helper.to_array(stored)
    scale = np.maximum(np.abs(weight).max(axis=0) / _LARGEST, 1e-12).astype(np.float32)
    graph.initializer.remove(stored)
    tensors = {"quantized": np.rint(weight / scale).astype(np.int8), "scale": scale, "zero_point": np.zeros(len(scale), np.int8)}
    graph.initializer.extend(numpy_helper.from_array(values, f"{name}_{part}") for part, values in tensors.items())
    product.input[1] = f"{name}_DequantizeLinear_Output"
    inputs = [f"{name}_{part}" for part in tensors]
    node = helper.make_node("DequantizeLinear", inputs, [product.input[1]], name=f"{name}_DequantizeLinear", axis=1)
    graph.node.insert(list(graph.node).index(product), node)
    onnx.save(model, path)
