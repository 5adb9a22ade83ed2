"""The detector: where the lines of a zone run, and in which direction they read."""

import torch
from torch import nn

from .layers import Residual, convolution


class Detector(nn.Module):
    """A small feature pyramid.

    `picture` (n, 1, h, w), grey 0..1, h and w multiples of 16 → `maps` (n, 3, h / 4, w / 4): the probability that a cell lies on the core of
    a zone's line, and the unit vector (cos, sin) of the reading direction there, x to the right and y down.
    """

    def __init__(self):
        super().__init__()
        self.quarter = nn.Sequential(convolution(1, 12, 2), convolution(12, 24, 2))
        self.eighth = nn.Sequential(convolution(24, 40, 2), Residual(40))
        self.sixteenth = nn.Sequential(convolution(40, 64, 2), Residual(64), Residual(64))
        self.thirty_second = nn.Sequential(convolution(64, 96, 2), Residual(96), Residual(96))
        self.enlarge = nn.Upsample(scale_factor=2.0, mode="nearest")
        self.lateral = nn.ModuleList([nn.Conv2d(channels, 24, 1) for channels in (24, 40, 64, 96)])
        self.head = nn.Sequential(convolution(24, 24), nn.Conv2d(24, 3, 1))

    def logits(self, picture):
        x = picture - picture.mean(dim=(2, 3), keepdim=True)
        x = x / ((x * x).mean(dim=(2, 3), keepdim=True).sqrt() + 0.02)
        levels = [self.quarter(x)]
        for stage in (self.eighth, self.sixteenth, self.thirty_second):
            levels.append(stage(levels[-1]))
        merged = self.lateral[3](levels[3])
        for level in (2, 1, 0):
            side = self.lateral[level](levels[level])
            merged = self.enlarge(merged)
            if level == 2:
                # A side that is a multiple of 16 but not of 32 rounds up on the way down.
                merged = merged[:, :, : side.shape[2], : side.shape[3]]
            merged = merged + side
        return self.head(merged)

    def forward(self, picture):
        raw = self.logits(picture).float()
        direction = raw[:, 1:]
        length = (direction * direction).sum(dim=1, keepdim=True).sqrt() + 1e-6
        return torch.cat([torch.sigmoid(raw[:, :1]), direction / length], dim=1)
