/**
 * The connected components (8 neighbours) of the runs of some rows, from the one whose first run
 * comes first: runs that touch one of the row above belong to its component (He, Chao, Suzuki
 * 2008).
 *
 * @param edges where each run begins and ends, as `findRuns` writes them
 * @param rows the first run of each row, and behind the last one how many there are
 * @param parents memory for a number for each run
 * @param ink how dark each pixel is, from `dark` on counts as dark; of a `dark` of 0 all are
 * @param measures memory for six numbers for each component: left, top, right and bottom edge, its
 *   pixels, and how many of them are dark
 * @returns how many components there are
 */
export function joinRuns(edges: usize, rows: usize, height: i32, parents: usize, ink: usize, width: i32, dark: i32, measures: usize): i32 {
  let above = edges;
  for (let y = 0; y < height; y++) {
    const row = edges + 8 * load<i32>(rows + 4 * y);
    const next = edges + 8 * load<i32>(rows + 4 * y, 4);
    linkRow(edges, above, row, next, parents);
    above = row;
  }
  return measure(edges, rows, height, parents, ink, width, dark, measures);
}

/** Joins the runs of a row with those above that they touch, also at a corner. */
function linkRow(edges: usize, above: usize, row: usize, next: usize, parents: usize): void {
  let upper = above;
  for (let run = row; run < next; run += 8) {
    const left = load<i32>(run);
    const right = load<i32>(run, 4);
    const own = i32((run - edges) >> 3);
    let root = own;
    while (upper < row && load<i32>(upper, 4) < left) upper += 8;
    for (let other = upper; other < row && load<i32>(other) <= right; other += 8) {
      const otherRoot = rootOf(parents, i32((other - edges) >> 3));
      if (root < otherRoot) store<i32>(parents + 4 * otherRoot, root);
      else {
        if (root !== own) store<i32>(parents + 4 * root, otherRoot);
        root = otherRoot;
      }
    }
    store<i32>(parents + 4 * own, root);
  }
}

function rootOf(parents: usize, run: i32): i32 {
  let at = run;
  let parent = load<i32>(parents + 4 * at);
  while (parent !== at) {
    const further = load<i32>(parents + 4 * parent);
    store<i32>(parents + 4 * at, further);
    at = further;
    parent = load<i32>(parents + 4 * at);
  }
  return at;
}

/**
 * Measures each component. In `parents` the address of its numbers takes the place of each run's
 * parent.
 */
function measure(edges: usize, rows: usize, height: i32, parents: usize, ink: usize, width: i32, dark: i32, measures: usize): i32 {
  let end = measures;
  let run = 0;
  for (let y = 0; y < height; y++) {
    const next = load<i32>(rows + 4 * y, 4);
    for (; run < next; run++) {
      const left = load<i32>(edges + 8 * run);
      const right = load<i32>(edges + 8 * run, 4);
      const parent = load<i32>(parents + 4 * run);
      let at = end;
      if (parent === run) {
        store<i32>(at, left);
        store<i32>(at, y, 4);
        store<i32>(at, right, 8);
        store<i32>(at, 0, 16);
        store<i32>(at, 0, 20);
        end += 24;
      } else {
        // Parents come first, so that the component of this one is known.
        at = load<u32>(parents + 4 * parent);
        store<i32>(at, min(left, load<i32>(at)));
        store<i32>(at, max(right, load<i32>(at, 8)), 8);
      }
      store<u32>(parents + 4 * run, u32(at));
      store<i32>(at, y + 1, 12);
      store<i32>(at, load<i32>(at, 16) + right - left, 16);
      const darkOnes = dark === 0 ? right - left : countDark(ink + y * width + left, ink + y * width + right, dark);
      store<i32>(at, load<i32>(at, 20) + darkOnes, 20);
    }
  }
  return i32((end - measures) / 24);
}

function countDark(from: usize, to: usize, dark: i32): i32 {
  let count = 0;
  for (let at = from; at < to; at++) count += i32(load<u8>(at) >= dark);
  return count;
}
