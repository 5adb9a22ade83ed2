import { ownAddressReader } from '../../../test/read-own-address.ts';
import { describeObjectStore } from './object-store.contract.ts';
import { openMemoryStore } from './open-memory-store.ts';

const secret = Buffer.alloc(32, 7);

describeObjectStore('store in memory', () => Promise.resolve(openMemoryStore(secret)), ownAddressReader(secret));
