"""The same networks in the form in which ONNX Runtime computes them fastest on a CPU: weights are rearranged, results stay as they are."""

import copy

import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

# Rows and columns of a 3x3 kernel at stride 2, by the block of two that they fall into (0: the one before, 1: this one) and the place in it.
BLOCK_AND_PLACE = ((0, 1), (1, 0), (1, 1))


def deploy_detector(model):
    """A detector (trained, with normalisations) → a copy that is faster once exported."""
    model = copy.deepcopy(model).eval()
    model.quarter = Stem(*model.quarter)
    model.enlarge = Enlarge()
    model.head[1] = Pointwise(model.head[1])
    return model


def deploy_recogniser(model):
    """The same for a recogniser."""
    model = copy.deepcopy(model).eval()
    first, second, *rest = model.features
    model.features = nn.Sequential(Stem(first, second), *rest)
    model.context[-1] = Pointwise(model.context[-1])
    return model


class Stem(nn.Module):
    """Two 3x3 convolutions of stride 2 as two over blocks of 4x4 pixels.

    A convolution over one channel keeps an eight-bit kernel waiting for its nine numbers. Four pixels of a row are four channels of a picture a
    quarter as wide, which costs nothing (they lie beside each other), and what the first convolution gives for the 2x2 places of a block
    becomes channels of the block: a quarter of the pixels, and long rows of numbers to multiply.
    """

    def __init__(self, first, second):
        super().__init__()
        narrow, wide = fuse_conv_bn_eval(*first[:2]), fuse_conv_bn_eval(*second[:2])
        self.first = FromBefore(*_spread_first(narrow), stride=(4, 1))
        self.second = FromBefore(*_spread_second(wide), stride=(1, 1))

    def forward(self, x):
        return torch.relu(self.second(torch.relu(self.first(_Fours.apply(x).permute(0, 3, 1, 2)))))


class _Fours(torch.autograd.Function):
    """(n, 1, h, w) → (n, h, w / 4, 4). In ONNX the shape can be a constant, where PyTorch would write eight nodes that ask for it in each run."""

    @staticmethod
    def forward(_, x):
        n, _, h, w = x.shape
        return x.reshape(n, h, w // 4, 4)

    @staticmethod
    def symbolic(graph, x):
        def constant(*values):
            return graph.op("Constant", value_t=torch.tensor(values))

        # Sides of 0 stay as they are.
        return graph.op("Reshape", graph.op("Squeeze", x, constant(1)), constant(0, 0, -1, 4))


def _spread_first(convolution):
    """Weights (c, 1, 3, 3) → (4c, 4, 5, 2): channels by place in the block, rows from the one above the block, columns of the block before and this one."""
    channels = convolution.out_channels
    weight = torch.zeros(4 * channels, 4, 5, 2)
    for row in range(2):
        for column in range(2):
            place = slice((2 * row + column) * channels, (2 * row + column + 1) * channels)
            for x in range(3):
                # The pixel's column in this block of four; -1 is the last one of the block before.
                at = 2 * column + x - 1
                weight[place, at % 4, 2 * row : 2 * row + 3, int(at >= 0)] = convolution.weight.detach()[:, 0, :, x]
    return weight, convolution.bias.detach().repeat(4)


def _spread_second(convolution):
    """Weights (c, b, 3, 3) → (c, 4b, 2, 2)."""
    channels = convolution.in_channels
    weight = torch.zeros(convolution.out_channels, 4 * channels, 2, 2)
    for y, (block_y, row) in enumerate(BLOCK_AND_PLACE):
        for x, (block_x, column) in enumerate(BLOCK_AND_PLACE):
            place = slice((2 * row + column) * channels, (2 * row + column + 1) * channels)
            weight[:, place, block_y, block_x] = convolution.weight.detach()[:, :, y, x]
    return weight, convolution.bias.detach()


class FromBefore(nn.Module):
    """A convolution that sees one row above and one column to the left of the picture, as zeros, and none beyond its other ends."""

    def __init__(self, weight, bias, stride):
        super().__init__()
        self.weight, self.bias, self.stride = nn.Parameter(weight), nn.Parameter(bias), stride

    def forward(self, x):
        return _PaddedBefore.apply(x, self.weight, self.bias, self.stride)


class _PaddedBefore(torch.autograd.Function):
    """One node of the exported graph, where PyTorch would write two: only ONNX has padding on one side."""

    @staticmethod
    def forward(_, x, weight, bias, stride):
        return functional.conv2d(functional.pad(x, (1, 0, 1, 0)), weight, bias, stride)

    @staticmethod
    def symbolic(graph, x, weight, bias, stride):
        return graph.op("Conv", x, weight, bias, kernel_shape_i=weight.type().sizes()[2:], strides_i=stride, pads_i=[1, 1, 0, 0])


class Pointwise(nn.Module):
    """A 1x1 convolution as a product of matrices, which takes numbers in the order in which eight-bit kernels leave them."""

    def __init__(self, convolution):
        super().__init__()
        self.weight = nn.Parameter(convolution.weight.detach()[:, :, 0, 0].t().contiguous())
        self.bias = nn.Parameter(convolution.bias.detach()[:, None, None].clone())

    def forward(self, x):
        return torch.matmul(x.permute(0, 2, 3, 1), self.weight).permute(0, 3, 1, 2) + self.bias


class Enlarge(nn.Module):
    """Twice as wide and high, every number four times: copies of whole rows of channels."""

    def forward(self, x):
        return _Enlarged.apply(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class _Enlarged(torch.autograd.Function):
    """The few nodes that it takes in ONNX; traced from PyTorch they are a dozen more, for sizes that nobody asks for."""

    @staticmethod
    def forward(_, x):
        return x.repeat_interleave(2, dim=1).repeat_interleave(2, dim=2)

    @staticmethod
    def symbolic(graph, x):
        def constant(*values):
            return graph.op("Constant", value_t=torch.tensor(values))

        copies = graph.op("Expand", graph.op("Unsqueeze", x, constant(2, 4)), constant(1, 1, 2, 1, 2, 1))
        return graph.op("Reshape", copies, graph.op("Mul", graph.op("Shape", x), constant(1, 2, 2, 1)))
