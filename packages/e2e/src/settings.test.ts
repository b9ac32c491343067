import { connect, demoPeople, isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { addModel, addNotice } from './world/add-activity.ts';
import { openWorld } from './world/open-world.ts';

const brand = 'creativetechnologists';

it.runIf(isFullRun())('keeps what belongs to a brand and to a person', { timeout: 120_000 }, async () => {
  await using world = await openWorld();
  const [admin, member] = [await world.openPage(), await world.openPage()];
  await Promise.all([signInAs(admin.page, 'ctAdmin'), signInAs(member.page, 'ctMember')]);

  // An admin changes the policy, and a member sees it.
  await admin.page.goto('/settings?section=policy', { waitUntil: 'networkidle' });
  await admin.page.getByLabel('US dollars a month').fill('123');
  await admin.page.getByRole('button', { name: 'Save changes' }).click();
  await admin.page.getByText('The policy is changed').waitFor();
  await member.page.goto('/settings');
  expect(await member.page.getByLabel('US dollars a month').inputValue()).toBe('123');
  expect(await member.page.getByLabel('US dollars a month').isDisabled()).toBe(true);

  // A notice arrives while the page is open, and is marked read.
  await addNotice(world.stack, { brand, person: 'ctMember', name: 'Lanterns' });
  await member.page.getByText('1 unread').first().waitFor();
  await member.page.getByRole('button', { name: 'Activity' }).click();
  await member.page.getByRole('link', { name: 'Lanterns is trained' }).waitFor();
  await member.page.getByRole('button', { name: 'Mark all read' }).click();
  await member.page.getByText('All read').waitFor();
  await member.page.reload();
  expect(await member.page.getByText('1 unread').count()).toBe(0);

  // A document goes up and comes down again; an admin deletes it.
  await member.page.goto('/documents');
  await member.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Voice and tone.md', mimeType: '', buffer: Buffer.from('Plain words.') });
  const link = member.page.getByRole('link', { name: 'Voice and tone.md' });
  await link.waitFor();
  const [download] = await Promise.all([member.page.waitForEvent('download'), link.click()]);
  const pieces: string[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(String(piece));
  expect([download.suggestedFilename(), pieces.join('')]).toEqual(['Voice and tone.md', 'Plain words.']);
  expect(await member.page.getByRole('button', { name: 'Delete Voice and tone.md' }).count()).toBe(0);
  await admin.page.goto('/documents', { waitUntil: 'networkidle' });
  await admin.page.getByRole('button', { name: 'Delete Voice and tone.md' }).click();
  await admin.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await admin.page.getByText('No documents yet').waitFor();

  // The palette finds a model by a part of its name; no key fires while somebody writes.
  await addModel(world.stack, { brand, name: 'lantern-lora' });
  await admin.page.keyboard.press('Control+k');
  await admin.page.getByPlaceholder('Page, model or action').fill('lantern');
  await admin.page.getByRole('option', { name: 'lantern-lora v1' }).click();
  await admin.page.waitForURL('**/generate/new?model=lantern-lora-v1');
  await admin.page.getByLabel('Prompt', { exact: true }).fill('g d ?');
  expect(new URL(admin.page.url()).pathname).toBe('/generate/new');
  expect(await admin.page.getByRole('dialog').count()).toBe(0);
  await admin.page.locator('h1').click();
  await admin.page.keyboard.press('g');
  await admin.page.keyboard.press('a');
  await admin.page.waitForURL('**/activity');

  // A person deletes their account, is told what went, and is out.
  await member.page.goto('/settings?section=account', { waitUntil: 'networkidle' });
  await member.page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = member.page.getByRole('dialog');
  await dialog.getByText('membership in 1 brand').waitFor();
  expect(await dialog.getByRole('button', { name: 'Delete everything' }).isDisabled()).toBe(true);
  await dialog.getByLabel(/^Type /).fill(demoPeople.ctMember.email);
  for (const refused of ['401', '404']) member.guard.allow(refused);
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await member.page.getByText('Your account is deleted').waitFor();
  // What the page goes on asking is refused, sooner or later as a session that is over; the person knows.
  const refusal = { error: { code: 'not_signed_in', message: 'Sign in.' } };
  await member.page.route('**/api/notices?**', (route) => route.fulfill({ status: 401, json: refusal }));
  await member.page.waitForResponse((response) => response.status() === 401);
  expect(await member.page.getByText('You were signed out.').count()).toBe(0);
  await member.page.getByRole('button', { name: 'Go to the sign-in page' }).click();
  await member.page.waitForURL('**/sign-in');
  await member.page.goto('/settings');
  expect(new URL(member.page.url()).pathname).toBe('/sign-in');
  await using client = await connect(world.stack.database.superuser);
  const { rows } = await client.query('select from public.brand_users where user_id = $1', [
    demoPeople.ctMember.id,
  ]);
  expect(rows).toHaveLength(0);
});
