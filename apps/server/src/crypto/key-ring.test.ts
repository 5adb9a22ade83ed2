import { expect, test } from 'vitest';
import { openKeyRing, sealText, unsealText } from './key-ring.ts';
import { UnknownMasterKeyError, wrapInMemory } from './key-wrapper.ts';
import { createMasterKeyText, type MasterKey, parseMasterKeys } from './master-keys.ts';

const newKey = () => parseMasterKeys(createMasterKeyText())[0]!;
const [first, second] = [newKey(), newKey()];
const owner = '00000000-0000-4000-8000-000000000001';

test('the key of a row opens under the same master key for the same owner, and its texts with it', async () => {
  const ring = openKeyRing(wrapInMemory([first]));
  const key = (await ring.create(owner))!;
  const sealed = sealText(key, 'reading', 'ERIKSSON');
  const opened = await openKeyRing(wrapInMemory([second, first])).open(key.wrapped, owner);
  expect([unsealText(opened, 'reading', sealed), key.wrapped.startsWith(`${first.id}.`)]).toEqual(['ERIKSSON', true]);
  await expect(ring.open(key.wrapped, '00000000-0000-4000-8000-000000000002')).rejects.toThrow();
  expect(() => unsealText(opened, 'reference', sealed)).toThrow();
  await expect(openKeyRing(wrapInMemory([second])).open(key.wrapped, owner)).rejects.toThrow(UnknownMasterKeyError);
});

test('a rotated key is wrapped again and seals as before; one that is under the newest already stays', async () => {
  const key = (await openKeyRing(wrapInMemory([first])).create(owner))!;
  const ring = openKeyRing(wrapInMemory([second, first]));
  const rewrapped = (await ring.rewrap(key.wrapped, owner))!;
  const opened = await openKeyRing(wrapInMemory([second])).open(rewrapped, owner);
  expect(unsealText(opened, 'payload', sealText(key, 'payload', 'a'))).toBe('a');
  expect(await ring.rewrap(rewrapped, owner)).toBeUndefined();
});

test('keys that another process has rotated meanwhile are read again', async () => {
  let keys: readonly MasterKey[] = [first];
  const ring = openKeyRing(wrapInMemory([first], () => keys));
  const newer = (await openKeyRing(wrapInMemory([second])).create(owner))!;
  await expect(ring.open(newer.wrapped, owner)).rejects.toThrow(UnknownMasterKeyError);
  keys = [second, first];
  expect((await ring.open(newer.wrapped, owner))?.key.equals(newer.key)).toBe(true);
  expect((await ring.create(owner))?.wrapped.startsWith(`${second.id}.`)).toBe(true);
});

test('without sealing rows get no key, those of before are taken as they are, and sealed ones still open', async () => {
  const sealed = (await openKeyRing(wrapInMemory([first])).create(owner))!;
  const off = openKeyRing(wrapInMemory([first]), false);
  expect([await off.create(owner), await off.open(null, owner), sealText(undefined, 'reading', 'a')]).toEqual([undefined, undefined, 'a']);
  expect((await off.open(sealed.wrapped, owner))?.key.equals(sealed.key)).toBe(true);
  await expect(openKeyRing(undefined).open(sealed.wrapped, owner)).rejects.toThrow('there is no master key');
});

test.each([
  ['', []],
  ['# a comment\n\n', []],
  [`${'A'.repeat(43)}=`, [32]],
  [`${'A'.repeat(43)}=,${'B'.repeat(43)}= \n# old\n${'C'.repeat(43)}=`, [32, 32, 32]],
])('the text %j holds keys', (text, lengths) => {
  expect(parseMasterKeys(text).map(({ key }) => key.symmetricKeySize)).toEqual(lengths);
});

test.each(['secret', 'A'.repeat(43), `${'A'.repeat(42)}==`])('the text %j is no key, and is not quoted', (text) => {
  expect(() => parseMasterKeys(text)).toThrow(/^must be 32 bytes in base64: "openssl rand -base64 32" makes one$/);
});
