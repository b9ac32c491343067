import { connect, demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { choosePassword } from '../people/choose-password.ts';
import { requestSignUp } from '../people/request-mail.ts';
import { signIn } from '../people/sign-in.ts';
import { openBrowser, readMailToken, type TestBrowser } from '../testing/open-browser.ts';
import { acceptInvitation, joinBrand } from './join.ts';
import { readBrandLanguage } from './read-brand-language.ts';
import { findVisit } from './viewer.ts';

async function open(stack: TestStack, person: keyof typeof demoPeople): Promise<TestBrowser> {
  const browser = openBrowser(stack);
  const { email } = demoPeople[person];
  await signIn(browser.session(), { email, password: stack.secrets.demoPassword });
  return browser;
}

const visit = (browser: TestBrowser, preferred: string | null = null, host: string | null = null) =>
  findVisit({ session: browser.session(), preferred, host });

it('knows who visits, and in which brand', async () => {
  await using stack = await startStack();
  expect(await visit(openBrowser(stack))).toEqual({ state: 'signedOut' });
  expect(await visit(await open(stack, 'newcomer'))).toMatchObject({ state: 'withoutBrand' });
  expect(await visit(await open(stack, 'acmeViewer'))).toMatchObject({
    state: 'inside',
    viewer: { brand: { id: 'acmecompany', role: 'viewer' }, brands: [{ id: 'acmecompany' }] },
  });
});

it('asks somebody in several brands which, and never takes another than the one asked for', async () => {
  await using stack = await startStack();
  const browser = await open(stack, 'freelancer');
  const undecided = {
    state: 'undecided',
    choices: [
      { id: 'acmecompany', name: 'Acme Company' },
      { id: 'creativetechnologists', name: 'Creative Technologists' },
    ],
  };
  expect(await visit(browser)).toMatchObject(undecided);
  expect(await visit(browser, 'techstartup')).toMatchObject(undecided);
  expect(await visit(browser, 'acmecompany')).toMatchObject({ viewer: { brand: { id: 'acmecompany' } } });
});

it('shows one brand alone where a storefront has no other', async () => {
  await using stack = await startStack();
  const browser = await open(stack, 'freelancer');
  const visitOnly = (only: string) =>
    findVisit({ session: browser.session(), preferred: 'creativetechnologists', host: null, only });
  expect(await visitOnly('acmecompany')).toMatchObject({
    state: 'inside',
    viewer: { brand: { id: 'acmecompany' }, brands: [{ id: 'acmecompany' }] },
  });
  expect(await visitOnly('techstartup')).toMatchObject({ state: 'withoutBrand' });
});

it('lets an invited person in, once, and only the one who was invited', async () => {
  await using stack = await startStack();
  const admin = await stack.as('ctAdmin');
  const email = 'invited@example.test';
  const { data: code } = await admin.rpc('create_invitation', {
    brand_id: 'creativetechnologists',
    email,
    role: 'viewer',
  });
  const unusable = { done: false, refusal: 'codeInvalid' };
  expect(await acceptInvitation((await open(stack, 'newcomer')).session(), code)).toEqual(unusable);
  expect(await acceptInvitation(openBrowser(stack).session(), code)).toEqual({
    done: false,
    refusal: 'signedOut',
  });

  const browser = openBrowser(stack);
  await requestSignUp(browser.visitor(), { email });
  await choosePassword(browser.session(), {
    ...(await readMailToken(stack, email)),
    password: 'four quiet grey stones',
  });
  expect(await acceptInvitation(browser.session(), 'nonsense')).toEqual(unusable);
  expect(
    await acceptInvitation(browser.session(), ` https://studio.example/sign-up?invitation=${code}\n`),
  ).toEqual({
    done: true,
    value: 'creativetechnologists',
  });
  expect(await acceptInvitation(browser.session(), code)).toEqual(unusable);
  expect(await visit(browser)).toMatchObject({ viewer: { brand: { role: 'viewer' } } });
});

it('lets people join an open brand, and no closed one', async () => {
  await using stack = await startStack();
  const browser = await open(stack, 'newcomer');
  expect(await joinBrand(browser.session(), 'techstartup')).toEqual({ done: false, refusal: 'notAllowed' });
  await setSettings(stack, 'techstartup', { signUp: { open: true }, language: 'ru' });
  expect(await joinBrand(browser.session(), 'techstartup')).toEqual({ done: true, value: 'techstartup' });
  expect(await visit(browser)).toMatchObject({ viewer: { brand: { id: 'techstartup', role: 'member' } } });
});

it('tells the language that a brand has chosen from the one that all have', async () => {
  await using stack = await startStack();
  const browser = await open(stack, 'techMember');
  expect(await readBrandLanguage(browser.session(), 'techstartup')).toBeNull();
  await setSettings(stack, 'techstartup', { language: 'ru' });
  expect(await readBrandLanguage(browser.session(), 'techstartup')).toBe('ru');
  expect(await readBrandLanguage(browser.session(), 'acmecompany')).toBeNull();
});

it('tells a brand with broken settings from the others of the same person', async () => {
  await using stack = await startStack();
  await setSettings(stack, 'acmecompany', { language: 'tlh' });
  const closed = {
    state: 'closed',
    brand: { id: 'acmecompany', name: 'Acme Company' },
    reason: expect.stringContaining('language'),
  };
  const browser = await open(stack, 'freelancer');
  expect(await visit(browser)).toMatchObject({ state: 'undecided' });
  expect(await visit(browser, 'acmecompany')).toMatchObject({
    ...closed,
    choices: [{ id: 'acmecompany' }, { id: 'creativetechnologists' }],
  });
  expect(await visit(browser, 'creativetechnologists')).toMatchObject({
    viewer: { brand: { id: 'creativetechnologists' } },
  });
  expect(await visit(await open(stack, 'acmeViewer'))).toMatchObject(closed);
});

async function setSettings(stack: TestStack, brandId: string, settings: object): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query('update public.brands set settings = $2 where id = $1', [brandId, settings]);
}
