// AssemblyScript, compiled twice by scripts/build-kernels.ts: once with relaxed SIMD and once
// without. A condition of RELAXED costs nothing: the compiler leaves the other branch out.

/** Whether products of eight bits are computed: relaxed SIMD, else products of sixteen. */
export const RELAXED: bool = ASC_FEATURE_RELAXED_SIMD;

/** Bytes of a stored activation: its quantised value 0..255 less 128. */
export const ELEMENT: i32 = RELAXED ? 1 : 2;

/** Channels that the kernels compute at a time. */
export const LANES: i32 = 8;

/** Bytes of as many channels of a pixel. */
export const BLOCK_BYTES: i32 = LANES * ELEMENT;
