/**
 * Solves `matrix · x = right` by Gaussian elimination with row pivoting.
 *
 * @param matrix size x size numbers, row-major; overwritten
 * @param right size numbers; overwritten with the solution
 * @returns false when the matrix is singular to working precision; `right` is then meaningless
 */
export function solveLinearSystem(matrix: Float64Array, right: Float64Array, size: number): boolean {
  for (let column = 0; column < size; column++) {
    const pivot = findPivotRow(matrix, size, column);
    if (pivot < 0) return false;
    if (pivot !== column) swapRows(matrix, right, size, pivot, column);
    for (let row = column + 1; row < size; row++) eliminate(matrix, right, size, column, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] as number;
    for (let column = row + 1; column < size; column++) sum -= (matrix[row * size + column] as number) * (right[column] as number);
    right[row] = sum / (matrix[row * size + row] as number);
  }
  return true;
}

function findPivotRow(matrix: Float64Array, size: number, column: number): number {
  let best = -1;
  let largest = 1e-12;
  for (let row = column; row < size; row++) {
    const magnitude = Math.abs(matrix[row * size + column] as number);
    if (magnitude > largest) {
      largest = magnitude;
      best = row;
    }
  }
  return best;
}

function swapRows(matrix: Float64Array, right: Float64Array, size: number, first: number, second: number): void {
  for (let column = 0; column < size; column++) {
    const kept = matrix[first * size + column] as number;
    matrix[first * size + column] = matrix[second * size + column] as number;
    matrix[second * size + column] = kept;
  }
  const kept = right[first] as number;
  right[first] = right[second] as number;
  right[second] = kept;
}

function eliminate(matrix: Float64Array, right: Float64Array, size: number, pivot: number, row: number): void {
  const factor = (matrix[row * size + pivot] as number) / (matrix[pivot * size + pivot] as number);
  if (factor === 0) return;
  for (let column = pivot; column < size; column++) {
    matrix[row * size + column] = (matrix[row * size + column] as number) - factor * (matrix[pivot * size + column] as number);
  }
  right[row] = (right[row] as number) - factor * (right[pivot] as number);
}
