// How the service's own process takes and gives back memory.

/**
 * MiB up to which the heap may grow before V8 looks through all of it for the first time. Pictures
 * count as part of the heap while they pass, and with the default, little above what lives, that
 * happens at every twelfth one and costs a third of the service's processor time.
 */
const oldObjectsMib = 128;
/**
 * The same from then on, as a share of what lives, percent: the first limit holds no longer, and
 * the default is little above what lives once more. Some 50 MiB live here.
 */
const growthPercent = 200;

/**
 * glibc's settings for the service: one heap for all threads, and large blocks mapped one by one.
 * Pictures come and go beside what stays, and by default each thread has a heap of its own, which
 * keeps what was once needed in it. What the operator has set comes first; other libraries of C
 * ignore these.
 */
export const heapSettings = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '16000000', MALLOC_MMAP_THRESHOLD_: '1000000' };

/** Options of Node for the service; `--expose-gc` is for `collectGarbageWhenIdle`. */
export const serviceFlags = [`--initial-old-space-size=${oldObjectsMib}`, `--heap-growing-percent=${growthPercent}`, '--expose-gc'];
