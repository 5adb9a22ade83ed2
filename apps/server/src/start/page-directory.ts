import { fileURLToPath } from 'node:url';

/** Where the built page lies. `npm start` builds it; the service works without it. */
export const pageDirectory: string = fileURLToPath(new URL('../../../web/dist', import.meta.url));
