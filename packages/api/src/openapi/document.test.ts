import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { allRoutes } from '../routes/all-routes.ts';
import { startApi } from '../testing/start-api.ts';
import { createDocument } from './document.ts';
import { renderReference } from './reference-page.ts';

const document = createDocument(allRoutes, '/api');
const configs = allRoutes.map(({ config }) => config);

it('is valid, as somebody else judges it', async () => {
  const { valid, errors } = await new Validator().validate({ ...document });
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

it('names each route once, with a sentence about it', () => {
  const names = configs.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  const addresses = configs.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const { operationId, summary } of configs) {
    expect([operationId, summary]).toEqual([operationId, expect.stringMatching(/^[A-Z`][^!]*\.$/)]);
  }
});

it('holds every route that the design names', () => {
  const has = new Set(configs.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
  const wanted = `
    POST /training/upload · POST /training/start · GET /training/progress · POST /training/quote
    GET /training/jobs · GET /training/jobs/{id} · PATCH /training/jobs/{id} · DELETE /training/jobs/{id}
    POST /training/jobs/{id}/cancel · POST /training/jobs/{id}/retry · POST /training/jobs/{id}/restore
    GET /training/jobs/{id}/events · GET /loras · POST /loras · GET /loras/{id} · DELETE /loras/{id}
    POST /loras/{id}/retry · GET /models · GET /models/{id} · DELETE /models/{id} · GET /models/{id}/download
    POST /models/{id}/retire · PUT /models/{name}/aliases/{alias} · GET /assets · POST /assets
    GET /assets/{id} · PATCH /assets/{id} · DELETE /assets/{id} · POST /assets/captions · GET /datasets/{id}/export
    GET /documents · POST /documents · DELETE /documents/{id} · POST /generations · POST /generations/create
    GET /generations · DELETE /generations · PATCH /generation-images/{id} · POST /webhooks/{provider}/{capability}
    POST /webhook/replicate-training · GET /health/live · GET /health/ready · GET /me · PATCH /me · DELETE /me
    GET /members · POST /members · PATCH /members/{userId} · DELETE /members/{userId}`;
  for (const route of wanted.split(/ · |\n/).map((one) => one.trim())) {
    if (route !== '') expect([route, has.has(route)]).toEqual([route, true]);
  }
});

it('shows every route on one page, which takes nothing from elsewhere', async () => {
  const page = renderReference(document, { nonce: 'abc', address: '/api/openapi.json' });
  for (const { operationId } of configs) expect(page).toContain(`<details id="${operationId}"`);
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page.match(/<(script|style)(?! nonce="abc")/g)).toBeNull();
  expect(page).not.toContain('[object');
  await using test = await startApi();
  const answer = await test.send(null, '/reference');
  const policy = answer.headers.get('content-security-policy') ?? '';
  const [, nonce = ''] = /script-src 'nonce-([\w-]+)'/.exec(policy) ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(await answer.text()).toContain(`<script nonce="${nonce}">`);
  expect(await (await test.send(null, '/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(document)));
});

it('writes what others say as text', () => {
  const hostile = JSON.parse(
    JSON.stringify(document).replaceAll('Lists trainings', '<script>alert(1)</script>'),
  );
  expect(renderReference(hostile, { nonce: 'abc', address: '/' })).not.toContain('<script>alert');
});
