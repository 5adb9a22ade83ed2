"""The mean of checkpoints."""

import torch

from average_checkpoints import average, sharpen
from mrz_training.recogniser import Recogniser


def state(step, weight, batches):
    return {"step": step, "averaged": {"weight": torch.tensor([weight]), "batches": torch.tensor(batches)}, "optimiser": {"of": step}}


def test_weights_are_averaged_and_the_rest_is_the_latest():
    mean = average([state(10, 1.0, 3), state(30, 5.0, 9), state(20, 3.0, 6)])
    assert mean["step"] == 30 and mean["optimiser"] == {"of": 30}
    assert mean["averaged"]["weight"].tolist() == [3.0]
    assert mean["averaged"]["batches"].item() == 9


def test_a_sharpened_recogniser_says_the_same_more_surely():
    torch.manual_seed(5)
    plain, sharp = Recogniser().eval(), Recogniser().eval()
    sharp.load_state_dict(sharpen({"averaged": plain.state_dict()}, 1.5)["averaged"])
    strips = torch.rand(1, 1, 32, 64)
    with torch.no_grad():
        expected = (1.5 * plain(strips)).log_softmax(dim=2)
        assert float((sharp(strips) - expected).abs().max()) < 1e-5
