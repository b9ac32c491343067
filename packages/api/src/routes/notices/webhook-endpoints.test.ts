import { expect, it } from 'vitest';
import { z } from 'zod';
import { contradiction } from '../../testing/documented-answer.ts';
import { type PersonName, refusalOf, startApi, type TestApi } from '../../testing/start-api.ts';
import { listWebhookEndpoints, sendTestWebhook } from './webhook-endpoints.ts';

const path = '/notices/webhooks';
const list = (test: TestApi, person: PersonName) => test.send(person, path);

async function prepare() {
  const test = await startApi();
  const made = await test.send('ctAdmin', path, {
    method: 'POST',
    json: { address: 'https://hooks.example.com/trained' },
  });
  const { id } = z.looseObject({ id: z.guid() }).parse(await made.json());
  return { test, id };
}

it('shows where machines are told to admins, and says to others that it is for admins', async () => {
  const { test, id } = await prepare();
  await using _ = test;
  expect(await (await list(test, 'ctAdmin')).json()).toMatchObject({ items: [{ id, lastError: null }] });
  for (const person of ['ctMember', 'ctViewer'] as const) {
    expect(await refusalOf(await list(test, person))).toEqual([403, 'not_allowed']);
  }
});

it('says what went wrong with the last call, in words', async () => {
  const { test, id } = await prepare();
  await using _ = test;
  for (const [code, message] of [
    ['status_500', 'The receiver had a failure of its own (500).'],
    ['status_404', 'The receiver refused the call (404).'],
    ['status_429', 'The receiver was called more often than it takes (429).'],
    ['status_302', 'The address leads elsewhere (302); calls follow no redirect.'],
    ['status_410', 'The address says that it is gone for good; it is not called any more.'],
    ['address_not_public', 'The address is not one of the open internet, so it was not called.'],
    ['webhook_timeout', 'Nothing answered in time.'],
    ['webhook_cert_has_expired', 'The address could not be reached.'],
  ]) {
    await test.sql('update public.webhook_endpoints set last_error = $2 where id = $1', [id, code]);
    const answer = await list(test, 'ctAdmin');
    expect(await contradiction(listWebhookEndpoints, answer.clone())).toBeNull();
    expect(await answer.json()).toMatchObject({ items: [{ lastError: { code, message } }] });
  }
});

it('has one that is switched off not called, and says so as it is described', async () => {
  const { test, id } = await prepare();
  await using _ = test;
  await test.send('ctAdmin', `${path}/${id}`, { method: 'PATCH', json: { isEnabled: false } });
  const answer = await test.send('ctAdmin', `${path}/${id}/test`, { method: 'POST' });
  expect(await contradiction(sendTestWebhook, answer.clone())).toBeNull();
  expect(await refusalOf(answer)).toEqual([409, 'conflict']);
});
