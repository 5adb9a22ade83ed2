"""Trains the text recogniser of the visual zone on strips drawn on the fly. Begins with the zone's shipped recogniser or with a teacher, resumes from its checkpoint; see README.md."""

import argparse
import os
import time

import cv2
import numpy as np
import torch

from mrz_training import checkpoint
from mrz_training.clock import Clock
from mrz_training.ctc import ctc_loss, evaluate
from mrz_training.deploy import deploy_recogniser
from mrz_training.recogniser import Recogniser
from mrz_training.shipped import restore, stored_convolutions
from train_recogniser import collate, disturb
from visual_training.alphabet import decode_greedy, encode
from visual_training.batches import Replay, batches
from visual_training.distil import divergence, narrow, teacher_of
from visual_training.line_strips import make_strip
from visual_training.recogniser import TextRecogniser, Widths

STRIPS_SEED, TEST_SEED = 62, 63
ZONE_RECOGNISER = os.path.join(os.path.dirname(__file__), "..", "packages", "reader", "models", "mrz-recogniser.onnx")
# With a teacher its probabilities decide, and the text corrects them: what both weigh for a character.
TEXT_WEIGHT, TEACHER_WEIGHT = 0.3, 5.0


def loss_of(model, x, texts, device, bfloat16, teacher=None):
    with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
        log_probs = model(x.to(device).contiguous(memory_format=torch.channels_last))
    spelt = ctc_loss(log_probs, texts, encode)
    return spelt if teacher is None else TEXT_WEIGHT * spelt + TEACHER_WEIGHT * divergence(log_probs.cpu(), teacher(x))


def held_out(count, batch):
    strips = [make_strip(np.random.default_rng([TEST_SEED, index]), held_out=True) for index in range(count)]
    strips.sort(key=lambda pair: pair[0].shape[1])
    return [collate(strips[at : at + batch]) for at in range(0, count, batch)]


def begin(model, examples):
    """Takes the layers that see strokes from the zone's recogniser: letters are letters."""
    zone = restore(Recogniser(), deploy_recogniser, stored_convolutions(ZONE_RECOGNISER), examples)
    model.features.load_state_dict(zone.features.state_dict())
    return model


def begin_narrow(path, widths, examples):
    """A recogniser of these widths, made from the wider one that was exported to `path`."""
    return narrow(restore(TextRecogniser(), deploy_recogniser, stored_convolutions(path), examples), widths, examples)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", default="runs/visual")
    parser.add_argument("--steps", type=int, default=24000)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--peak", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--float32", action="store_true", help="no bfloat16, which some processors know but compute slowly")
    parser.add_argument("--replay", type=int, default=3, help="times that each strip is used")
    parser.add_argument("--seed", type=int, default=STRIPS_SEED)
    parser.add_argument("--beside", action="store_true", help="draw in a second process")
    parser.add_argument("--minutes", type=float, help="how long to train, instead of --steps: the learning rate falls with the clock")
    parser.add_argument("--teacher", help="exported recogniser to begin with, and whose probabilities are learned with the texts")
    parser.add_argument("--widths", type=int, nargs=len(Widths()), default=Widths(), metavar=tuple(name.upper() for name in Widths._fields), help="of the network")
    options = parser.parse_args()
    os.makedirs(options.run, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    cv2.setNumThreads(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    widths = Widths(*options.widths)
    model = TextRecogniser(widths)
    path = os.path.join(options.run, "checkpoint.pt")
    if not os.path.exists(path):
        source = batches(options.batch, 0, options.seed)
        examples = [next(source)[0].float() / 255 for _ in range(8)]
        model = begin_narrow(options.teacher, widths, examples) if options.teacher else begin(model, examples)
    teacher = teacher_of(options.teacher) if options.teacher else None
    model = model.to(device).to(memory_format=torch.channels_last)
    averaged = checkpoint.Averaged(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.peak, weight_decay=0.01)
    step = checkpoint.resume(path, model, averaged, optimiser)
    source = Replay(options.batch, step // options.replay, options.seed, options.replay, options.beside)
    test = held_out(480, 32)
    generator, mean, since = torch.Generator().manual_seed(step), 0.0, time.time()
    clock = Clock(options.steps, options.minutes)
    while not clock.is_over(step):
        batch = source.next()
        for group in optimiser.param_groups:
            group["lr"] = options.peak * clock.rate(step)
        model.train()
        loss = loss_of(model, disturb(batch[0], generator), batch[1], device, not options.float32, teacher)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        step += 1
        averaged.update(model, step)
        mean = 0.98 * mean + 0.02 * float(loss.detach()) if mean else float(loss.detach())
        if step % 100 == 0:
            print(f"step {step} loss {mean:.4f} {100 * options.batch / (time.time() - since):.0f} strips/s", flush=True)
            since = time.time()
        if step % 500 == 0 or clock.is_over(step):
            checkpoint.save(path, step, model, averaged, optimiser)
            exact, errors = evaluate(averaged.model, test, device, decode_greedy)
            print(f"step {step} held out: lines exact {100 * exact:.1f} %, character errors {100 * errors:.2f} %", flush=True)
            since = time.time()


if __name__ == "__main__":
    main()
