import { expect, it } from 'vitest';
import { startStack } from '../testing/start-stack.ts';

const mail = { to: 'member@example.test', subject: 'Hello', text: 'Hello there', html: '<p>Hello there</p>' };

const post = (authorization: string | null, body: unknown = mail) =>
  new Request('http://localhost/outbox', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

it('takes mail with its key, and shows it like any other', async () => {
  await using stack = await startStack();
  const answer = await stack.fetch(post(`Bearer ${stack.secrets.outboxKey}`));
  expect(answer.status).toBe(201);
  expect(await stack.outbox.list()).toMatchObject([mail]);
  const page = await stack.fetch(new Request('http://localhost/outbox'));
  expect(await page.text()).toContain('Hello');
});

it('takes none without it, and nothing that is no mail', async () => {
  await using stack = await startStack();
  const { outboxKey, publishableKey, secretKey } = stack.secrets;
  for (const authorization of [
    null,
    'Bearer ',
    `Bearer ${publishableKey}`,
    `Bearer ${secretKey}`,
    outboxKey,
  ]) {
    expect((await stack.fetch(post(authorization))).status).toBe(401);
  }
  for (const body of ['', '[]', '{"to":', { ...mail, to: 'nobody' }, { ...mail, bcc: 'b@example.test' }]) {
    expect((await stack.fetch(post(`Bearer ${outboxKey}`, body))).status).toBe(400);
  }
  expect(await stack.outbox.list()).toEqual([]);
});
