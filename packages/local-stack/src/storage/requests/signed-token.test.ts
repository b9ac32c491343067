import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createSignedTokens } from './signed-token.ts';

const tokens = createSignedTokens('a key for signed addresses');
const path = { bucketId: 'bucket', key: 'a/b.png' };
const download = { kind: 'download', path, expiresInSeconds: 60 } as const;

it('gives back what was signed', async () => {
  const token = await tokens.sign({ ...download, kind: 'upload', ownerId: 'me', upsert: true });
  expect(await tokens.verify(token, 'upload', path)).toMatchObject({ ownerId: 'me', upsert: true });
});

it.each(['download', 'upload'] as const)('never takes a token for a %s as the other kind', async (kind) => {
  const token = await tokens.sign({ ...download, kind });
  const other = kind === 'download' ? 'upload' : 'download';
  await expect(tokens.verify(token, other, path)).rejects.toMatchObject({ code: 'InvalidSignature' });
});

it.each([
  { ...path, key: 'a/b.png2' },
  { ...path, key: 'a/b' },
  { bucketId: 'bucket2', key: 'a/b.png' },
  { bucketId: 'bucket/a', key: 'b.png2' },
])('is for no other object than its own: %j', async (other) => {
  const token = await tokens.sign(download);
  await expect(tokens.verify(token, 'download', other)).rejects.toMatchObject({ code: 'InvalidSignature' });
});

it('ends', async () => {
  const token = await tokens.sign({ ...download, expiresInSeconds: -1 });
  await expect(tokens.verify(token, 'download', path)).rejects.toMatchObject({
    code: 'InvalidJWT',
    httpStatus: 400,
    message: '"exp" claim timestamp check failed',
  });
});

it.each(['', 'x', 'a.b.c'])('takes no nonsense: %j', async (token) => {
  await expect(tokens.verify(token, 'download', path)).rejects.toMatchObject({ code: 'InvalidJWT' });
});

it('takes no other key and no other algorithm', async () => {
  const claims = { url: 'bucket/a/b.png', scope: 'download', exp: Math.floor(Date.now() / 1000) + 60 };
  const sign = (alg: string, key: string) =>
    new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key.padEnd(64, '.')));
  const padded = createSignedTokens('key'.padEnd(64, '.'));
  await expect(padded.verify(await sign('HS256', 'key'), 'download', path)).resolves.toBeDefined();
  await expect(padded.verify(await sign('HS512', 'key'), 'download', path)).rejects.toMatchObject({
    code: 'InvalidJWT',
  });
  await expect(padded.verify(await sign('HS256', 'other'), 'download', path)).rejects.toMatchObject({
    code: 'InvalidJWT',
  });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${encode({ alg: 'none' })}.${encode(claims)}.`;
  await expect(padded.verify(unsigned, 'download', path)).rejects.toMatchObject({ code: 'InvalidJWT' });
});
