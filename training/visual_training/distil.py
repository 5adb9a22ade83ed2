"""A narrower text recogniser that answers as a wider one does: made of it channel by channel, and trained on to give its probabilities (Hinton et al. 2015)."""

import copy

import onnxruntime
import torch
from torch.nn import functional

from .recogniser import TextRecogniser

# Convolutions that one other reads, their normalisations, and that other: those whose channels `Widths` counts.
INNER_LAYERS = (
    ("features.2.body.0.0", "features.2.body.0.1", "features.2.body.1"),
    ("features.4.body.0.0", "features.4.body.0.1", "features.4.body.1"),
    ("context.0", "context.1", "context.3"),
)
# Keeps what is fitted small where examples do not decide it, as a share of the inputs' mean square.
RIDGE = 1e-4


def teacher_of(path):
    """An exported recogniser as a function from strips (n, 1, 32, w) to log probabilities (n, w / 2, classes): in eight bits it costs little beside a step of training."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda strips: torch.from_numpy(session.run(None, {"strips": strips.numpy()})[0])


def divergence(student, teacher):
    """Kullback-Leibler divergence of two recognisers' log probabilities (n, steps, classes), in nats a step."""
    return functional.kl_div(student, teacher, log_target=True, reduction="sum") / (student.shape[0] * student.shape[1])


@torch.no_grad()
def narrow(wide, widths, examples):
    """A recogniser of these `widths` made of a wider one, as near to it on the `examples` (strips as networks take them) as one layer after the other can be.

    Channels are left out whose work the others do best, and what reads them is fitted anew, to give of fewer channels what it gave of all (He et al. 2017).
    """
    narrower, model = TextRecogniser(widths).eval(), copy.deepcopy(wide).eval()
    for before, normalisation, name in INNER_LAYERS:
        reader, count = model.get_submodule(name), narrower.get_submodule(name).in_channels
        if count == reader.in_channels:
            continue
        inputs, wanted = _products(model, wide, name, examples)
        kept = _choose(inputs, wanted, reader.in_channels, count)
        at = _places(kept, reader.weight[0, 0].numel())
        fitted = torch.linalg.solve(inputs[at][:, at], wanted[at]).float()
        reader.weight.data = fitted[:-1].t().reshape(-1, count, *reader.kernel_size)
        # The last row is what the 1 adds: a convolution has no bias, its normalisation has.
        _following(model, name).running_mean.sub_(fitted[-1])
        for module in (model.get_submodule(before), model.get_submodule(normalisation)):
            for values in (*module.parameters(), *(buffer for buffer in module.buffers() if buffer.dim())):
                values.data = values[kept]
    narrower.load_state_dict(model.state_dict())
    return narrower


def _products(model, wide, name, examples):
    """Sums of products over the examples: of what the convolution `name` of the model multiplies, and a 1, with one another and with what it gives in `wide`."""
    convolution, seen, sums = model.get_submodule(name), {}, 0.0
    hooks = [
        convolution.register_forward_pre_hook(lambda _, inputs: seen.update(inputs=inputs[0])),
        wide.get_submodule(name).register_forward_hook(lambda _, __, output: seen.update(wanted=output)),
    ]
    for example in examples:
        model(example), wide(example)
        inputs = functional.unfold(seen["inputs"], convolution.kernel_size, padding=convolution.padding, stride=convolution.stride)
        inputs = inputs.transpose(0, 1).flatten(1)
        both = torch.cat([inputs, torch.ones_like(inputs[:1]), seen["wanted"].transpose(0, 1).flatten(1)]).double()
        sums = sums + both @ both.t()
    for hook in hooks:
        hook.remove()
    count = len(sums) - convolution.out_channels
    inputs = sums[:count, :count]
    return inputs + RIDGE * inputs.diagonal().mean() * torch.eye(count), sums[:count, count:]


def _choose(inputs, wanted, channels, count):
    """Leaves out one channel after the other, always the one without which the fit to what is wanted gets worse by least."""
    kept, size = list(range(channels)), (len(inputs) - 1) // channels
    while len(kept) > count:
        at = _places(kept, size)
        inverse = torch.linalg.inv(inputs[at][:, at])
        fitted = inverse @ wanted[at]
        own = [slice(index * size, (index + 1) * size) for index in range(len(kept))]
        worse = [float((fitted[part] * torch.linalg.solve(inverse[part, part], fitted[part])).sum()) for part in own]
        del kept[worse.index(min(worse))]
    return kept


def _places(channels, size):
    """Where these channels' inputs stand, `size` of each, and the 1 behind them all."""
    return [channel * size + place for channel in channels for place in range(size)] + [-1]


def _following(model, name):
    """The module behind another one."""
    parent, _, index = name.rpartition(".")
    return model.get_submodule(f"{parent}.{int(index) + 1}")
