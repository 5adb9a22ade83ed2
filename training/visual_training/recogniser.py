"""The text recogniser: what one line of the visual zone says."""

from typing import NamedTuple

import torch
from torch import nn

from mrz_training.layers import Residual, convolution

from .alphabet import CLASSES


class Widths(NamedTuple):
    """Channels of layers that one other layer reads: inside both residual blocks, and between the convolutions over columns. The defaults are of the one that ships."""

    first: int = 48
    second: int = 80
    context: int = 176


class TextRecogniser(nn.Module):
    """Convolutions and CTC like the zone's recogniser, whose first layers it has and starts from.

    Letters of proportional faces are narrow, so each column of four pixels gives two steps: `strips` (n, 1, 32, w), grey 0..1 → log probabilities (n, w / 2, classes).
    """

    def __init__(self, widths=Widths()):
        super().__init__()
        self.features = nn.Sequential(
            convolution(1, 24, 2),
            convolution(24, 48, 2),
            Residual(48, widths.first),
            convolution(48, 80, (2, 1)),
            Residual(80, widths.second),
            nn.Conv2d(80, 128, (4, 1), bias=False),
            nn.BatchNorm2d(128),
            nn.ReLU(inplace=True),
        )
        self.context = nn.Sequential(
            nn.Conv2d(128, widths.context, (1, 3), 1, (0, 1), bias=False),
            nn.BatchNorm2d(widths.context),
            nn.ReLU(inplace=True),
            nn.Conv2d(widths.context, 176, (1, 5), 1, (0, 2), bias=False),
            nn.BatchNorm2d(176),
            nn.ReLU(inplace=True),
            nn.Dropout2d(0.05),
            nn.Conv2d(176, 2 * CLASSES, 1),
        )

    def forward(self, strips):
        centred = strips - strips.mean(dim=(2, 3), keepdim=True)
        spread = (centred * centred).mean(dim=(2, 3), keepdim=True).sqrt()
        columns = self.context(self.features(centred / (spread + 0.02)))
        # Columns are one row high. In this order the exported product leaves them, so that nothing is copied.
        steps = columns.permute(0, 2, 3, 1)
        return steps.reshape(steps.shape[0], -1, CLASSES).float().log_softmax(dim=2)
