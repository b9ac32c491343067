import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { findVisit } from '../brands/viewer.ts';
import { findPerson } from '../sessions/find-person.ts';
import { openBrowser, readMailToken } from '../testing/open-browser.ts';
import { changeLanguage } from './change-language.ts';
import { choosePassword } from './choose-password.ts';
import { requestReset, requestSignUp } from './request-mail.ts';
import { signIn, signInAsDemoPerson } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const { email } = demoPeople.ctMember;

it('signs in for the requests that follow, and keeps the answer out of every cache', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  const result = await signIn(browser.session(), {
    email: ` ${email.toUpperCase()} `,
    password: stack.secrets.demoPassword,
  });
  expect(result).toEqual({ done: true, value: demoPeople.ctMember.id });
  expect(browser.headers.get('cache-control')).toContain('no-store');
  expect(await findPerson(browser.session())).toMatchObject({ id: demoPeople.ctMember.id, email });
});

it('does not say whether the address or the password was wrong', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  const wrong = { done: false, refusal: 'signInWrong' };
  expect(await signIn(browser.session(), { email, password: 'not-the-password' })).toEqual(wrong);
  expect(await signIn(browser.session(), { email: 'nobody@example.test', password: 'x' })).toEqual(wrong);
  expect(await signIn(browser.session(), { email, password: '' })).toEqual(wrong);
  expect(await signIn(browser.session(), { email: 'nonsense', password: 'x' })).toEqual({
    done: false,
    refusal: 'addressInvalid',
  });
  expect(browser.cookies.size).toBe(0);
});

it('lets in as demo people only those it was told of', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  const people = [{ email, password: stack.secrets.demoPassword, roles: {} }];
  const off = { done: false, refusal: 'demoOff' };
  expect(await signInAsDemoPerson(browser.session(), [], email)).toEqual(off);
  expect(await signInAsDemoPerson(browser.session(), people, demoPeople.acmeAdmin.email)).toEqual(off);
  expect(await signInAsDemoPerson(browser.session(), people, email)).toMatchObject({ done: true });
});

it('lets nobody in by an account that was deleted, from that moment on', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  const { demoPassword: password } = stack.secrets;
  await signIn(browser.session(), { email, password });
  expect((await browser.session().rpc('delete_my_data')).error).toBeNull();
  // The account itself goes later: the engine sees to it, once nothing runs in its name.
  const visit = await findVisit({ session: browser.session(), preferred: null, host: null });
  expect(visit).toEqual({ state: 'signedOut' });

  const again = openBrowser(stack);
  expect(await signIn(again.session(), { email, password })).toEqual({ done: false, refusal: 'signInWrong' });
  expect(again.cookies.size).toBe(0);
  expect(await signInAsDemoPerson(again.session(), [{ email, password, roles: {} }], email)).toEqual({
    done: false,
    refusal: 'demoGone',
  });
  const { email: other } = demoPeople.ctViewer;
  expect(await signIn(again.session(), { email: other, password })).toMatchObject({ done: true });
});

it('keeps the sessions of two storefronts on one host apart', async () => {
  await using stack = await startStack();
  const [one, other] = [openBrowser(stack, 'one-session'), openBrowser(stack, 'other-session')];
  await signIn(one.session(), { email, password: stack.secrets.demoPassword });
  for (const [name, value] of one.cookies) other.cookies.set(name, value);
  expect(await findPerson(other.session())).toBeNull();
});

it('ends this session and no other, or every session', async () => {
  await using stack = await startStack();
  const browsers = [openBrowser(stack), openBrowser(stack), openBrowser(stack)];
  for (const { session } of browsers)
    await signIn(session(), { email, password: stack.secrets.demoPassword });
  const [desk, phone, cafe] = browsers;
  if (!desk || !phone || !cafe) throw new Error('There are three.');

  await signOut(desk.session(), { everywhere: false });
  expect([...desk.cookies]).toEqual([]);
  expect(await findPerson(desk.session())).toBeNull();
  expect(await findPerson(cafe.session())).not.toBeNull();

  await signOut(phone.session(), { everywhere: true });
  expect(await findPerson(cafe.session())).toBeNull();
});

it('answers the same to known and unknown addresses, and writes to the known one only', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  const unknown = 'nobody@example.test';
  expect(await requestReset(browser.visitor(), { email })).toEqual({ done: true, value: email });
  expect(await requestReset(browser.visitor(), { email: unknown })).toEqual({ done: true, value: unknown });
  expect((await stack.outbox.list()).map(({ to }) => to)).toEqual([email]);
  expect(await requestSignUp(browser.visitor(), { email })).toEqual({ done: true, value: email });
  expect(await requestSignUp(browser.visitor(), { email: unknown })).toEqual({ done: true, value: unknown });
});

it('sets a new password by the link of a mail, once', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  await requestReset(browser.visitor(), { email });
  const link = await readMailToken(stack, email);
  const password = 'four quiet grey stones';

  expect(await choosePassword(browser.session(), { ...link, password: 'short' })).toEqual({
    done: false,
    refusal: 'passwordShort',
  });
  expect(await choosePassword(browser.session(), { ...link, password, again: 'another one' })).toEqual({
    done: false,
    refusal: 'passwordsDiffer',
  });
  expect(await choosePassword(browser.session(), { ...link, password, again: password })).toEqual({
    done: true,
    value: demoPeople.ctMember.id,
  });
  expect(await choosePassword(openBrowser(stack).session(), { ...link, password })).toEqual({
    done: false,
    refusal: 'linkExpired',
  });
  expect(await signIn(openBrowser(stack).session(), { email, password })).toMatchObject({ done: true });
});

it('makes an account by the link of a mail', async () => {
  await using stack = await startStack();
  const browser = openBrowser(stack);
  const address = 'new@example.test';
  await requestSignUp(browser.visitor(), { email: address });
  const link = await readMailToken(stack, address);
  const made = await choosePassword(browser.session(), { ...link, password: 'four quiet grey stones' });
  expect(made).toMatchObject({ done: true });
  expect(await findPerson(browser.session())).toMatchObject({ email: address, language: null });
  await changeLanguage(browser.session(), 'ru');
  expect(await findPerson(browser.session())).toMatchObject({ language: 'ru' });
});

it('counts a password by the bytes that are looked at', async () => {
  await using stack = await startStack();
  const choice = { tokenHash: 'x', type: 'recovery', password: 'я'.repeat(37) };
  expect(await choosePassword(openBrowser(stack).session(), choice)).toEqual({
    done: false,
    refusal: 'passwordLong',
  });
});

it('asks for a session where there is no link', async () => {
  await using stack = await startStack();
  expect(await choosePassword(openBrowser(stack).session(), { password: 'four quiet grey stones' })).toEqual({
    done: false,
    refusal: 'signedOut',
  });
});
