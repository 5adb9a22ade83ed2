"""Averages the weights of a run's checkpoints; the mean of two states of one training mostly errs less than either (Izmailov et al. 2018)."""

import argparse
import os

import torch


def average(states):
    """The latest of the checkpoints, with the mean of the averaged weights of all; what is counted, not measured, stays as it is."""
    latest = max(states, key=lambda state: state["step"])
    averaged = {
        name: torch.stack([state["averaged"][name] for state in states]).mean(dim=0) if weights.dtype.is_floating_point else weights
        for name, weights in latest["averaged"].items()
    }
    return {**latest, "averaged": averaged}


def sharpen(state, inverse_temperature):
    """The same network with its answers so many times as far apart: a training on what is hard to read leaves it less sure of what is not (temperature scaling, Guo et al. 2017)."""
    # The last convolution gives the numbers that become probabilities.
    last = max((name.rpartition(".")[0] for name in state["averaged"] if name.startswith("context.")), key=lambda name: int(name.split(".")[1]))
    changed = {f"{last}.{part}": state["averaged"][f"{last}.{part}"] * inverse_temperature for part in ("weight", "bias")}
    return {**state, "averaged": {**state["averaged"], **changed}}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", nargs="+", help="checkpoint.pt of the same network at different steps")
    parser.add_argument("--out", required=True, help="folder of the run that is made, for export_onnx.py")
    parser.add_argument("--inverse-temperature", type=float, default=1.0, help="of a recogniser's probabilities: above 1 it is more sure")
    options = parser.parse_args()
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in options.checkpoints]
    os.makedirs(options.out, exist_ok=True)
    torch.save(sharpen(average(states), options.inverse_temperature), os.path.join(options.out, "checkpoint.pt"))
    print(f"averaged steps {', '.join(str(state['step']) for state in states)}")


if __name__ == "__main__":
    main()
