"""Reads the graph of a TensorFlow Lite file: the operators of the face detector and their constants."""

from dataclasses import dataclass

import numpy as np
import tflite

_NAMES = {value: name for name, value in vars(tflite.BuiltinOperator).items() if isinstance(value, int)}
_TYPES = {tflite.TensorType.FLOAT32: np.float32, tflite.TensorType.FLOAT16: np.float16, tflite.TensorType.INT32: np.int32}
_OPTIONS = {
    "CONV_2D": tflite.Conv2DOptions,
    "DEPTHWISE_CONV_2D": tflite.DepthwiseConv2DOptions,
    "MAX_POOL_2D": tflite.Pool2DOptions,
    "RESIZE_BILINEAR": tflite.ResizeBilinearOptions,
    "ADD": tflite.AddOptions,
}


@dataclass
class Operator:
    """One operator: its kind, its options (None where it has none that matter), and numbers of tensors."""

    kind: str
    options: object
    inputs: list
    outputs: list


class TfliteGraph:
    """`shapes` by tensor (batch, rows, columns, channels), `operators` in order, `inputs` and `outputs` by tensor."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self._model = tflite.Model.GetRootAsModel(file.read(), 0)
        self._graph = self._model.Subgraphs(0)
        self.shapes = [tuple(int(side) for side in self._graph.Tensors(i).ShapeAsNumpy()) for i in range(self._graph.TensorsLength())]
        self.operators = [self._operator(self._graph.Operators(i)) for i in range(self._graph.OperatorsLength())]
        self.inputs = [int(tensor) for tensor in self._graph.InputsAsNumpy()]
        self.outputs = [int(tensor) for tensor in self._graph.OutputsAsNumpy()]

    def name(self, tensor):
        return self._graph.Tensors(tensor).Name().decode()

    def constant(self, tensor):
        """The numbers of a constant tensor; None for one that is computed."""
        entry = self._graph.Tensors(tensor)
        data = self._model.Buffers(entry.Buffer()).DataAsNumpy()
        if isinstance(data, int):
            return None
        return np.frombuffer(data.tobytes(), _TYPES[entry.Type()]).reshape(self.shapes[tensor])

    def _operator(self, operator):
        kind = _NAMES[self._model.OperatorCodes(operator.OpcodeIndex()).DeprecatedBuiltinCode()]
        options = None
        if kind in _OPTIONS:
            options = _OPTIONS[kind]()
            options.Init(operator.BuiltinOptions().Bytes, operator.BuiltinOptions().Pos)
        return Operator(kind, options, [int(t) for t in operator.InputsAsNumpy()], [int(t) for t in operator.OutputsAsNumpy()])
