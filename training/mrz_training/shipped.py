"""The weights of an exported model as PyTorch's modules hold them."""

import copy

import numpy as np
import torch
from onnx import load, numpy_helper
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .deploy import BLOCK_AND_PLACE, FromBefore, Pointwise


def stored_convolutions(path):
    """{module: (weight, bias)} of every convolution as floats, 1x1 ones as the products that they are exported as; names as PyTorch has them."""
    graph = load(path).graph
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0] in values and node.input[1] in values:
            value, scale = values[node.input[0]].astype(np.float32), values[node.input[1]]
            axis = next(attribute.i for attribute in node.attribute if attribute.name == "axis")
            values[node.output[0]] = value * scale.reshape([-1 if at == axis else 1 for at in range(value.ndim)])
    stored = {_module_of(node.name): (values[node.input[1]], values[node.input[2]]) for node in graph.node if node.op_type == "Conv"}
    for node in graph.node:
        if node.op_type == "MatMul":
            stored[_module_of(node.name)] = values[node.input[1]], _bias_of(node, graph, values)
        elif node.op_type == "MatMulIntegerToFloat":
            _, weight, _, scale, _, _, bias = (values.get(name) for name in node.input)
            stored[_module_of(node.name)] = weight.astype(np.float32) * scale, bias
    return stored


def _bias_of(product, graph, values):
    """What is added to a product of matrices, with which it shares its module."""
    addition = next(node for node in graph.node if node.op_type == "Add" and _module_of(node.name) == _module_of(product.name))
    return next(values[name] for name in addition.input if name in values)


def _module_of(node):
    """`/eighth/eighth.1/body/body.0/body.0.0/Conv` is the node of the module `eighth.1.body.0.0`."""
    parts = []
    for part in node.split("/")[1:-1]:
        if parts and part.startswith(parts[-1] + "."):
            parts.pop()
        parts.append(part)
    return ".".join(parts)


def fuse(model, stored):
    """Loads stored convolutions, whose normalisation was folded in, into a network ready for export."""
    modules = dict(model.named_modules())
    kinds = (nn.Conv2d, FromBefore, Pointwise)
    if {name for name, module in modules.items() if isinstance(module, kinds)} != set(stored):
        raise ValueError("The file has other convolutions than the network: it was exported from another one.")
    for name, module in modules.items():
        if isinstance(module, kinds):
            weight, bias = stored[name]
            if tuple(module.weight.shape) != weight.shape:
                raise ValueError(f"{name} has weights of shape {weight.shape} in the file and {tuple(module.weight.shape)} in the network.")
            module.weight.data = torch.from_numpy(weight.copy())
            # Whether a product's bias is added before or after the axes are put in order is the exporter's choice.
            shape = bias.shape if module.bias is None else module.bias.shape
            module.bias = nn.Parameter(torch.from_numpy(bias.reshape(shape).copy()))
        elif isinstance(module, nn.BatchNorm2d):
            _forget(module)
            module.eps = 0.0
    return model


def _forget(normalisation):
    """Makes a normalisation change nothing, but for `eps`."""
    normalisation.reset_parameters()
    normalisation.reset_running_stats()


@torch.no_grad()
def restore(model, deploy, stored, examples):
    """Loads stored convolutions into a network as it is trained: what it computes is what the stored ones do, and its normalisations know what passes them.

    The file holds convolutions with their normalisations folded in. Each gets one that undoes itself, with the mean and spread that `examples` (inputs of the
    model) show: training normalises by those of a batch, and would otherwise begin by forgetting.
    """
    return unfold(model, _folded(fuse(deploy(copy.deepcopy(model)), stored)), examples)


def fold(model):
    """A copy that computes the same without normalisations: each is folded into the convolution before it. A step of training takes little more than half as
    long so, and nothing drifts with what a batch happens to hold."""
    folded = copy.deepcopy(model).eval()
    for name, convolution, normalisation in _named_pairs(folded):
        if convolution.bias is None:
            _replace(folded, name, fuse_conv_bn_eval(convolution, normalisation))
    for name, module in [*folded.named_modules()]:
        if isinstance(module, nn.BatchNorm2d):
            _replace(folded, name, nn.Identity())
    return folded


@torch.no_grad()
def unfold(model, convolutions, examples):
    """Loads convolutions that normalisations were folded into, (weight, bias) in the order of the network's modules, into a network that has them."""
    model.eval()
    for (weight, bias), (_, convolution, normalisation) in zip(convolutions, _named_pairs(model), strict=True):
        convolution.weight.copy_(weight)
        if convolution.bias is not None:
            convolution.bias.copy_(bias)
        else:
            _forget(normalisation)
            normalisation.bias.copy_(bias)
    _measure(model, examples)
    return model


def _named_pairs(model):
    """Name and module of every convolution, and what follows it, in the order of the network's modules."""
    modules = list(model.named_modules())
    following = [module for _, module in modules[1:]] + [None]
    return [(name, module, after) for (name, module), after in zip(modules, following) if isinstance(module, nn.Conv2d)]


def _replace(model, name, module):
    parent, _, own = name.rpartition(".")
    setattr(model.get_submodule(parent), own, module)


def _folded(deployed):
    """(weight, bias) of every convolution of a network ready for export, as it was before its weights were rearranged."""
    for module in deployed.modules():
        if isinstance(module, FromBefore):
            yield _gather_first(module) if module.stride == (4, 1) else _gather_second(module)
        elif isinstance(module, Pointwise):
            yield module.weight.t()[:, :, None, None], module.bias.flatten()
        elif isinstance(module, nn.Conv2d):
            yield module.weight, module.bias


def _gather_first(spread):
    """(4c, 4, 5, 2) → (c, 1, 3, 3): the first place of the block, whose kernel begins in the block before."""
    channels = len(spread.weight) // 4
    rows = spread.weight[:channels, :, 0:3]
    return torch.stack([rows[:, 3, :, 0], rows[:, 0, :, 1], rows[:, 1, :, 1]], dim=2)[:, None], spread.bias[:channels]


def _gather_second(spread):
    """(c, 4b, 2, 2) → (c, b, 3, 3)."""
    channels = spread.weight.shape[1] // 4
    weight = torch.empty(len(spread.weight), channels, 3, 3)
    for y, (block_y, row) in enumerate(BLOCK_AND_PLACE):
        for x, (block_x, column) in enumerate(BLOCK_AND_PLACE):
            place = slice((2 * row + column) * channels, (2 * row + column + 1) * channels)
            weight[:, :, y, x] = spread.weight[:, place, block_y, block_x]
    return weight, spread.bias


def _measure(model, examples):
    """Gives every normalisation the mean and variance of what it gets, and the weight and bias that leave its results as they are."""
    normalisations = [module for module in model.modules() if isinstance(module, nn.BatchNorm2d)]
    sums = {module: torch.zeros(3, module.num_features, dtype=torch.float64) for module in normalisations}

    def add(module, inputs):
        x = inputs[0].double().transpose(0, 1).flatten(1)
        sums[module] += torch.stack([torch.full_like(x[:, 0], x.shape[1]), x.sum(dim=1), x.square().sum(dim=1)])

    hooks = [module.register_forward_pre_hook(add) for module in normalisations]
    for example in examples:
        model(example)
    for hook in hooks:
        hook.remove()
    for module, (count, total, squares) in sums.items():
        mean = total / count
        variance = (squares / count - mean.square()).clamp(min=1e-6)
        shift = module.bias.double()
        module.running_mean.copy_(mean)
        module.running_var.copy_(variance)
        module.weight.copy_((variance + module.eps).sqrt())
        module.bias.copy_(shift + mean)
