import { expect, it } from 'vitest';
import { fillBrand } from '../testing/fill-brand.ts';
import { refusalOf, startApi, type TestApi, usualOrigin } from '../testing/start-api.ts';

const quote = (test: TestApi, body: string, headers: Record<string, string> = {}) =>
  test.send('ctMember', '/training/quote', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

it('takes no body that is broken, hostile or of another type, and never fails over one', async () => {
  await using test = await startApi();
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const bodies = [
    '',
    '{',
    '{"modelType":}',
    'null',
    '[]',
    '"flux"',
    '{"modelType":"flux","modelType2":1}',
    '{"modelType":["flux"]}',
    '{"modelType":"flux","__proto__":{"isAdmin":true}}',
    '{"modelType":"flux","config":{"__proto__":{}}}',
    '{"modelType":"flux","config":{"constructor":{"prototype":{}}}}',
    '{"modelType":"flux","config":{"triggerWord":"a\\u0000b"}}',
    '{"modelType":"flux","config":{"triggerWord":"\\ud800"}}',
    '{"modelType":"flux","config":{"steps":1e309}}',
    '{"modelType":"flux","config":{"hf_repo_id":"me/mine"}}',
    deep,
    `{"modelType":"flux","config":${'{"a":'.repeat(30)}1${'}'.repeat(30)}}`,
  ];
  for (const body of bodies) {
    const answer = await quote(test, body);
    expect([body.slice(0, 80), answer.status]).toEqual([body.slice(0, 80), 400]);
  }
  for (const type of [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ]) {
    const answer = await quote(test, '{"modelType":"flux"}', { 'content-type': type });
    expect(await refusalOf(answer)).toEqual([415, 'type_unsupported']);
  }
  const notUtf8 = await test.send('ctMember', '/training/quote', {
    method: 'POST',
    body: new Uint8Array([0x22, 0xff, 0x22]),
    headers: { 'content-type': 'application/json' },
  });
  expect(notUtf8.status).toBe(400);
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
});

it('stops reading a body that is too large or too slow', async () => {
  await using test = await startApi({ limits: { bodyBytes: 1_000, bodyTimeoutMs: 100 } });
  const large = JSON.stringify({ modelType: 'flux', config: { triggerWord: 'x'.repeat(2_000) } });
  expect(await refusalOf(await quote(test, large))).toEqual([413, 'body_too_large']);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      controller.enqueue(new Uint8Array(500));
    },
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await test.send('ctMember', '/training/quote', { method: 'POST', body: endless, headers });
  expect(answer.status).toBe(413);
  expect(sent).toBeLessThan(10);
  const slow = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array([0x7b])),
  });
  expect(
    await refusalOf(await test.send('ctMember', '/training/quote', { method: 'POST', body: slow, headers })),
  ).toEqual([408, 'body_too_slow']);
});

it.each([
  '/assets/../../../etc/passwd/file',
  '/assets/%2e%2e%2fmodels/file',
  '/assets/..%00/file',
  '/models/..%2f..%2fmodels/download',
  '/models/flux-lora-v1%00/download',
  '/models/%ff/download',
  '/datasets/..%5c..%5c/export',
  '/training/jobs/%F0%90%80',
  '//evil.test/training/jobs',
  '/training/jobs/',
])('leads nowhere by %s', async (path) => {
  await using test = await startApi();
  expect((await test.send('ctMember', path)).status).toBeOneOf([400, 404]);
});

it('lets pages of other origins call only where they are on the list', async () => {
  await using test = await startApi({ allowedOrigins: ['https://studio.test'] });
  const ask = (origin: string) =>
    test.send(null, '/training/start', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
  const allowed = await ask('https://studio.test');
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://studio.test');
  expect(allowed.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
  for (const origin of ['https://evil.test', 'null', 'https://studio.test.evil.test', 'http://studio.test']) {
    const refused = await ask(origin);
    expect(await refusalOf(refused)).toEqual([403, 'origin_refused']);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await test.send('ctMember', '/me', { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
  const read = await test.send('ctMember', '/me', { headers: { origin: 'https://studio.test' } });
  expect(read.headers.get('access-control-allow-origin')).toBe('https://studio.test');
  expect(read.headers.get('vary')).toContain('Origin');
});

it('is kept by nobody, framed by nobody, and names each request', async () => {
  await using test = await startApi();
  const answers = [
    await test.send('ctMember', '/me'),
    await test.send(null, '/me'),
    await test.send(null, '/nothing-here'),
    await test.send(null, '/reference'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  }
  const named = await test.send(null, '/me', { headers: { 'x-request-id': 'page-42-click-7' } });
  expect(named.headers.get('x-request-id')).toBe('page-42-click-7');
  expect(await named.json()).toMatchObject({ error: { requestId: 'page-42-click-7' } });
  const forged = await test.send(null, '/me', { headers: { 'x-request-id': 'a b"level":"error"' } });
  expect(forged.headers.get('x-request-id')).not.toContain('level');
});

it('answers below its base path and nowhere else', async () => {
  await using test = await startApi();
  const status = async (path: string) => (await test.api.fetch(new Request(`${usualOrigin}${path}`))).status;
  expect(await status('/api/health/live')).toBe(200);
  expect(await status('/health/live')).toBe(404);
  expect(await status('/apihealth/live')).toBe(404);
  expect(await status('/')).toBe(404);
});

it.each([
  ['/api', ''],
  ['/api', '/'],
  ['', '/'],
])('leads from the root of %j to the page that shows all routes', async (basePath, path) => {
  await using test = await startApi({ basePath });
  const ask = (address: string) => test.api.fetch(new Request(new URL(address, usualOrigin)));
  const answer = await ask(`${basePath}${path}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `${basePath}/reference`]);
  const page = await ask(answer.headers.get('location') ?? '');
  expect(page.headers.get('content-type')).toContain('text/html');
  const nowhere = await ask(`${basePath}/nothing-here`);
  expect([nowhere.status, await nowhere.json()]).toMatchObject([
    404,
    { error: { code: 'route_not_found', hint: `All routes are in ${basePath}/openapi.json.` } },
  ]);
});

it('says which methods an address takes where it is asked by another one', async () => {
  await using test = await startApi();
  for (const [method, path, allow] of [
    ['PUT', '/training/start', 'POST'],
    ['POST', '/training/jobs', 'GET, HEAD'],
    ['PUT', `/assets/${crypto.randomUUID()}`, 'GET, PATCH, DELETE, HEAD'],
    // An address of its own, and no picture called so.
    ['GET', '/assets/uploads', 'POST'],
    ['DELETE', '/assets/captions', 'POST, GET, HEAD'],
    ['DELETE', '/', 'GET, HEAD'],
  ] as const) {
    const answer = await test.send(null, path, { method });
    expect([path, answer.headers.get('allow')]).toEqual([path, allow]);
    expect(await refusalOf(answer)).toEqual([405, 'method_not_allowed']);
  }
  expect((await test.send('ctMember', '/assets/captions')).status).toBe(200);
  const head = await test.send('ctMember', '/me', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('says when a list has not changed, and the whole of it when it has', async () => {
  await using test = await startApi();
  const list = (headers: Record<string, string> = {}) => test.send('ctMember', '/training/jobs', { headers });
  const etag = (await list()).headers.get('etag') ?? '';
  const same = await list({ 'if-none-match': etag });
  expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
  await fillBrand(test, 'creativetechnologists', 'ctMember');
  const changed = await list({ 'if-none-match': etag });
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
});

it('lets a person ask so often and no more, and says how long to wait', async () => {
  let now = Date.now();
  await using test = await startApi({
    limits: { person: 3, personCostly: 1, brand: 5 },
    now: () => new Date(now),
  });
  const ask = () => test.send('ctMember', '/assets');
  const first = await ask();
  expect(first.headers.get('ratelimit-policy')).toBe('"person";q=3;w=60');
  expect(first.headers.get('ratelimit')).toBe('"person";r=2;t=0');
  await ask();
  await ask();
  const fourth = await ask();
  expect([fourth.status, fourth.headers.get('retry-after')]).toEqual([429, '20']);
  // Others of the brand have their own; the brand as a whole has one, too.
  expect((await test.send('ctAdmin', '/assets')).status).toBe(200);
  expect((await test.send('ctAdmin', '/assets')).status).toBe(200);
  expect(await refusalOf(await test.send('ctViewer', '/assets'))).toEqual([429, 'too_many_requests']);
  expect((await test.send('acmeMember', '/assets')).status).toBe(200);
  now += 20_000;
  expect((await ask()).status).toBe(200);
});

it('says 503 with a time to wait while the project is away, nothing of where it is, and goes on by itself', async () => {
  let isAway = false;
  await using test = await startApi({
    interrupt: () => {
      if (isAway)
        throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 10.1.2.3:5432') });
    },
  });
  const authorization = `Bearer ${await test.stack.tokenFor('ctMember')}`;
  const ask = (path: string) => test.send(null, path, { headers: { authorization } });
  expect((await ask('/training/jobs')).status).toBe(200);
  isAway = true;
  for (const path of ['/training/jobs', '/assets', '/me']) {
    const answer = await ask(path);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(text).not.toMatch(/ECONNREFUSED|10\.1\.2\.3|localhost/);
  }
  expect((await ask('/health/ready')).status).toBe(503);
  expect((await ask('/health/live')).status).toBe(200);
  isAway = false;
  expect((await ask('/training/jobs')).status).toBe(200);
});
