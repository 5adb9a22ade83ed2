"""Eight-bit weights and activations for the convolutions of an exported network."""

import os
import tempfile

import onnx
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
    makes probabilities and quotients of it stay in floats: what is small there matters.
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
