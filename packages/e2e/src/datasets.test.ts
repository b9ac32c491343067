import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

it('takes a zip, resumes after a reload, and keeps and takes back edits', { timeout: 120_000 }, async () => {
  await using cleanup = new AsyncDisposableStack();
  const world = cleanup.use(await openWorld());
  cleanup.use(await startEngine(world.stack));
  const folder = await mkdtemp(join(tmpdir(), 'act-pictures-'));
  cleanup.defer(() => rm(folder, { recursive: true }));
  const { page, guard } = await world.openPage();
  // Also where other tests keep the machine busy.
  page.setDefaultTimeout(40_000);
  page.on('dialog', (dialog) => void dialog.accept());
  await signInAs(page, 'ctMember');
  await page.goto('/training/upload');
  // Nobody reaches the field before the program of the page runs.
  await page.waitForLoadState('networkidle');
  const [last, ...others] = (await drawPictures(page, 4)).toReversed();
  const path = join(folder, 'last.jpg');
  await writeFile(path, last?.buffer ?? '');

  const zip = zipOf([
    ...others.map(({ name, buffer }) => ({ name: `signs/${name}`, bytes: buffer })),
    { name: 'signs/notes.txt', bytes: Buffer.from('not to be trained with') },
  ]);
  await choose(page, { name: 'signs.zip', mimeType: 'application/zip', buffer: zip });
  await page.getByText('3 pictures added').waitFor();
  await page.getByText('1 is no picture').waitFor();

  guard.allow('ERR_FAILED');
  await page.route('**/upload/resumable/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await choose(page, path);
  await eventually(() => page.evaluate('Object.keys(localStorage).join()')).toContain('act.uploads:');
  await page.reload();
  await page.getByRole('heading', { name: '1 upload was broken off' }).waitFor();
  await page.unroute('**/upload/resumable/**');
  const methods: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/upload/resumable')) methods.push(request.method());
  });
  await choose(page, path);
  await page.getByText('1 picture added').waitFor();
  expect(methods).toContain('HEAD');
  expect(methods).not.toContain('POST');
  expect(await page.getByText('broken off').count()).toBe(0);
  await page.getByText('0 / 4 captioned').first().waitFor();
  // As large as it is: read after the page, it comes from the same place as what came with it.
  await page.locator('figure button:has(img)').first().click();
  const shown = page.getByRole('dialog').locator('img');
  await shown.waitFor();
  await eventually(() => page.evaluate(`document.querySelector('[role=dialog] img').naturalWidth`)).toBe(
    1100,
  );
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')]);
  expect(download.suggestedFilename()).toMatch(/\.(png|jpg|webp)$/);
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
  // What is refused says why; what is there is saved.
  guard.allow('429');
  const tooMany = { error: { code: 'too_many_requests', message: 'Wait.' } };
  await page.route('**/datasets/current/export?**', (route) => route.fulfill({ status: 429, json: tooMany }));
  await page.getByRole('link', { name: 'Download pictures and captions' }).click();
  await page.getByText('That was too much at once.').waitFor();
  await page.unroute('**/datasets/current/export?**');
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download pictures and captions' }).click(),
  ]);
  expect(archive.suggestedFilename()).toMatch(/\.zip$/);

  await page.goto('/training/upload?step=captions');
  const captions = page.locator('textarea[data-caption]');
  await captions.first().click();
  for (let each = 0; each < 4; each += 1) {
    await page.keyboard.type('sign in studio light');
    await page.keyboard.press('Enter');
  }
  await page.getByText('4 / 4 captioned').first().waitFor();
  await page.getByRole('button', { name: 'Edit many at once' }).click();
  await page.getByLabel('Find', { exact: true }).fill('STUDIO light');
  await page.getByLabel('Replace with').fill('daylight');
  await page.getByText('4 captions would change').waitFor();
  await page.getByRole('button', { name: 'Change 4 captions' }).click();
  await eventually(() => captions.first().inputValue()).toBe('sign in daylight');
  let saved = 0;
  page.on('response', (response) => {
    if (response.request().method() === 'PATCH' && response.ok()) saved += 1;
  });
  await page.getByRole('button', { name: 'Undo: 4 captions' }).click();
  await eventually(() => captions.last().inputValue()).toBe('sign in studio light');
  await eventually(() => saved).toBe(4);

  await page.goto('/training/upload');
  await page.locator('figure button:has(img)').first().click();
  const at = (place: string) => page.getByText(place, { exact: true }).waitFor();
  await at('1 / 4');
  // Keys are heard once the dialog has the focus.
  await page.getByRole('dialog').locator(':focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await at('2 / 4');
  await page.keyboard.press('r');
  await at('3 / 4');
  await page.keyboard.press('s');
  await at('4 / 4');
  await page.keyboard.press('ArrowRight');
  await at('4 / 4');
  await page.getByRole('button', { name: /^Undo: leaving out/ }).waitFor();
  await page.keyboard.press('u');
  await at('2 / 4');
  await page.getByText('Taken back: leaving out').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForLoadState('networkidle');

  await page.goto('/training/upload?step=captions');
  await page.getByText('4 / 4 captioned').first().waitFor();
  expect(await captions.first().inputValue()).toBe('sign in studio light');
});

/** The machine that runs this may be busy with other tests. */
const eventually = <Value>(look: () => Promise<Value> | Value) => expect.poll(look, { timeout: 15_000 });

const choose = (page: Page, files: Parameters<Page['setInputFiles']>[1]) =>
  page.locator('input[type=file]').first().setInputFiles(files);

/** A zip as other programs write it. */
function zipOf(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = [Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed];
    parts.push(...entry);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name));
    offset += entry.reduce((sum, { length }) => sum + length, 0);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}
