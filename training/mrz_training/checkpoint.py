"""Training that can be cut off: everything needed to go on is in one file, replaced in one step."""

import copy
import os

import torch


class Averaged:
    """An exponential moving average of a model's weights, which is what gets exported."""

    def __init__(self, model, decay=0.999):
        self.model = copy.deepcopy(model).eval()
        self.decay = decay

    @torch.no_grad()
    def update(self, model, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        for mine, theirs in zip(self.model.state_dict().values(), model.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - decay)
            else:
                mine.copy_(theirs)


def save(path, step, model, averaged, optimiser):
    state = {"step": step, "model": model.state_dict(), "averaged": averaged.model.state_dict(), "optimiser": optimiser.state_dict()}
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def resume(path, model, averaged, optimiser):
    """The step to go on from; 0 when there is no checkpoint."""
    if not os.path.exists(path):
        return 0
    state = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    averaged.model.load_state_dict(state["averaged"])
    optimiser.load_state_dict(state["optimiser"])
    return state["step"]


def learning_rate(step, steps, peak, warm_up=300, decay=0.3):
    """Warm-up, a plateau, and a linear way down over the last `decay` of the steps."""
    if step < warm_up:
        return peak * (step + 1) / warm_up
    left = (steps - step) / max(1.0, steps * decay)
    return peak * max(0.0, min(1.0, left))
