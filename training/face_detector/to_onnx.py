"""Writes the graph of the face detector as ONNX: the same numbers, channels first, weights in floats or in eight bits."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17


class OnnxWriter:
    """Translates one operator after the other; refuses what the face detector does not have."""

    def __init__(self, graph, bits):
        self.graph, self.bits = graph, bits
        self.nodes, self.constants, self.values = [], [], {}

    def write(self):
        """The whole model: `picture` [1,1,H,W], grey 0..1, to `faces` [1, cells, 17]: a logit and 16 numbers for each cell."""
        graph = self.graph
        (picture,) = graph.inputs
        _, height, width, _ = graph.shapes[picture]
        # The network was trained on -1..1.
        doubled = self.node("Mul", ["picture", self.keep("two", np.float32(2))])
        self.values[picture] = self.node("Sub", [doubled, self.keep("one", np.float32(1))])
        for operator in graph.operators:
            getattr(self, f"_{operator.kind.lower()}")(operator, picture)
        scores, boxes = sorted(graph.outputs, key=lambda tensor: graph.shapes[tensor][-1])
        self.nodes.append(helper.make_node("Concat", [self.values[scores], self.values[boxes]], ["faces"], axis=2))
        cells = graph.shapes[scores][1]
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
            weights = weights.sum(axis=1, keepdims=True)
        self._convolve(operator, weights, 1)

    def _depthwise_conv_2d(self, operator, _):
        # [1, rows, columns, channels] to [channels, 1, rows, columns].
        weights = self.values[operator.inputs[1]].transpose(3, 0, 1, 2)
        self._convolve(operator, weights, weights.shape[0])

    def _convolve(self, operator, weights, group):
        options = operator.options
        assert options.FusedActivationFunction() == 0 and options.DilationHFactor() == 1
        strides = [options.StrideH(), options.StrideW()]
        name = f"layer_{operator.outputs[0]}"
        inputs = [self.values[operator.inputs[0]], self.weights(name, weights), self.keep(f"{name}_bias", self.values[operator.inputs[2]])]
        pads = self._same_padding(operator, weights.shape[2:], strides)
        self.values[operator.outputs[0]] = self.node("Conv", inputs, kernel_shape=list(weights.shape[2:]), strides=strides, pads=pads, group=group)

    def _same_padding(self, operator, kernel, strides):
        """What TensorFlow calls SAME: of an odd number of rows or columns the larger half below or to the right; none where nothing is missing."""
        _, *sizes, _ = self.graph.shapes[operator.inputs[0]]
        _, *results, _ = self.graph.shapes[operator.outputs[0]]
        missing = [max(0, (result - 1) * stride + side - size) for size, result, side, stride in zip(sizes, results, kernel, strides)]
        return [total // 2 for total in missing] + [total - total // 2 for total in missing]

    def _relu(self, operator, _):
        self.values[operator.outputs[0]] = self.node("Relu", [self.values[operator.inputs[0]]])

    def _add(self, operator, _):
        assert operator.options.FusedActivationFunction() == 0
        self.values[operator.outputs[0]] = self.node("Add", [self.values[tensor] for tensor in operator.inputs])

    def _max_pool_2d(self, operator, _):
        options = operator.options
        assert options.FusedActivationFunction() == 0
        kernel, strides = [options.FilterHeight(), options.FilterWidth()], [options.StrideH(), options.StrideW()]
        pads = self._same_padding(operator, kernel, strides)
        self.values[operator.outputs[0]] = self.node("MaxPool", [self.values[operator.inputs[0]]], kernel_shape=kernel, strides=strides, pads=pads)

    def _pad(self, operator, _):
        # Only channels are added.
        before, after = self.graph.constant(operator.inputs[1]).T
        assert not before.any() and not after[:3].any()
        pads = self.keep(f"pads_{operator.outputs[0]}", np.array([0, 0, 0, 0, 0, after[3], 0, 0], np.int64))
        self.values[operator.outputs[0]] = self.node("Pad", [self.values[operator.inputs[0]], pads], mode="constant")

    def _resize_bilinear(self, operator, _):
        assert operator.options.HalfPixelCenters() and not operator.options.AlignCorners()
        _, height, width, channels = self.graph.shapes[operator.outputs[0]]
        sizes = self.keep(f"sizes_{operator.outputs[0]}", np.array([1, channels, height, width], np.int64))
        inputs = [self.values[operator.inputs[0]], "", "", sizes]
        self.values[operator.outputs[0]] = self.node("Resize", inputs, mode="linear", coordinate_transformation_mode="half_pixel")

    def _reshape(self, operator, _):
        # Channels last, as the numbers of a cell are counted.
        moved = self.node("Transpose", [self.values[operator.inputs[0]]], perm=[0, 2, 3, 1])
        shape = self.keep(f"shape_{operator.outputs[0]}", np.array(self.graph.shapes[operator.outputs[0]], np.int64))
        self.values[operator.outputs[0]] = self.node("Reshape", [moved, shape])
