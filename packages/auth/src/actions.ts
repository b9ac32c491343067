'use server';

import type { Language } from '@act/tenant-config';
import { redirect } from 'next/navigation';
import { getVisit } from './brands/guards.ts';
import { acceptInvitation, joinBrand } from './brands/join.ts';
import { getAuthConfiguration } from './configuration.ts';
import { loadAuthSettings } from './load-setting.ts';
import { toSafePath } from './paths/safe-path.ts';
import { changeLanguage, languageSchema } from './people/change-language.ts';
import { choosePassword } from './people/choose-password.ts';
import { requestReset, requestSignUp } from './people/request-mail.ts';
import type { ActionResult } from './people/results.ts';
import { signIn, signInAsDemoPerson } from './people/sign-in.ts';
import { signOut } from './people/sign-out.ts';
import { openOwnCookies } from './sessions/own-cookies.ts';
import { createServerSession } from './sessions/server-session.ts';
import { createVisitor } from './sessions/visitor.ts';

// What a storefront's forms call. Each reads its form, does one thing, and leads on or says why not.

type Previous = ActionResult<unknown> | null;

export async function signInAction(_: Previous, form: FormData): Promise<ActionResult<string>> {
  const result = await signIn(await createServerSession(), form);
  if (!result.done) return result;
  await begin(result.value);
  redirect(toSafePath(form.get('next')));
}

export async function signInAsDemoPersonAction(_: Previous, form: FormData): Promise<ActionResult<string>> {
  const { demoPeople } = loadAuthSettings();
  const result = await signInAsDemoPerson(await createServerSession(), demoPeople, form.get('email'));
  if (!result.done) return result;
  await begin(result.value);
  redirect(toSafePath(form.get('next')));
}

export async function signOutAction(form: FormData): Promise<void> {
  await signOut(await createServerSession(), { everywhere: form.get('everywhere') === 'true' });
  (await openOwnCookies()).remove('person', 'brand');
  redirect('/sign-in');
}

export async function requestResetAction(_: Previous, form: FormData): Promise<ActionResult<string>> {
  return requestReset(createVisitor(), form, { site: loadAuthSettings().publicUrl });
}

export async function requestSignUpAction(_: Previous, form: FormData): Promise<ActionResult<string>> {
  const result = await requestSignUp(createVisitor(), form, { site: loadAuthSettings().publicUrl });
  const code = form.get('invitation');
  if (result.done && typeof code === 'string' && code) (await openOwnCookies()).set('invitation', code);
  return result;
}

export async function choosePasswordAction(_: Previous, form: FormData): Promise<ActionResult<string>> {
  const session = await createServerSession();
  const result = await choosePassword(session, form);
  if (!result.done) return result;
  await begin(result.value);
  const cookies = await openOwnCookies();
  const code = cookies.get('invitation');
  const joined = code ? await acceptInvitation(session, code) : null;
  if (!joined?.done) redirect('/welcome');
  cookies.remove('invitation');
  cookies.set('brand', joined.value);
  redirect('/');
}

/** Accepts an invitation, or joins the storefront's own brand where that is open to everybody. */
export async function joinAction(_: Previous, form: FormData): Promise<ActionResult<string>> {
  const session = await createServerSession();
  const cookies = await openOwnCookies();
  const code = form.get('invitation');
  const result = code
    ? await acceptInvitation(session, code)
    : await joinBrand(session, getAuthConfiguration().brand.id);
  if (!result.done) return result;
  cookies.remove('invitation');
  cookies.set('brand', result.value);
  redirect('/');
}

/** Keeps a language with the person, where there is one; the page is shown anew in it. */
export async function chooseLanguageAction(wish: Language): Promise<void> {
  const language = languageSchema.parse(wish);
  (await openOwnCookies()).set('language', language);
  if ((await getVisit()).state !== 'signedOut') await changeLanguage(await createServerSession(), language);
}

/** A page that somebody else left behind in this browser must not be taken for one's own. */
async function begin(personId: string): Promise<void> {
  const cookies = await openOwnCookies();
  if (cookies.get('person') !== personId) cookies.remove('brand');
  cookies.set('person', personId);
}
