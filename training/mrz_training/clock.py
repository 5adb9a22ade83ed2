"""How far a training is, and how fast it learns there."""

import math
import time

from . import checkpoint


class Clock:
    """How far a training is: by its steps, or by the time since it began, for a machine that is shared."""

    def __init__(self, steps, minutes):
        self.steps, self.minutes, self.began, self.first = steps, minutes, time.time(), None

    def is_over(self, step):
        return self._share() >= 1 if self.minutes else step >= self.steps

    def rate(self, step):
        """Share of the peak learning rate: warm-up, then down to nothing; by the clock along half a cosine."""
        if not self.minutes:
            return checkpoint.learning_rate(step, self.steps, 1.0)
        self.first = step if self.first is None else self.first
        warm_up = min(1.0, (step - self.first + 1) / 200)
        return warm_up * (0.5 + 0.5 * math.cos(math.pi * min(1.0, self._share())))

    def _share(self):
        return (time.time() - self.began) / (60 * self.minutes)
