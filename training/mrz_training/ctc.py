"""Connectionist temporal classification (Graves et al. 2006): what a recogniser loses on texts, and how well it reads strips."""

import torch
from torch.nn import functional


def ctc_loss(log_probs, texts, encode):
    """CTC loss of log probabilities (n, steps, classes) for the strips' texts, a character; `encode` gives the classes of a text."""
    targets = torch.tensor([c for text in texts for c in encode(text)], dtype=torch.long)
    lengths = torch.tensor([len(text) for text in texts], dtype=torch.long)
    steps = torch.full((len(texts),), log_probs.shape[1], dtype=torch.long)
    return functional.ctc_loss(log_probs.float().cpu().transpose(0, 1), targets, steps, lengths, zero_infinity=True)


@torch.no_grad()
def evaluate(model, batches, device, decode):
    """(lines exact, character error rate) of greedy decoding on batches (pictures (n, 1, 32, w) uint8, texts); `decode` makes a text of classes (steps,)."""
    right = lines = errors = characters = 0
    for pictures, texts in batches:
        best = model(pictures.to(device).float() / 255).argmax(dim=2).cpu().numpy()
        for row, text in zip(best, texts):
            read = decode(row)
            right += read == text
            lines += 1
            characters += len(text)
            errors += distance(read, text)
    return right / lines, errors / characters


def distance(a, b):
    """Least number of characters to put in, leave out or replace that makes `b` of `a` (Levenshtein 1966)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]
