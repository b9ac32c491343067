import { connect, startStack } from '@act/local-stack/testing';
import { createClient } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSystemSigner } from './system-signer.ts';

const secret = 'a-secret-of-a-project-that-is-long-enough';
const claimsSchema = z.record(z.string(), z.unknown());

const decode = (part = ''): Buffer => Buffer.from(part, 'base64url');
const partOf = (token: string, index: number) =>
  claimsSchema.parse(JSON.parse(decode(token.split('.')[index]).toString('utf8')));

async function createKeyPair() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return { publicKey: pair.publicKey, jwk: { ...(await crypto.subtle.exportKey('jwk', pair.privateKey)) } };
}

it('acts as the system of one brand in the real database, and sees no other', async () => {
  await using stack = await startStack();
  await using database = await connect(stack.database.superuser);
  for (const brandId of ['creativetechnologists', 'acmecompany']) {
    await database.query(
      `insert into public.brand_assets (brand_id, name, file_url, visibility)
       select id, 'picture', format('training-data/%s/x.jpg', id), 'brand' from public.brands where id = $1`,
      [brandId],
    );
  }
  const sign = createSystemSigner({ signingKey: stack.secrets.jwtSecret });
  const brandsSeenBy = async (accessToken: () => Promise<string>) => {
    const client = createClient(stack.url, stack.secrets.publishableKey, {
      accessToken,
      global: { fetch: (input, init) => stack.fetch(new Request(input, init)) },
    });
    const { data, error } = await client.from('brand_assets').select('brand_id');
    return error ? error.code : data.map(({ brand_id }) => brand_id);
  };
  expect(await brandsSeenBy(() => sign('acmecompany'))).toEqual(['acmecompany']);
  expect(await brandsSeenBy(() => sign('creativetechnologists'))).toEqual(['creativetechnologists']);
  expect(await brandsSeenBy(() => sign('nobody'))).toEqual([]);

  const foreign = createSystemSigner({ signingKey: secret });
  expect(await brandsSeenBy(() => foreign('acmecompany'))).toMatch(/^PGRST30/);
  const old = createSystemSigner({
    signingKey: stack.secrets.jwtSecret,
    now: () => new Date(Date.now() - 3600_000),
  });
  expect(await brandsSeenBy(() => old('acmecompany'))).toMatch(/^PGRST30/);
});

describe('a token', () => {
  const now = new Date('2026-11-20T12:00:00.900Z');
  it('says that it is the system of one brand, for five minutes', async () => {
    const token = await createSystemSigner({ signingKey: secret, now: () => now })('acme');
    const second = Math.floor(now.getTime() / 1000);
    expect(partOf(token, 0)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(partOf(token, 1)).toEqual({
      aud: 'authenticated',
      role: 'act_system',
      brand_id: 'acme',
      iat: second,
      exp: second + 300,
    });
  });

  it('holds with the public half of an ES256 key, whatever form the private one came in', async () => {
    const { publicKey, jwk } = await createKeyPair();
    for (const signingKey of [
      jwk,
      JSON.stringify(jwk),
      { ...jwk, kid: 'k1', key_ops: ['verify'], use: 'sig', alg: 'ES256' },
    ]) {
      const token = await createSystemSigner({ signingKey })('acme');
      const [header, claims, signature] = token.split('.');
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      const verify = (text: string) =>
        crypto.subtle.verify(
          algorithm,
          publicKey,
          Uint8Array.from(decode(signature)),
          new TextEncoder().encode(text),
        );
      expect(await verify(`${header}.${claims}`)).toBe(true);
      expect(await verify(`${header}.${claims}x`)).toBe(false);
    }
  });

  it('names its key', async () => {
    const { jwk } = await createKeyPair();
    const headerOf = async (keyId?: string) =>
      partOf(
        await createSystemSigner({ signingKey: { ...jwk, kid: 'own' }, ...(keyId && { keyId }) })('acme'),
        0,
      );
    expect(await headerOf()).toEqual({ alg: 'ES256', kid: 'own', typ: 'JWT' });
    expect(await headerOf('other')).toMatchObject({ kid: 'other' });
  });
});

describe('a signer', () => {
  it('keeps a token for its brand until a minute before its end', async () => {
    let milliseconds = Date.parse('2026-11-20T12:00:00Z');
    const sign = createSystemSigner({ signingKey: secret, now: () => new Date(milliseconds) });
    const first = await sign('acme');
    milliseconds += 239_000;
    expect(await sign('acme')).toBe(first);
    milliseconds += 1_000;
    const second = await sign('acme');
    expect(partOf(second, 1).exp).toBe(Math.floor(milliseconds / 1000) + 300);
    // The clock was put back: the token would live longer than the database allows.
    milliseconds -= 3600_000;
    expect(partOf(await sign('acme'), 1).exp).toBe(Math.floor(milliseconds / 1000) + 300);
  });

  it('never gives one brand the token of another', async () => {
    const sign = createSystemSigner({ signingKey: secret });
    const brands = Array.from({ length: 200 }, (_, index) => `brand-${index % 20}`);
    const tokens = await Promise.all(brands.map(sign));
    expect(tokens.map((token) => partOf(token, 1).brand_id)).toEqual(brands);
    expect(new Set(tokens).size).toBe(20);
  });

  it.each(['', 'Acme', 'acme/..', 'acme"', '*'])('signs nothing for the brand %j', async (brandId) => {
    await expect(createSystemSigner({ signingKey: secret })(brandId)).rejects.toMatchObject({
      code: 'input_invalid',
    });
  });

  it.each([
    ['a short secret', 'short-secret'],
    ['an empty one', ''],
    ['broken JSON', '{"kty":"EC"'],
    ['a key of another kind', { kty: 'RSA', n: 'x', e: 'y', d: 'z' }],
    ['a public key', { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }],
    ['a key that is none', { kty: 'EC', crv: 'P-256', x: 'opaque', y: 'opaque', d: 'opaque' }],
    ['a short key as JSON', { kty: 'oct', k: 'opaque' }],
    ['null', JSON.parse('null')],
  ])('refuses %s when it is used, without repeating it', async (_, signingKey) => {
    const refusal = await createSystemSigner({ signingKey })('acme').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'not_configured' });
    expect(JSON.stringify([String(refusal), refusal])).not.toMatch(/opaque|short-secret/);
  });
});
