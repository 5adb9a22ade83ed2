"""Batches of strips for training the text recogniser, drawn here or in a process beside it."""

import multiprocessing
import os
import queue

import cv2
import numpy as np
import torch

from train_recogniser import collate

from .line_strips import make_strip

_REMEMBERED = 500  # batches that may be used again
_AHEAD = 60  # batches that a process beside draws ahead


def batches(batch, first, seed):
    """Batches of strips of like width; batch i is the same in every run."""
    group = first // 4
    while True:
        strips = [make_strip(np.random.default_rng([seed, group, index])) for index in range(batch * 4)]
        strips.sort(key=lambda pair: pair[0].shape[1])
        for index in np.random.default_rng([seed, group]).permutation(4):
            yield collate(strips[index * batch : (index + 1) * batch])
        group += 1


class Replay:
    """Draws a new batch for every `times` that are asked for, and gives one of the last few hundred else.

    `beside` draws in a process of its own that gives way to the training: then a batch is new
    whenever one is ready.
    """

    def __init__(self, batch, first, seed, times, beside):
        self.times, self.asked, self.recent = times, 0, []
        self.generator = torch.Generator().manual_seed(first)
        self.source = batches(batch, first, seed)
        self.queue = _draw_beside(batch, first, seed) if beside else None

    def next(self):
        self.asked += 1
        new = self._new()
        if new is not None:
            self.recent = (self.recent + [new])[-_REMEMBERED:]
            return new
        return self.recent[int(torch.randint(len(self.recent), (1,), generator=self.generator))]

    def _new(self):
        if self.queue is None:
            return next(self.source) if (self.asked - 1) % self.times == 0 else None
        if self.asked % self.times != 1 and len(self.recent) > _AHEAD:
            return None
        try:
            pictures, texts = self.queue.get(block=not self.recent)
        except queue.Empty:
            return None
        return torch.from_numpy(pictures), texts


def _draw_beside(batch, first, seed):
    context = multiprocessing.get_context("spawn")
    drawn = context.Queue(_AHEAD)
    context.Process(target=_draw, args=(drawn, batch, first, seed), daemon=True).start()
    return drawn


def _draw(drawn, batch, first, seed):
    os.nice(10)
    cv2.setNumThreads(1)
    for pictures, texts in batches(batch, first, seed):
        drawn.put((pictures.numpy(), texts))
