"""The detector: where the lines of a zone run, and in which direction they read."""

import torch
from torch import nn
from torch.nn import functional


def _block(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class _Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.body = nn.Sequential(
            _block(channels, channels), nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels)
        )

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Detector(nn.Module):
    """A small feature pyramid.

    `picture` (n, 1, h, w), grey 0..1, h and w multiples of 16 → `maps` (n, 3, h / 4, w / 4): the probability that a cell lies on the core of
    a zone's line, and the unit vector (cos, sin) of the reading direction there, x to the right and y down.
    """

    def __init__(self):
        super().__init__()
        self.quarter = nn.Sequential(_block(1, 12, 2), _block(12, 24, 2))
        self.eighth = nn.Sequential(_block(24, 40, 2), _Residual(40))
        self.sixteenth = nn.Sequential(_block(40, 64, 2), _Residual(64), _Residual(64))
        self.thirty_second = nn.Sequential(_block(64, 96, 2), _Residual(96), _Residual(96))
        self.lateral = nn.ModuleList([nn.Conv2d(channels, 24, 1) for channels in (24, 40, 64, 96)])
        self.head = nn.Sequential(_block(24, 24), nn.Conv2d(24, 3, 1))

    def logits(self, picture):
        x = picture - picture.mean(dim=(2, 3), keepdim=True)
        x = x / ((x * x).mean(dim=(2, 3), keepdim=True).sqrt() + 0.02)
        levels = [self.quarter(x)]
        for stage in (self.eighth, self.sixteenth, self.thirty_second):
            levels.append(stage(levels[-1]))
        merged = self.lateral[3](levels[3])
        for level in (2, 1, 0):
            side = self.lateral[level](levels[level])
            merged = functional.interpolate(merged, scale_factor=2.0, mode="nearest")
            # A height that is a multiple of 16 but not of 32 rounds up on the way down.
            merged = merged[:, :, : side.shape[2], : side.shape[3]] + side
        return self.head(merged)

    def forward(self, picture):
        raw = self.logits(picture).float()
        direction = raw[:, 1:]
        length = (direction * direction).sum(dim=1, keepdim=True).sqrt() + 1e-6
        return torch.cat([torch.sigmoid(raw[:, :1]), direction / length], dim=1)
