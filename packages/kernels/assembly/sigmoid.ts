/**
 * The logistic function as ONNX Runtime approximates it (MlasComputeLogistic): a quotient of two
 * polynomials of x². Each product is added with one rounding. The same steps are in
 * src/reference/sigmoid.ts.
 */
export function sigmoid(x: f32): f32 {
  const limited = max<f32>(-18, min<f32>(18, x));
  const square = limited * limited;
  let above: f32 = 4.37031012579801e-11;
  above = addProduct(above, square, 1.15627324459942e-7);
  above = addProduct(above, square, 6.08574864600143e-5);
  above = addProduct(above, square, 8.51377133304701e-3);
  above = addProduct(above, square, 2.48287947061529e-1);
  let below: f32 = 6.10247389755681e-13;
  below = addProduct(below, square, 5.76102136993427e-9);
  below = addProduct(below, square, 6.2910678501704e-6);
  below = addProduct(below, square, 1.70198817374094e-3);
  below = addProduct(below, square, 1.16817656904453e-1);
  below = addProduct(below, square, 9.9315192102318e-1);
  return max<f32>(0, min<f32>(1, (above * limited) / below + 0.5));
}

/** `a * b + c` with one rounding: in a double the product of two floats is exact. */
function addProduct(a: f32, b: f32, c: f32): f32 {
  return (f64(a) * f64(b) + f64(c)) as f32;
}
