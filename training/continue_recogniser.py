"""Trains the recogniser that ships on, and lets it forget nothing: where it is right, its answers are kept. Resumes from its checkpoint; see README.md."""

import argparse
import json
import os
import time

import torch
from torch import nn
from torch.utils.data import DataLoader

from export_onnx import MODELS, RANGES, read_manifest
from mrz_training import checkpoint
from mrz_training.alphabet import decode_greedy
from mrz_training.clock import Clock
from mrz_training.deploy import deploy_recogniser
from mrz_training.recogniser import Recogniser
from mrz_training.shipped import fold, restore, stored_convolutions, unfold
from train_recogniser import STRIPS_SEED, Strips, disturb, evaluate, held_out, spell
from visual_training.distil import teacher_of

MODELS_FOLDER = "../packages/reader/models"


def keep(log_probs, taught, texts):
    """Kullback-Leibler divergence from the teacher's log probabilities (n, steps, classes), a step of those strips that it reads as they are printed; 0 where
    there are none (learning without forgetting, Li and Hoiem 2016)."""
    right = torch.tensor([decode_greedy(row) == text for row, text in zip(taught.argmax(dim=2).numpy(), texts)])
    if not right.any():
        return log_probs.new_zeros(())
    apart = taught[right].exp() * (taught[right] - log_probs[right])
    return apart.sum() / (len(apart) * apart.shape[1])


def write_checkpoint(run, step, folded, examples, steps_before):
    """`run`/checkpoint.pt as export_onnx.py takes it: with normalisations, made of the averaged weights."""
    model = unfold(Recogniser(), [(m.weight, m.bias) for m in folded.modules() if isinstance(m, nn.Conv2d)], examples)
    checkpoint.save(os.path.join(run, "checkpoint.pt"), step, model, checkpoint.Averaged(model), torch.optim.AdamW(model.parameters()))
    with open(os.path.join(run, "restored.json"), "w") as file:
        json.dump({"steps": steps_before}, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", default="runs/recogniser")
    parser.add_argument("--models", default=MODELS_FOLDER)
    parser.add_argument("--minutes", type=float, default=60, help="the learning rate falls with the clock")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--peak", type=float, default=2e-4)
    parser.add_argument("--kept", type=float, default=3.0, help="weight of the answers that are kept, beside the texts")
    parser.add_argument("--faces", type=int, default=600)
    parser.add_argument("--replay", type=int, default=3, help="times that each strip is used")
    parser.add_argument("--seed", type=int, default=STRIPS_SEED + 300, help="strips that the model has not seen")
    options = parser.parse_args()
    os.makedirs(options.run, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    device = torch.device("cpu")
    path = os.path.join(options.models, MODELS["recogniser"]["file"])
    steps_before = read_manifest(os.path.join(options.models, "manifest.json"))["recogniser"]["training"]["steps"]
    examples = [torch.from_numpy(example) for example in RANGES["recogniser"]()]
    teacher = teacher_of(path)
    model = fold(restore(Recogniser(), deploy_recogniser, stored_convolutions(path), examples)).to(memory_format=torch.channels_last)
    averaged = checkpoint.Averaged(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.peak, weight_decay=1e-4)
    resumed = os.path.join(options.run, "folded.pt")
    step = checkpoint.resume(resumed, model, averaged, optimiser)
    source = iter(DataLoader(Strips(options.batch, step // options.replay, options.faces, options.seed), batch_size=None, num_workers=1, prefetch_factor=8))
    test = held_out(640, 32)
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
        with torch.autocast("cpu", torch.bfloat16):
            log_probs = model(x.contiguous(memory_format=torch.channels_last)).float()
        spelt, kept = spell(log_probs, texts), keep(log_probs, teacher(x), texts)
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
            write_checkpoint(options.run, step, averaged.model, examples, steps_before)
            exact, errors = evaluate(averaged.model, test, device)
            print(f"step {step} held out: lines exact {100 * exact:.1f} %, character errors {100 * errors:.2f} %", flush=True)
            since = time.time()


if __name__ == "__main__":
    main()
