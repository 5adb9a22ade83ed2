const { fround } = Math;

/** Coefficients of odd powers above the line and of even ones below it, the highest first. */
const above = [4.37031012579801e-11, 1.15627324459942e-7, 6.08574864600143e-5, 8.51377133304701e-3, 2.48287947061529e-1].map(fround);
const below = [
  6.10247389755681e-13, 5.76102136993427e-9, 6.2910678501704e-6, 1.70198817374094e-3, 1.16817656904453e-1, 9.9315192102318e-1,
].map(fround);

/**
 * The logistic function as ONNX Runtime approximates it (MlasComputeLogistic): a quotient of two
 * polynomials of x². Each product is added with one rounding.
 */
export function sigmoid(x: number): number {
  const limited = Math.max(-18, Math.min(18, x));
  const square = fround(limited * limited);
  const polynomial = (coefficients: readonly number[]) => coefficients.reduce((sum, coefficient) => addProduct(sum, square, coefficient));
  const quotient = fround(fround(polynomial(above) * limited) / polynomial(below));
  return Math.max(0, Math.min(1, fround(quotient + 0.5)));
}

/** `a * b + c` with one rounding: in a double the product of two floats is exact. */
export function addProduct(a: number, b: number, c: number): number {
  return fround(a * b + c);
}
