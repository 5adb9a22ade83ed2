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
# Operators that ONNX Runtime has and ONNX has not.
_CONTRIBUTED = "com.microsoft"


def quantise_product(path):
    """Keeps the weights of the last product of matrices at `path` in seven bits, with a scale for each of its columns.

    Its input is eight bits already, so that both are multiplied as integers; the sums become floats again, which nothing rounds. ONNX Runtime has one operator
    for that, which adds the bias as well; of a product and a sum between floats it would make two.
    """
    model = onnx.load(path)
    graph = model.graph
    makers = {output: node for node in graph.node for output in node.output}
    product = next(node for node in graph.node if node.op_type == "MatMul")
    transpose = makers[product.input[0]]
    dequantise = makers[transpose.input[0]]
    addition = next(node for node in graph.node if product.output[0] in node.input)
    name, bias = product.input[1], next(each for each in addition.input if each != product.output[0])
    stored = {tensor.name: tensor for tensor in graph.initializer}
    if name not in stored or bias not in stored:
        raise ValueError(f"The product {product.name} has no weights in floats, or no bias.")
    weight = numpy_helper.to_array(stored[name])
    scale = np.maximum(np.abs(weight).max(axis=0) / _LARGEST, 1e-12).astype(np.float32)
    tensors = {"quantized": np.rint(weight / scale).astype(np.int8), "scale": scale, "zero_point": np.zeros(len(scale), np.int8)}
    graph.initializer.remove(stored[name])
    graph.initializer.extend(numpy_helper.from_array(values, f"{name}_{part}") for part, values in tensors.items())
    stored[bias].CopyFrom(numpy_helper.from_array(numpy_helper.to_array(stored[bias]).ravel(), bias))
    transpose.input[0], input_scale, input_zero = dequantise.input
    inputs = [transpose.output[0], f"{name}_quantized", input_scale, f"{name}_scale", input_zero, f"{name}_zero_point", bias]
    fused = helper.make_node("MatMulIntegerToFloat", inputs, addition.output, name=product.name, domain=_CONTRIBUTED)
    graph.node.insert(list(graph.node).index(product), fused)
    for node in (product, addition, dequantise):
        graph.node.remove(node)
    model.opset_import.append(helper.make_opsetid(_CONTRIBUTED, 1))
    onnx.save(model, path)
