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


def quantise(path, examples):
    """Replaces the float model at `path` by one that computes its convolutions in integers, but for the first and the last.

    `examples`: inputs of the model (float32 arrays) from which the ranges of the activations are taken. Weights keep seven bits: processors
    without VNNI add two products of eight bits in sixteen, which would overflow. Additions stay as they are where they normalise the
    input or keep a quotient finite: what is small there matters.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = os.path.join(folder, "prepared.onnx")
        quant_pre_process(path, prepared, skip_symbolic_shape=True)
        graph = onnx.load(prepared).graph
        convolutions = [node.name for node in graph.node if node.op_type == "Conv"]
        made_by = {output: node.op_type for node in graph.node for output in node.output}
        merges = [node.name for node in graph.node if node.op_type == "Add" and all(made_by.get(name) in ("Conv", "Relu", "Slice") for name in node.input)]
        quantize_static(
            prepared,
            path,
            _Examples(graph.input[0].name, examples),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_quantize=convolutions[1:-1] + merges,
            calibrate_method=CalibrationMethod.MinMax,
        )
