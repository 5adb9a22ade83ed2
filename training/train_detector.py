"""Trains the detector on scenes drawn on the fly. Resumes from its checkpoint; see README.md."""

import argparse
import os
import time

import cv2
import numpy as np
import torch
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

from mrz_training import checkpoint
from mrz_training.detector import Detector
from mrz_training.faces import make_faces
from mrz_training.scenes import make_close_up, make_scene

FACES_SEED, SCENES_SEED, TEST_SEED = 21, 22, 23
# (maker, height, width, pictures in a batch); the turns of a cycle.
_CYCLE = [(make_scene, 448, 640, 6), (make_close_up, 144, 640, 16), (make_scene, 640, 448, 6), (make_scene, 448, 448, 8), (make_close_up, 208, 640, 12)]


def make_batch(seed, index, faces):
    """(pictures uint8 (n, 1, h, w), maps float16 (n, 3, h / 4, w / 4)) of batch `index`."""
    maker, height, width, count = _CYCLE[index % len(_CYCLE)]
    made = [maker(np.random.default_rng([seed, index, i]), faces, (height, width)) for i in range(count)]
    pictures = torch.from_numpy(np.stack([picture for picture, _ in made])[:, None])
    return pictures, torch.from_numpy(np.stack([maps for _, maps in made]).astype(np.float16))


class Scenes(IterableDataset):
    """Batch i is the same in every run; workers take turns."""

    def __init__(self, first, faces):
        self.first, self.faces = first, faces

    def __iter__(self):
        cv2.setNumThreads(1)
        info = torch.utils.data.get_worker_info()
        index, workers = self.first + (info.id if info else 0), info.num_workers if info else 1
        faces = make_faces(self.faces, FACES_SEED)
        while True:
            yield make_batch(SCENES_SEED, index, faces)
            index += workers


def disturb(pictures, maps, generator):
    """Mirrored twice (a half turn) at random, other exposure, other grain: cheap variety for a picture's second use."""
    x, maps = pictures.float() / 255, maps.float()
    if float(torch.rand((), generator=generator)) < 0.3:
        x, maps = x.flip((2, 3)), maps.flip((2, 3)) * torch.tensor([1.0, -1.0, -1.0]).view(1, 3, 1, 1)
    n = x.shape[0]
    x = x * (1 + 0.2 * torch.randn(n, 1, 1, 1, generator=generator)) + 0.05 * torch.randn(n, 1, 1, 1, generator=generator)
    x = x + 0.02 * torch.rand(n, 1, 1, 1, generator=generator) * torch.randn(x.shape, generator=generator)
    return x.clamp(0, 1), maps


def loss_of(model, x, maps, bfloat16=True):
    with torch.autocast(x.device.type, torch.bfloat16, enabled=bfloat16):
        raw = model.logits(x.contiguous(memory_format=torch.channels_last))
    raw = raw.float()
    core, direction = maps[:, :1], maps[:, 1:]
    entropy = functional.binary_cross_entropy_with_logits(raw[:, :1], core, reduction="none")
    # Ribbons cover little of a picture: their cells weigh more.
    entropy = (entropy * (1 + 4 * core)).mean()
    probability = torch.sigmoid(raw[:, :1])
    overlap = 2 * (probability * core).sum() + 1
    dice = 1 - overlap / (probability.square().sum() + core.square().sum() + 1)
    known = (core > 0.3).float()
    unit = raw[:, 1:] / (raw[:, 1:].square().sum(dim=1, keepdim=True).sqrt() + 1e-4)
    turn = ((1 - (unit * direction).sum(dim=1, keepdim=True)) * known).sum() / (known.sum() + 1)
    return entropy * 4 + dice * 0.5 + turn * 0.5


@torch.no_grad()
def evaluate(model, batches, device):
    """(precision, recall of core cells at 0.5; share of core cells whose direction is within 20 degrees)."""
    hit = said = true = near = 0.0
    for pictures, maps in batches:
        out, maps = model(pictures.to(device).float() / 255).cpu(), maps.float()
        found, core = out[:, 0] > 0.5, maps[:, 0] > 0.5
        hit, said, true = hit + float((found & core).sum()), said + float(found.sum()), true + float(core.sum())
        near += float((((out[:, 1:] * maps[:, 1:]).sum(dim=1) > 0.94) & core).sum())
    return hit / max(1, said), hit / max(1, true), near / max(1, true)


def held_out():
    faces = make_faces(40, TEST_SEED)
    return [make_batch(TEST_SEED, index, faces) for index in range(15)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", default="runs/detector")
    parser.add_argument("--steps", type=int, default=10000)
    parser.add_argument("--peak", type=float, default=2e-3)
    parser.add_argument("--faces", type=int, default=300)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--float32", action="store_true", help="no bfloat16, which some processors know but compute slowly")
    parser.add_argument("--replay", type=int, default=2, help="times that each scene is used")
    options = parser.parse_args()
    os.makedirs(options.run, exist_ok=True)
    torch.manual_seed(2)
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = Detector().to(device).to(memory_format=torch.channels_last)
    averaged = checkpoint.Averaged(model, 0.998)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.peak, weight_decay=0.01)
    path = os.path.join(options.run, "checkpoint.pt")
    step = checkpoint.resume(path, model, averaged, optimiser)
    source = iter(DataLoader(Scenes(step // options.replay, options.faces), batch_size=None, num_workers=options.workers, prefetch_factor=6))
    test = held_out()
    recent, generator, mean, since = [], torch.Generator().manual_seed(step), 1.0, time.time()
    while step < options.steps:
        if step % options.replay == 0 or not recent:
            batch = next(source)
            recent = (recent + [batch])[-200:]
        else:
            batch = recent[int(torch.randint(len(recent), (1,), generator=generator))]
        for group in optimiser.param_groups:
            group["lr"] = checkpoint.learning_rate(step, options.steps, options.peak)
        model.train()
        x, maps = disturb(*batch, generator)
        loss = loss_of(model, x.to(device), maps.to(device), not options.float32)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        step += 1
        averaged.update(model, step)
        mean = 0.98 * mean + 0.02 * float(loss.detach())
        if step % 100 == 0:
            print(f"step {step} loss {mean:.4f} {100 / (time.time() - since):.2f} steps/s", flush=True)
            since = time.time()
        if step % 500 == 0 or step == options.steps:
            checkpoint.save(path, step, model, averaged, optimiser)
            precision, recall, near = evaluate(averaged.model, test, device)
            print(f"step {step} held out: precision {precision:.3f} recall {recall:.3f} direction {near:.3f}", flush=True)
            since = time.time()


if __name__ == "__main__":
    main()
