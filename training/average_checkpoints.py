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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", nargs="+", help="checkpoint.pt of the same network at different steps")
    parser.add_argument("--out", required=True, help="folder of the run that is made, for export_onnx.py")
    options = parser.parse_args()
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in options.checkpoints]
    os.makedirs(options.out, exist_ok=True)
    torch.save(average(states), os.path.join(options.out, "checkpoint.pt"))
    print(f"averaged steps {', '.join(str(state['step']) for state in states)}")


if __name__ == "__main__":
    main()
