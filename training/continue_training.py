"""Trains a recogniser that ships on, and lets it forget nothing: where it is right, its answers are kept. Resumes from its checkpoint; see README.md."""

import argparse
import json
import os
import time
from collections.abc import Callable
from typing import NamedTuple

import cv2
import torch
from torch import nn
from torch.utils.data import DataLoader, IterableDataset

import train_recogniser
import train_visual
from export_onnx import MODELS, RANGES, read_manifest
from mrz_training import alphabet, checkpoint
from mrz_training.clock import Clock
from mrz_training.ctc import ctc_loss, evaluate
from mrz_training.shipped import fold, restore, stored_convolutions, unfold
from train_recogniser import Strips, disturb
from visual_training import alphabet as text_alphabet
from visual_training.batches import batches
from visual_training.distil import teacher_of

MODELS_FOLDER = "../packages/reader/models"
FACES = 600


class Task(NamedTuple):
    """What differs from one recogniser to the other."""

    seed: int
    """Of strips that the model that ships has not seen."""
    draw: Callable
    """(batch, first, seed) → an iterable of batches (pictures (n, 1, 32, w) uint8, texts)."""
    encode: Callable
    decode: Callable
    held_out: Callable


class TextStrips(IterableDataset):
    """Batches of strips of the visual zone, for a single worker; batch i is the same in every run."""

    def __init__(self, batch, first, seed):
        self.drawing = (batch, first, seed)

    def __iter__(self):
        cv2.setNumThreads(1)
        return batches(*self.drawing)


TASKS = {
    "recogniser": Task(
        train_recogniser.STRIPS_SEED + 300,
        lambda batch, first, seed: Strips(batch, first, FACES, seed),
        alphabet.encode,
        alphabet.decode_greedy,
        train_recogniser.held_out,
    ),
    "text": Task(train_visual.STRIPS_SEED + 300, TextStrips, text_alphabet.encode, text_alphabet.decode_greedy, train_visual.held_out),
}


def keep(log_probs, taught, texts, decode=alphabet.decode_greedy):
    """Kullback-Leibler divergence from the teacher's log probabilities (n, steps, classes), a step of those strips that it reads as they are printed; 0 where
    there are none (learning without forgetting, Li and Hoiem 2016)."""
    right = torch.tensor([decode(row) == text for row, text in zip(taught.argmax(dim=2).numpy(), texts)])
    if not right.any():
        return log_probs.new_zeros(())
    apart = taught[right].exp() * (taught[right] - log_probs[right])
    return apart.sum() / (len(apart) * apart.shape[1])


def write_checkpoint(run, step, build, folded, examples, steps_before):
    """`run`/checkpoint.pt as export_onnx.py takes it: with normalisations, made of the averaged weights."""
    model = unfold(build(), [(m.weight, m.bias) for m in folded.modules() if isinstance(m, nn.Conv2d)], examples)
    checkpoint.save(os.path.join(run, "checkpoint.pt"), step, model, checkpoint.Averaged(model), torch.optim.AdamW(model.parameters()))
    with open(os.path.join(run, "restored.json"), "w") as file:
        json.dump({"steps": steps_before}, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", choices=TASKS)
    parser.add_argument("--run", help="folder of its checkpoints; runs/NETWORK unless given")
    parser.add_argument("--models", default=MODELS_FOLDER)
    parser.add_argument("--minutes", type=float, default=60, help="the learning rate falls with the clock")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--peak", type=float, default=2e-4)
    parser.add_argument("--kept", type=float, default=3.0, help="weight of the answers that are kept, beside the texts")
    parser.add_argument("--replay", type=int, default=3, help="times that each strip is used")
    parser.add_argument("--seed", type=int, default=0, help="another one draws strips that the model has not seen when it was continued before")
    parser.add_argument("--float32", action="store_true", help="faster where the processor does not multiply bfloat16 itself")
    options = parser.parse_args()
    task, spec = TASKS[options.network], MODELS[options.network]
    run = options.run or os.path.join("runs", options.network)
    os.makedirs(run, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    # A pool of threads does not survive the fork that draws strips beside the training.
    cv2.setNumThreads(1)
    device = torch.device("cpu")
    path = os.path.join(options.models, spec["file"])
    steps_before = read_manifest(os.path.join(options.models, "manifest.json"))[options.network]["training"]["steps"]
    examples = [torch.from_numpy(example) for example in RANGES[options.network]()]
    teacher = teacher_of(path)
    model = fold(restore(spec["build"](), spec["deploy"], stored_convolutions(path), examples)).to(memory_format=torch.channels_last)
    averaged = checkpoint.Averaged(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.peak, weight_decay=1e-4)
    resumed = os.path.join(run, "folded.pt")
    step = checkpoint.resume(resumed, model, averaged, optimiser)
    source = iter(DataLoader(task.draw(options.batch, step // options.replay, task.seed + options.seed), batch_size=None, num_workers=1, prefetch_factor=8))
    test = task.held_out(640, 32)
    recent, generator, since = [], torch.Generator().manual_seed(step), time.time()
    clock, sums = Clock(None, options.minutes), torch.zeros(2)
    while not clock.is_over(step):
        if step % options.replay == 0 or not recent:
            pictures, texts = next(source)
            recent = (recent + [(pictures, texts)])[-400:]
        else:
            pictures, texts = recent[int(torch.randint(len(recent), (1,), generator=generator))]
        for group in optimiser.param_groups:
            group["lr"] = options.peak * clock.rate(step)
        model.train()
        x = disturb(pictures, generator)
        with torch.autocast("cpu", torch.bfloat16, enabled=not options.float32):
            log_probs = model(x.contiguous(memory_format=torch.channels_last)).float()
        spelt, kept = ctc_loss(log_probs, texts, task.encode), keep(log_probs, teacher(x), texts, task.decode)
        optimiser.zero_grad(set_to_none=True)
        (spelt + options.kept * kept).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        step += 1
        averaged.update(model, step)
        sums += torch.stack([spelt.detach(), kept.detach()])
        if step % 200 == 0:
            print(f"step {step} text {sums[0] / 200:.4f} kept {sums[1] / 200:.4f} {200 * options.batch / (time.time() - since):.0f} strips/s", flush=True)
            sums.zero_()
            since = time.time()
        if step % 1000 == 0 or clock.is_over(step):
            checkpoint.save(resumed, step, model, averaged, optimiser)
            write_checkpoint(run, step, spec["build"], averaged.model, examples, steps_before)
            exact, errors = evaluate(averaged.model, test, device, task.decode)
            print(f"step {step} held out: lines exact {100 * exact:.1f} %, character errors {100 * errors:.2f} %", flush=True)
            since = time.time()


if __name__ == "__main__":
    main()
