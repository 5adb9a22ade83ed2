"""The mean of checkpoints."""

import torch

from average_checkpoints import average


def state(step, weight, batches):
    return {"step": step, "averaged": {"weight": torch.tensor([weight]), "batches": torch.tensor(batches)}, "optimiser": {"of": step}}


def test_weights_are_averaged_and_the_rest_is_the_latest():
    mean = average([state(10, 1.0, 3), state(30, 5.0, 9), state(20, 3.0, 6)])
    assert mean["step"] == 30 and mean["optimiser"] == {"of": 30}
    assert mean["averaged"]["weight"].tolist() == [3.0]
    assert mean["averaged"]["batches"].item() == 9
