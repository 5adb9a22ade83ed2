/** A picture of ICAO's specimen passport that comes with the service, for a first try. */
export const specimenPicture: URL = new URL('../assets/specimen-passport.png', import.meta.url);
