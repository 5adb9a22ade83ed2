import { describeObjectStore } from './object-store.contract.ts';
import { openMemoryStore } from './open-memory-store.ts';

describeObjectStore('store in memory', () => Promise.resolve(openMemoryStore()));
