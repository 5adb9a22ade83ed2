import * as task from './tasks/border';

/** Writes the zero point of a tensor around it, where convolutions look beyond its sides. */
export function fillBorder(t: usize): void {
  const row = load<i32>(t, task.ROW);
  const left = load<i32>(t, task.LEFT);
  const right = load<i32>(t, task.RIGHT);
  const height = load<i32>(t, task.HEIGHT);
  const pattern = load<i32>(t, task.PATTERN);
  const inner = load<usize>(t, task.ADDRESS) + row * load<i32>(t, task.ABOVE);
  fill(load<usize>(t, task.ADDRESS), row * load<i32>(t, task.ABOVE), pattern);
  for (let y = 0; y < height; y++) {
    fill(inner + y * row, left, pattern);
    fill(inner + (y + 1) * row - right, right, pattern);
  }
  fill(inner + height * row, row * load<i32>(t, task.BELOW), pattern);
}

function fill(from: usize, bytes: i32, pattern: i32): void {
  for (let at: i32 = 0; at < bytes; at += 4) store<i32>(from + at, pattern);
}
