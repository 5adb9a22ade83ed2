/** A projective map of the plane as a 3x3 matrix in row-major order, scaled so that its last element is 1 where that is possible. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];
