export { halve } from './halve';
export { sumRows, weighColumns } from './resample';
export { sampleCubic } from './sample-cubic';
export { sampleMeans } from './sample-means';
