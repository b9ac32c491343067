import { demoPeople, signToken } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { refusalOf, startApi, type TestApi, usualOrigin } from '../testing/start-api.ts';

const cookieName = 'sb-localhost-auth-token';
const own = { 'sec-fetch-site': 'same-origin' };
const base64Url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function cookieOf(test: TestApi, person: 'ctMember' | 'acmeMember'): Promise<string> {
  const session = { access_token: await test.stack.tokenFor(person), refresh_token: 'r', expires_in: 300 };
  return `base64-${base64Url(JSON.stringify(session))}`;
}

const whoAmI = async (test: TestApi, headers: Record<string, string>) => {
  const answer = await test.send(null, '/me', { headers });
  return answer.status === 200 ? answer.json() : answer.status;
};

it('takes a bearer token, a cookie, and a cookie in pieces', async () => {
  await using test = await startApi();
  const me = { id: demoPeople.ctMember.id, email: demoPeople.ctMember.email };
  const token = await test.stack.tokenFor('ctMember');
  expect(await whoAmI(test, { authorization: `Bearer ${token}` })).toMatchObject(me);
  const cookie = await cookieOf(test, 'ctMember');
  expect(await whoAmI(test, { cookie: `theme=dark; ${cookieName}=${cookie}` })).toMatchObject(me);
  const [first, second] = [cookie.slice(0, 100), cookie.slice(100)];
  const pieces = `${cookieName}.1=${second}; ${cookieName}.0=${first}`;
  expect(await whoAmI(test, { cookie: pieces })).toMatchObject(me);
});

it('has a name of its own for the cookie where it is told one', async () => {
  await using test = await startApi({ cookieName: 'sb-flurrty' });
  const cookie = await cookieOf(test, 'ctMember');
  expect(await whoAmI(test, { cookie: `${cookieName}=${cookie}` })).toBe(401);
  expect(await whoAmI(test, { cookie: `sb-flurrty=${cookie}` })).toMatchObject({
    id: demoPeople.ctMember.id,
  });
});

it('believes the bearer token alone where both come, and never mends it by a cookie', async () => {
  await using test = await startApi();
  const cookie = `${cookieName}=${await cookieOf(test, 'ctMember')}`;
  const token = await test.stack.tokenFor('acmeMember');
  expect(await whoAmI(test, { cookie, authorization: `Bearer ${token}` })).toMatchObject({
    id: demoPeople.acmeMember.id,
  });
  for (const authorization of ['Bearer', 'Bearer ', 'Bearer x', `Basic ${token}`, '']) {
    expect(await whoAmI(test, { cookie, authorization })).toBe(401);
  }
});

it('refuses tokens that are expired, forged, without a person, or keys', async () => {
  await using test = await startApi();
  const { jwtSecret, publishableKey, secretKey } = test.stack.secrets;
  const claims = { sub: demoPeople.ctAdmin.id, aud: 'authenticated', role: 'authenticated' };
  const [head, , signature] = String(await test.stack.tokenFor('ctMember')).split('.');
  const body = base64Url(JSON.stringify({ ...claims, exp: 2e9 }));
  const tokens = [
    await signToken({ jwtSecret, claims, expiresInSeconds: -1 }),
    await signToken({ jwtSecret: 'another secret of sufficient length', claims }),
    `${head}.${body}.${signature}`,
    `${base64Url('{"alg":"none","typ":"JWT"}')}.${body}.`,
    await test.stack.tokenFor({ system: 'creativetechnologists' }),
    await signToken({ jwtSecret, claims: { ...claims, role: 'service_role' } }),
    await signToken({ jwtSecret, claims: { ...claims, sub: 'nobody' } }),
    publishableKey,
    secretKey,
    'a.b.c',
    '…',
  ];
  for (const token of tokens) {
    const authorization = `Bearer ${encodeURIComponent(String(token))}`;
    expect([token, await whoAmI(test, { authorization })]).toEqual([token, 401]);
  }
});

it('ends with its token, although it was verified before', async () => {
  let now = Date.now();
  await using test = await startApi({ now: () => new Date(now) });
  const authorization = `Bearer ${await test.stack.tokenFor('ctMember')}`;
  expect(await whoAmI(test, { authorization })).toMatchObject({ id: demoPeople.ctMember.id });
  now += 301_000;
  expect(await whoAmI(test, { authorization })).toBe(401);
});

it('is asked for again after half a minute, not with each request', async () => {
  let now = Date.now();
  await using test = await startApi({ now: () => new Date(now) });
  const authorization = `Bearer ${await test.stack.tokenFor('ctMember')}`;
  const asked = test.countRequests();
  const countAsked = () => asked().filter((one) => one.includes('/auth/')).length;
  await whoAmI(test, { authorization });
  await whoAmI(test, { authorization });
  expect(countAsked()).toBe(1);
  now += 31_000;
  await whoAmI(test, { authorization });
  expect(countAsked()).toBe(2);
});

it('changes nothing for a page of another origin that sends the cookie', async () => {
  await using test = await startApi({ allowedOrigins: ['https://studio.test'] });
  const cookie = `${cookieName}=${await cookieOf(test, 'ctMember')}`;
  const quote = (headers: Record<string, string>) =>
    test.send(null, '/training/quote', {
      method: 'POST',
      json: { modelType: 'flux' },
      headers: { cookie, ...headers },
    });
  const refused = [
    {},
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: 'https://evil.test', ...own },
    { origin: `${usualOrigin}.evil.test` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ];
  for (const headers of refused)
    expect(await refusalOf(await quote(headers))).toEqual([403, 'origin_refused']);
  for (const headers of [own, { origin: usualOrigin }, { origin: 'https://studio.test' }]) {
    expect((await quote(headers)).status).toBe(200);
  }
  // Nobody can make a browser send a token.
  const authorization = `Bearer ${await test.stack.tokenFor('ctMember')}`;
  expect((await quote({ authorization, origin: 'https://evil.test' })).status).toBe(200);
});

it('is for the brand that the request names, wherever it does, if it is one of theirs', async () => {
  await using test = await startApi();
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await test.send('freelancer', path, { headers });
    return answer.status === 200 ? 200 : refusalOf(answer);
  };
  expect(await ask('/training/jobs')).toEqual([400, 'brand_required']);
  expect(await ask('/assets')).toEqual([400, 'brand_required']);
  expect(await ask('/training/jobs?brandId=acmecompany')).toBe(200);
  expect(await ask('/assets', { 'x-brand-id': 'creativetechnologists' })).toBe(200);
  for (const path of ['/training/jobs', '/assets', '/models', '/generations', '/members', '/documents']) {
    expect(await ask(`${path}?brandId=techstartup`)).toEqual([404, 'brand_not_allowed']);
    expect(await ask(path, { 'x-brand-id': 'techstartup' })).toEqual([404, 'brand_not_allowed']);
    expect(await ask(path, { 'x-brand-id': 'no-such-brand' })).toEqual([404, 'brand_not_allowed']);
  }
  expect(await ask('/assets?brandId=acmecompany', { 'x-brand-id': 'creativetechnologists' })).toEqual([
    400,
    'input_invalid',
  ]);
  expect(await ask('/assets?brandId=acmecompany&brandId=techstartup')).toEqual([400, 'input_invalid']);
  const named = (brandId: string) =>
    test.send('freelancer', '/training/quote', { method: 'POST', json: { brandId, modelType: 'flux' } });
  expect((await named('acmecompany')).status).toBe(200);
  expect(await refusalOf(await named('techstartup'))).toEqual([404, 'brand_not_allowed']);
});

it("is for the host's own brand, whatever else the request names", async () => {
  await using test = await startApi();
  await test.sql(
    `update public.brands set settings = settings || '{"hosts": ["studio.acme.test"]}' where id = 'acmecompany'`,
  );
  const at = async (host: string, path = '/assets') => {
    const answer = await test.send('freelancer', path, { origin: `http://${host}` });
    return answer.status === 200 ? 200 : refusalOf(answer);
  };
  expect(await at('studio.acme.test')).toBe(200);
  expect(await at('studio.acme.test:3000')).toBe(200);
  expect(await at('studio.acme.test', '/assets?brandId=acmecompany')).toBe(200);
  expect(await at('studio.acme.test', '/assets?brandId=creativetechnologists')).toEqual([
    404,
    'brand_not_allowed',
  ]);
  expect(await at('acme.test')).toEqual([400, 'brand_required']);
  // Whoever is not in that brand is in their own there.
  expect((await test.send('ctMember', '/assets', { origin: 'http://studio.acme.test' })).status).toBe(200);
});

it('is out of a brand at once when taken out of it', async () => {
  await using test = await startApi();
  const list = () => test.send('ctMember', '/assets');
  const jobs = () => test.send('ctMember', '/training/jobs?brandId=creativetechnologists');
  expect([(await list()).status, (await jobs()).status]).toEqual([200, 200]);
  await test.sql('delete from public.brand_users where user_id = $1', [demoPeople.ctMember.id]);
  expect([(await list()).status, (await jobs()).status]).toEqual([404, 404]);
});

it('does not let a stranger use up what a brand may ask for by naming it', async () => {
  await using test = await startApi({ limits: { brand: 3 } });
  const jobs = '/training/jobs?brandId=creativetechnologists';
  for (let request = 0; request < 5; request += 1) {
    expect((await test.send('newcomer', jobs)).status).toBe(404);
  }
  expect((await test.send('ctMember', jobs)).status).toBe(200);
});

it('asks the project once for a token that it refuses', async () => {
  await using test = await startApi();
  const token = await signToken({
    jwtSecret: 'another secret of sufficient length',
    claims: { sub: demoPeople.ctAdmin.id, aud: 'authenticated', role: 'authenticated' },
  });
  const asked = test.countRequests();
  for (let request = 0; request < 4; request += 1) {
    expect(await whoAmI(test, { authorization: `Bearer ${token}` })).toBe(401);
  }
  expect(asked()).toHaveLength(1);
});
