"""Writes the graph of the face detector as ONNX: the same numbers, channels first, weights in floats or in eight bits."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
# ONNX Runtime keeps up to so many channels side by side, and moves fewer before each layer that takes them.
LANES = 16


class OnnxWriter:
    """Translates one operator after the other; refuses what the face detector does not have."""

    def __init__(self, graph, bits):
        self.graph, self.bits = graph, bits
        self.nodes, self.constants, self.values = [], [], {}
        self.narrow = dict(_narrow_sums(graph))

    def write(self):
        """The whole model: `picture` [1,1,H,W], grey 0..1, to `faces` [1, cells, 17]: a logit and 16 numbers for each cell."""
        graph = self.graph
        (picture,) = graph.inputs
        _, height, width, _ = graph.shapes[picture]
        # The network was trained on -1..1: its first weights are doubled instead of the picture.
        self.values[picture] = self.node("Sub", ["picture", self.keep("middle", np.float32(0.5))])
        for operator in graph.operators:
            getattr(self, f"_{operator.kind.lower()}")(operator, picture)
        scores, boxes = sorted(graph.outputs, key=lambda tensor: graph.shapes[tensor][-1])
        joined = self.node("Concat", [self.values[scores], self.values[boxes]], axis=1)
        cells = graph.shapes[scores][1]
        # Channels last, as the numbers of a cell are counted.
        moved = self.node("Transpose", [joined], perm=[0, 2, 3, 1])
        self.nodes.append(helper.make_node("Reshape", [moved, self.keep("shape", np.array([1, cells, 17], np.int64))], ["faces"]))
        return self._model([1, 1, height, width], [1, cells, 17])

    def node(self, kind, inputs, **attributes):
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def keep(self, name, numbers):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(numbers), name))
        return name

    def weights(self, name, numbers):
        """Weights as they are stored, as floats again: in eight bits each output channel has its own scale, and no zero point."""
        if self.bits == 32:
            return self.keep(name, numbers)
        by_channel = (-1, *[1] * (numbers.ndim - 1))
        scale = (np.maximum(np.abs(numbers.reshape(len(numbers), -1)).max(axis=1), 1e-12) / 127).astype(np.float32).reshape(by_channel)
        stored = self.keep(name, np.rint(numbers / scale).astype(np.int8))
        # Not DequantizeLinear, which a runtime would compute anew in each run: these two are folded when the model is loaded.
        return self.node("Mul", [self.node("Cast", [stored], to=TensorProto.FLOAT), self.keep(f"{name}_scale", scale)])

    def _model(self, picture, faces):
        info = helper.make_tensor_value_info
        graph = helper.make_graph(
            self.nodes, "face-detector", [info("picture", TensorProto.FLOAT, picture)], [info("faces", TensorProto.FLOAT, faces)], self.constants
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
        onnx.checker.check_model(model, full_check=True)
        return model

    def _dequantize(self, operator, _):
        # Sixteen bits to floats: done where the constant is used.
        self.values[operator.outputs[0]] = self.graph.constant(operator.inputs[0]).astype(np.float32)

    def _conv_2d(self, operator, picture):
        # [out, rows, columns, in] to [out, in, rows, columns].
        weights = self.values[operator.inputs[1]].transpose(0, 3, 1, 2)
        if operator.inputs[0] == picture:
            # Grey is the same in red, green and blue, so their weights can be summed.
            weights = 2 * weights.sum(axis=1, keepdims=True)
        (result,) = operator.outputs
        if result in self.narrow:
            # One part that something is added to, and what comes behind it.
            parts = [slice(0, self.narrow[result]), slice(self.narrow[result], None)]
            # Nothing is filled up between them.
            assert min(len(weights[part]) for part in parts) >= LANES
            self.values[result] = [self._convolve(operator, weights, 1, part) for part in parts]
        else:
            self.values[result] = self._convolve(operator, weights, 1)

    def _depthwise_conv_2d(self, operator, _):
        # [1, rows, columns, channels] to [channels, 1, rows, columns].
        weights = self.values[operator.inputs[1]].transpose(3, 0, 1, 2)
        self.values[operator.outputs[0]] = self._convolve(operator, weights, weights.shape[0])

    def _convolve(self, operator, weights, group, part=slice(None)):
        """A convolution, or only some of its output channels."""
        options = operator.options
        assert options.FusedActivationFunction() == 0 and options.DilationHFactor() == 1
        strides = [options.StrideH(), options.StrideW()]
        name = f"layer_{operator.outputs[0]}" + (f"_from_{part.start}" if part.start else "")
        weights, bias = _fill_up(weights[part], 0), _fill_up(self.values[operator.inputs[2]][part], 0)
        if group == 1:
            weights = _fill_up(weights, 1)
        else:
            group = len(weights)
        inputs = [self.values[operator.inputs[0]], self.weights(name, weights), self.keep(f"{name}_bias", bias)]
        pads = self._same_padding(operator, weights.shape[2:], strides)
        return self.node("Conv", inputs, kernel_shape=list(weights.shape[2:]), strides=strides, pads=pads, group=group)

    def _same_padding(self, operator, kernel, strides):
        """What TensorFlow calls SAME: of an odd number of rows or columns the larger half below or to the right; none where nothing is missing."""
        _, *sizes, _ = self.graph.shapes[operator.inputs[0]]
        _, *results, _ = self.graph.shapes[operator.outputs[0]]
        missing = [max(0, (result - 1) * stride + side - size) for size, result, side, stride in zip(sizes, results, kernel, strides)]
        return [total // 2 for total in missing] + [total - total // 2 for total in missing]

    def _relu(self, operator, _):
        value = self.values[operator.inputs[0]]
        if isinstance(value, list):
            self.values[operator.outputs[0]] = self.node("Concat", [self.node("Relu", [part]) for part in value], axis=1)
        else:
            self.values[operator.outputs[0]] = self.node("Relu", [value])

    def _add(self, operator, _):
        assert operator.options.FusedActivationFunction() == 0
        narrow, wide = (self.values[tensor] for tensor in operator.inputs)
        if isinstance(wide, list):
            first, rest = wide
            self.values[operator.outputs[0]] = [self.node("Add", [narrow, first]), rest]
        else:
            self.values[operator.outputs[0]] = self.node("Add", [narrow, wide])

    def _max_pool_2d(self, operator, _):
        options = operator.options
        assert options.FusedActivationFunction() == 0
        kernel, strides = [options.FilterHeight(), options.FilterWidth()], [options.StrideH(), options.StrideW()]
        pads = self._same_padding(operator, kernel, strides)
        self.values[operator.outputs[0]] = self.node("MaxPool", [self.values[operator.inputs[0]]], kernel_shape=kernel, strides=strides, pads=pads)

    def _pad(self, operator, _):
        # Only channels are added, which stay zeros: what they are added to is parted instead.
        (result,) = operator.outputs
        assert all(other.kind == "ADD" and other.inputs[0] == result for other in self.graph.operators if result in other.inputs)
        self.values[operator.outputs[0]] = self.values[operator.inputs[0]]

    def _resize_bilinear(self, operator, _):
        assert operator.options.HalfPixelCenters() and not operator.options.AlignCorners()
        _, height, width, channels = self.graph.shapes[operator.outputs[0]]
        sizes = self.keep(f"sizes_{operator.outputs[0]}", np.array([1, channels, height, width], np.int64))
        inputs = [self.values[operator.inputs[0]], "", "", sizes]
        self.values[operator.outputs[0]] = self.node("Resize", inputs, mode="linear", coordinate_transformation_mode="half_pixel")

    def _reshape(self, operator, _):
        # Only of what comes out; done once for all of it.
        self.values[operator.outputs[0]] = self.values[operator.inputs[0]]


def _narrow_sums(graph):
    """Of each convolution to which a tensor with fewer channels is added, with zeros behind them: its result, and how many channels that tensor has.

    ONNX Runtime adds to what a convolution gives as that is written, but not zeros.
    """
    padded = {operator.outputs[0]: operator for operator in graph.operators if operator.kind == "PAD"}
    for operator in graph.operators:
        if operator.kind == "ADD" and operator.inputs[0] in padded:
            pad = padded[operator.inputs[0]]
            before, after = graph.constant(pad.inputs[1]).T
            assert not before.any() and not after[:3].any()
            yield operator.inputs[1], graph.shapes[pad.inputs[0]][3]


def _fill_up(numbers, axis):
    """Zeros behind what are several channels and fewer than are kept side by side."""
    count = numbers.shape[axis]
    missing = LANES - count if 1 < count < LANES else 0
    return np.pad(numbers, [(0, missing if at == axis else 0) for at in range(numbers.ndim)])
