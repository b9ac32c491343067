import { expect, it } from 'vitest';
import { POST } from './open-brand.ts';

const host = 'studio.example';

/** What is answered before anybody asks who this is. */
const post = async (headers: Record<string, string>, body: string) => {
  const request = new Request(`http://${host}/open/acmecompany/now`, {
    method: 'POST',
    body,
    headers: { host, ...headers },
  });
  return (await POST(request, { params: Promise.resolve({ brandId: 'acmecompany' }) })).status;
};

it('opens no brand for a page of another site', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await post({ ...form, origin: `http://${host}:8080` }, 'next=%2F')).toBe(403);
  expect(await post({ ...form, origin: `http://other.${host}` }, 'next=%2F')).toBe(403);
  expect(await post(form, 'next=%2F')).toBe(403);
});

it('takes a form and nothing else', async () => {
  const own = { origin: `http://${host}` };
  expect(await post({ ...own, 'content-type': 'application/json' }, '{"next":"/"}')).toBe(400);
  expect(await post({ ...own, 'content-type': 'multipart/form-data; boundary=x' }, 'broken')).toBe(400);
});
