export { findRuns } from './find-runs';
export { halve } from './halve';
export { joinRuns } from './join-runs';
export { leastPairs } from './least-pairs';
export { markInk, moveSums } from './mark-ink';
export { sumRows, weighColumns } from './resample';
export { sampleCubic } from './sample-cubic';
export { sampleMeans } from './sample-means';
export { sumGradients } from './sum-gradients';
