"""The recogniser: what one line says."""

import torch
from torch import nn

from .alphabet import CLASSES
from .layers import Residual, convolution


class Recogniser(nn.Module):
    """Convolutions and CTC; no recurrence and a view of about four characters, so that it reads glyphs and cannot make up words.

    `strips` (n, 1, 32, w), grey 0..1 → log probabilities (n, w / 4, 38).
    """

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            convolution(1, 24, 2),
            convolution(24, 48, 2),
            Residual(48),
            convolution(48, 80, (2, 1)),
            Residual(80),
            nn.Conv2d(80, 128, (4, 1), bias=False),
            nn.BatchNorm2d(128),
            nn.ReLU(inplace=True),
        )
        self.context = nn.Sequential(
            nn.Conv2d(128, 128, (1, 3), 1, (0, 1), bias=False),
            nn.BatchNorm2d(128),
            nn.ReLU(inplace=True),
            nn.Conv2d(128, 128, (1, 5), 1, (0, 2), bias=False),
            nn.BatchNorm2d(128),
            nn.ReLU(inplace=True),
            nn.Dropout2d(0.05),
            nn.Conv2d(128, CLASSES, 1),
        )

    def forward(self, strips):
        centred = strips - strips.mean(dim=(2, 3), keepdim=True)
        spread = (centred * centred).mean(dim=(2, 3), keepdim=True).sqrt()
        columns = self.context(self.features(centred / (spread + 0.02)))
        return columns[:, :, 0].transpose(1, 2).float().log_softmax(dim=2)
