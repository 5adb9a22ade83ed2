"""Trains the recogniser on strips drawn on the fly. Resumes from its checkpoint; see README.md."""

import argparse
import os
import time

import cv2
import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

from mrz_training import checkpoint
from mrz_training.alphabet import decode_greedy, encode
from mrz_training.ctc import ctc_loss, evaluate
from mrz_training.faces import make_faces
from mrz_training.line_strips import STRIP_HEIGHT, make_strip
from mrz_training.recogniser import Recogniser

FACES_SEED, STRIPS_SEED, TEST_SEED = 11, 12, 13


def collate(strips):
    """(pictures (n, 1, 32, w) uint8, texts): strips padded with their own last column, w a multiple of 8."""
    width = -(-max(strip.shape[1] for strip, _ in strips) // 8) * 8
    batch = np.empty((len(strips), 1, STRIP_HEIGHT, width), np.uint8)
    for row, (strip, _) in enumerate(strips):
        batch[row, 0] = np.pad(strip, ((0, 0), (0, width - strip.shape[1])), mode="edge")
    return torch.from_numpy(batch), [text for _, text in strips]


class Strips(IterableDataset):
    """Batches of strips of like width. Batch i is the same in every run; workers take turns."""

    def __init__(self, batch, first, faces, seed):
        self.batch, self.first, self.faces, self.seed = batch, first, faces, seed

    def __iter__(self):
        cv2.setNumThreads(1)
        info = torch.utils.data.get_worker_info()
        worker, workers = (info.id, info.num_workers) if info else (0, 1)
        faces = make_faces(self.faces, FACES_SEED)
        group = self.first // 4 + worker
        while True:
            strips = [make_strip(np.random.default_rng([self.seed, group, i]), faces) for i in range(self.batch * 4)]
            strips.sort(key=lambda pair: pair[0].shape[1])
            for index in np.random.default_rng([self.seed, group]).permutation(4):
                yield collate(strips[index * self.batch : (index + 1) * self.batch])
            group += workers


def disturb(pictures, generator):
    """Cheap changes that make a strip new each time it is used: exposure, grain, a shift of a pixel."""
    x = pictures.float() / 255
    n = x.shape[0]
    gain = 1 + 0.15 * torch.randn(n, 1, 1, 1, generator=generator)
    x = x * gain + 0.05 * torch.randn(n, 1, 1, 1, generator=generator)
    x = x + 0.02 * torch.rand(n, 1, 1, 1, generator=generator) * torch.randn(x.shape, generator=generator)
    dy, dx = (int(v) for v in torch.randint(-1, 2, (2,), generator=generator))
    return torch.roll(x, (dy, dx), (2, 3)).clamp(0, 1)


def loss_of(model, x, texts, device, bfloat16=True):
    with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
        log_probs = model(x.to(device).contiguous(memory_format=torch.channels_last))
    return ctc_loss(log_probs, texts, encode)


def held_out(count, batch):
    faces = make_faces(60, TEST_SEED)
    strips = [make_strip(np.random.default_rng([TEST_SEED, i]), faces) for i in range(count)]
    strips.sort(key=lambda pair: pair[0].shape[1])
    return [collate(strips[i : i + batch]) for i in range(0, count, batch)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", default="runs/recogniser")
    parser.add_argument("--steps", type=int, default=24000)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--peak", type=float, default=2e-3)
    parser.add_argument("--faces", type=int, default=600)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--float32", action="store_true", help="no bfloat16, which some processors know but compute slowly")
    parser.add_argument("--replay", type=int, default=2, help="times that each strip is used")
    parser.add_argument("--seed", type=int, default=STRIPS_SEED, help="another one shows a restored checkpoint strips that it has not seen")
    options = parser.parse_args()
    os.makedirs(options.run, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = Recogniser().to(device).to(memory_format=torch.channels_last)
    averaged = checkpoint.Averaged(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.peak, weight_decay=0.01)
    path = os.path.join(options.run, "checkpoint.pt")
    step = checkpoint.resume(path, model, averaged, optimiser)
    strips = Strips(options.batch, step // options.replay, options.faces, options.seed)
    source = iter(DataLoader(strips, batch_size=None, num_workers=options.workers, prefetch_factor=8))
    test = held_out(640, 32)
    recent, generator, mean, since = [], torch.Generator().manual_seed(step), 0.0, time.time()
    while step < options.steps:
        if step % options.replay == 0 or not recent:
            batch = next(source)
            recent = (recent + [batch])[-400:]
        else:
            batch = recent[int(torch.randint(len(recent), (1,), generator=generator))]
        for group in optimiser.param_groups:
            group["lr"] = checkpoint.learning_rate(step, options.steps, options.peak)
        model.train()
        loss = loss_of(model, disturb(batch[0], generator), batch[1], device, not options.float32)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        step += 1
        averaged.update(model, step)
        mean = 0.98 * mean + 0.02 * float(loss.detach()) if step > 1 else float(loss.detach())
        if step % 200 == 0:
            print(f"step {step} loss {mean:.4f} {200 * options.batch / (time.time() - since):.0f} strips/s", flush=True)
            since = time.time()
        if step % 1000 == 0 or step == options.steps:
            checkpoint.save(path, step, model, averaged, optimiser)
            exact, errors = evaluate(averaged.model, test, device, decode_greedy)
            print(f"step {step} held out: lines exact {100 * exact:.1f} %, character errors {100 * errors:.2f} %", flush=True)
            since = time.time()


if __name__ == "__main__":
    main()
