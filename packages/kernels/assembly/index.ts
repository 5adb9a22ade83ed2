export { drawMaps, toLogProbabilities } from './answer';
export { convolve } from './convolve';
export { fillBorder } from './fill-border';
export { multiply } from './multiply';
export { normalise } from './normalise';
export { sumPixels, sumWindows } from './sum-activations';
