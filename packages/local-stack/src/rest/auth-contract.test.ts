import { createClient } from '@supabase/supabase-js';
import { expect, it } from 'vitest';
import { demoPeople } from '../database/demo-people.ts';
import { startStack, type TestStack } from '../testing/start-stack.ts';

/** A client that signs in itself, as an app does. */
function signedOutClient(stack: TestStack) {
  return createClient(stack.url, stack.secrets.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => stack.fetch(new Request(input, init)) },
  });
}

it('signs the demo people in, refreshes and signs out', async () => {
  await using stack = await startStack();
  const client = signedOutClient(stack);
  const { email } = demoPeople.ctMember;

  const wrong = await client.auth.signInWithPassword({ email, password: 'wrong-password' });
  expect(wrong.error?.code).toBe('invalid_credentials');

  const { data, error } = await client.auth.signInWithPassword({
    email,
    password: stack.secrets.demoPassword,
  });
  expect(error).toBeNull();
  expect(data.user?.id).toBe(demoPeople.ctMember.id);
  expect((await client.from('brands').select('id')).data).toEqual([{ id: 'creativetechnologists' }]);

  const refreshed = await client.auth.refreshSession();
  expect(refreshed.error).toBeNull();
  expect((await client.auth.getUser()).data.user?.email).toBe(email);
  expect((await client.auth.signOut()).error).toBeNull();
  expect((await client.from('brands').select('id')).status).toBe(401);
});

it('lets somebody sign up, who then belongs to no brand', async () => {
  await using stack = await startStack();
  const client = signedOutClient(stack);
  const { data, error } = await client.auth.signUp({
    email: 'new@example.test',
    password: 'a-good-password',
  });
  expect(error).toBeNull();
  expect(data.session).not.toBeNull();
  expect((await client.from('brands').select()).data).toEqual([]);
});

it('puts the mail for a forgotten password into the outbox, and its code signs in', async () => {
  await using stack = await startStack();
  const client = signedOutClient(stack);
  const { email } = demoPeople.acmeViewer;
  expect((await client.auth.resetPasswordForEmail(email)).error).toBeNull();

  const [mail] = await stack.outbox.list();
  expect(mail?.to).toBe(email);
  expect(mail?.subject).toBe('A new password · Новый пароль');
  const token = `${mail?.text} ${mail?.html}`.match(/token_hash=([^&"\s]+)/)?.[1] ?? '';
  const { error } = await client.auth.verifyOtp({ token_hash: token, type: 'recovery' });
  expect(error).toBeNull();
  expect((await client.auth.updateUser({ password: 'another-password' })).error).toBeNull();
  const again = await signedOutClient(stack).auth.signInWithPassword({ email, password: 'another-password' });
  expect(again.error).toBeNull();
});

it('words every mail about an account itself, in both languages, with nothing that no page takes', async () => {
  await using stack = await startStack();
  const client = signedOutClient(stack);
  await client.auth.resetPasswordForEmail(demoPeople.ctMember.email);
  await client.auth.signInWithOtp({ email: demoPeople.ctMember.email });
  await client.auth.signInWithOtp({ email: 'new@example.test' });
  const mails = await stack.outbox.list();
  expect(mails).toHaveLength(3);
  for (const { text, html } of mails) {
    expect(html).toMatch(/<section lang="en">.*<section lang="ru">/s);
    expect(html).toMatch(
      /href="http:\/\/127\.0\.0\.1:3000\/password\?token_hash=\w+&amp;type=(recovery|magiclink|signup)"/,
    );
    expect(`${text} ${html}`).not.toMatch(/powered by|supabase|code|\{\{/i);
  }
});

it('leads to the storefront that asked for a mail, and to no address that is none of them', async () => {
  await using stack = await startStack();
  const client = signedOutClient(stack);
  const { email } = demoPeople.ctMember;
  const linkFor = async (site: string) => {
    await client.auth.resetPasswordForEmail(email, { redirectTo: site });
    await client.auth.signInWithOtp({ email, options: { emailRedirectTo: site } });
    const [latest, before] = await stack.outbox.list();
    return [latest, before].map((mail) => /href="(http[^"]+?)\/password/.exec(mail?.html ?? '')?.[1]);
  };
  expect(await linkFor('http://127.0.0.1:3001')).toEqual(Array(2).fill('http://127.0.0.1:3001'));
  for (const foreign of [
    'https://evil.example',
    'http://127.0.0.1:3001.evil.example',
    'http://127.0.0.1:30011',
  ])
    expect(await linkFor(foreign)).toEqual(Array(2).fill('http://127.0.0.1:3000'));
});
