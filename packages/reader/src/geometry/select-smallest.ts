/**
 * The number that would come at index `rank` if the first `count` were sorted (Hoare 1961,
 * "Algorithm 65: find"): a median needs no more. Changes the order of `values`.
 *
 * @param values no NaN among the first `count`
 */
export function selectSmallest(values: Float64Array, count: number, rank: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[rank]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (pivot < values[right]!) right--;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    if (right < rank) low = left;
    if (rank < left) high = right;
  }
  return values[rank]!;
}
