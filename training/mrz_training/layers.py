"""What both networks are made of."""

import torch
from torch import nn


def convolution(inputs, outputs, stride=1):
    """3x3 convolution, normalisation, ReLU; the normalisation is folded into the convolution at export."""
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    """Two convolutions beside a straight way (He et al. 2015), with `inner` channels between them: as many as outside unless said otherwise."""

    def __init__(self, channels, inner=None):
        super().__init__()
        inner = inner or channels
        self.body = nn.Sequential(convolution(channels, inner), nn.Conv2d(inner, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return torch.relu(x + self.body(x))
