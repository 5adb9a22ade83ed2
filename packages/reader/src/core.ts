// What needs neither Node nor a native package: a browser and the service's own process can use it as it is.
export { type Inspection, inspectPicture } from './media/inspect-picture.ts';
export { acceptedKinds, type MediaType } from './media/media-type.ts';
