import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadSecrets } from './secrets.ts';

async function secretsFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'act-secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'secrets.json');
}

it('makes keys once, which only their owner can read', async () => {
  const file = await secretsFile();
  const made = await loadSecrets(file);
  expect(await loadSecrets(file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(made.publishableKey).toMatch(/^sb_publishable_\S{20,}$/);
  expect(new Set(Object.values(made.databasePasswords)).size).toBe(4);
});

it('makes other keys in another home', async () => {
  const [one, two] = [await loadSecrets(await secretsFile()), await loadSecrets(await secretsFile())];
  expect(one.jwtSecret).not.toBe(two.jwtSecret);
});

it('gives a home of an earlier version the keys that it lacks, and keeps the others', async () => {
  const file = await secretsFile();
  const { outboxKey: _, vapid: __, ...earlier } = await loadSecrets(file);
  await writeFile(file, JSON.stringify(earlier));
  const made = await loadSecrets(file);
  expect(made).toMatchObject(earlier);
  expect(made.vapid.publicKey).toMatch(/^B[A-Za-z0-9_-]{86}$/);
  expect(await loadSecrets(file)).toEqual(made);
  await writeFile(file, JSON.stringify({ ...made, jwtSecret: undefined }));
  await expect(loadSecrets(file)).rejects.toMatchObject({ code: 'data_folder_broken' });
});

it('refuses a file that it did not write, and leaves it alone', async () => {
  const file = await secretsFile();
  await writeFile(file, '{"publishableKey"');
  await expect(loadSecrets(file)).rejects.toMatchObject({ code: 'data_folder_broken', remedy: /backup/ });
  expect(await readFile(file, 'utf8')).toBe('{"publishableKey"');
});
