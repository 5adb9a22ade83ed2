import { exponential, logarithm } from './exponential';
import { sigmoid } from './sigmoid';
import * as task from './tasks/head';

/**
 * The detector's answer of its products: a plane of probabilities, then one of cosines and one of
 * sines.
 */
export function drawMaps(t: usize): void {
  const count = load<i32>(t, task.COUNT);
  const bytes = 16 * load<i32>(t, task.FOURS);
  const epsilon = load<f32>(t, task.EPSILON);
  let products = load<usize>(t, task.PRODUCTS);
  let output = load<usize>(t, task.OUTPUT);
  for (let i = 0; i < count; i++) {
    const x = load<f32>(products, 4);
    const y = load<f32>(products, 8);
    const length = sqrt<f32>(x * x + y * y) + epsilon;
    store<f32>(output, sigmoid(load<f32>(products)));
    store<f32>(output + 4 * count, x / length);
    store<f32>(output + 8 * count, y / length);
    products += bytes;
    output += 4;
  }
}

/** The recogniser's answer: the logarithms of the probabilities of each class, for each step. */
export function toLogProbabilities(t: usize): void {
  const count = load<i32>(t, task.COUNT);
  const classes = load<i32>(t, task.CLASSES);
  const bytes = 16 * load<i32>(t, task.FOURS);
  let products = load<usize>(t, task.PRODUCTS);
  let output = load<usize>(t, task.OUTPUT);
  for (let i = 0; i < count; i++) {
    let highest = load<f32>(products);
    for (let c = 1; c < classes; c++) highest = max<f32>(highest, load<f32>(products + 4 * c));
    let sum: f64 = 0;
    for (let c = 0; c < classes; c++) sum += exponential(f64(load<f32>(products + 4 * c)) - f64(highest));
    const total = f64(highest) + logarithm(sum);
    for (let c = 0; c < classes; c++) store<f32>(output + 4 * c, (f64(load<f32>(products + 4 * c)) - total) as f32);
    products += bytes;
    output += 4 * classes;
  }
}
