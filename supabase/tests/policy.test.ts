import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser, brand } from './testing/brand-content.ts';

it('takes from an admin what the schema of the settings takes, and nothing beside it', async () => {
  await using stack = await startStack();
  const admin = await stack.as('ctAdmin');
  const change = async (changes: unknown) =>
    (await admin.rpc('change_policy', { brand_id: brand, changes })).status;
  const hours = { from: '22:00', to: '07:00', timeZone: 'Europe/Moscow' };
  for (const good of [
    { 'budget.monthlyUsd': null, 'budget.warnAtShare': 1 },
    { 'training.autoRetrain.quietHours': hours, 'training.autoRetrain.enabled': true },
    { 'retention.generationDays': 3650, language: 'ru' },
  ]) {
    expect(await change(good), JSON.stringify(good)).toBe(204);
  }
  for (const bad of [
    [],
    { hosts: ['evil.example'] },
    { 'signUp.open': true },
    { 'training.maximumRunningJobs': 100 },
    { 'budget.warnAtShare': 0 },
    { 'budget.monthlyUsd': '5' },
    { 'retention.deletedDays': null },
    { 'retention.deletedDays': 1.5 },
    { 'training.autoRetrain.quietHours': { ...hours, timeZone: '+03:00' } },
    { 'training.autoRetrain.quietHours': { ...hours, timeZone: 'Factory' } },
    { 'training.autoRetrain.quietHours': { ...hours, timeZone: 'posix/Europe/Moscow' } },
    { 'budget.warnAtShare': 0.0001 },
    { 'training.autoRetrain.quietHours': { ...hours, to: hours.from } },
    { 'training.autoRetrain.quietHours': { ...hours, more: 1 } },
    { 'training.subjects.style.minimumImages': 5 },
    { language: 'de' },
  ]) {
    expect(await change(bad), JSON.stringify(bad)).toBe(422);
  }
  const [row] = await asSuperuser<{ settings: object }>(
    stack,
    'select settings from public.brands where id = $1',
    [brand],
  );
  expect(row?.settings).toMatchObject({
    language: 'ru',
    budget: { monthlyUsd: null, warnAtShare: 1 },
    retention: { generationDays: 3650 },
    training: { autoRetrain: { enabled: true, quietHours: hours } },
  });
});

it('refuses everybody else', async () => {
  await using stack = await startStack();
  for (const [actor, status] of [
    ['ctMember', 403],
    ['acmeAdmin', 404],
    ['anonymous', 401],
  ] as const) {
    const wish = { brand_id: brand, changes: { language: 'ru' } };
    expect((await (await stack.as(actor)).rpc('change_policy', wish)).status, actor).toBe(status);
  }
});
