import { expect, it } from 'vitest';
import { sampleRules as rules } from '../../testing/samples.ts';
import { checkSetting } from './check-setting.ts';
import {
  emptyForm,
  readForm,
  settingsOf,
  timesSeen,
  toConfigWish,
  withoutSetting,
  withSetting,
} from './configure-form.ts';
import { type RemedyFacts, toRemedy } from './remedy.ts';
import { areAtFields, sayProblem } from './say-problem.ts';
import { limitsOf } from './training-limits.ts';

const form = emptyForm('flux');

it('sends the preset and what differs from it, and nothing else', () => {
  expect(toConfigWish(form)).toEqual({ preset: 'standard' });
  const changed = withSetting(rules, withSetting(rules, form, 'steps', 1500), 'loraRank', 32);
  expect(toConfigWish(changed)).toEqual({ preset: 'standard', steps: 1500, loraRank: 32 });
  expect(toConfigWish(withSetting(rules, changed, 'steps', 1000))).toEqual({
    preset: 'standard',
    loraRank: 32,
  });
  expect(withoutSetting(rules, changed, 'loraRank').own).toEqual({ steps: 1500 });
});

it('sends the trigger word that it shows: the own one, or the one that was drawn', () => {
  const drawn = { ...form, drawnWord: 'user42585527' };
  expect(toConfigWish(drawn).triggerWord).toBe('user42585527');
  expect(toConfigWish({ ...drawn, triggerWord: 'acmebag7' }).triggerWord).toBe('acmebag7');
  expect(readForm(JSON.parse(JSON.stringify(drawn)), ['flux'])).toEqual(drawn);
});

it('gives prodigy a rate of its own, and the others theirs back', () => {
  const rate = withSetting(rules, form, 'learningRate', 2e-4);
  const prodigy = withSetting(rules, rate, 'optimizer', 'prodigy');
  expect(settingsOf(rules, prodigy).learningRate).toBe(1);
  expect(
    checkSetting('learningRate', settingsOf(rules, prodigy), limitsOf(rules, 'flux', 'prodigy')),
  ).toBeNull();
  expect(settingsOf(rules, withSetting(rules, prodigy, 'optimizer', 'adamw8bit')).learningRate).toBe(4e-4);
});

it('tells how often each picture is seen', () => {
  expect(timesSeen({ steps: 1000, batchSize: 1 }, 12)).toBe(83);
  expect(timesSeen({ steps: 1000, batchSize: 2 }, 12)).toBe(167);
  expect(timesSeen({ steps: 3, batchSize: 1 }, 100)).toBe(1);
  expect(timesSeen({ steps: 1000, batchSize: 1 }, 0)).toBe(0);
});

it('keeps a form across reloads, and of a broken one what can be read', () => {
  const kept = { ...withSetting(rules, form, 'steps', 700), name: 'bags', subjectKind: 'product' as const };
  expect(readForm(kept, ['flux', 'sdxl'])).toEqual(kept);
  expect(readForm('{"name":', ['flux'])).toEqual(form);
  expect(readForm(null, ['flux'])).toEqual(form);
  const foreign = {
    ...kept,
    modelType: 'sdxl',
    own: { steps: 'many', constructor: 1, seed: 7, loraRank: 8 },
  };
  expect(readForm(foreign, ['flux'])).toEqual({
    ...kept,
    modelType: 'flux',
    own: { seed: 7, loraRank: 8 },
  });
});

const limits = limitsOf(rules, 'sdxl', 'adamw8bit');
it.each([
  ['steps', { steps: 6001 }, 'range'],
  ['learningRate', { learningRate: 0.9 }, 'range'],
  ['resolution', { resolution: '512,1000' }, 'sides'],
  ['resolution', { resolution: '256' }, 'sides'],
  ['resolution', { resolution: '512,' }, 'sides'],
  ['resolution', { resolution: '512,576,640,704,768' }, 'sides'],
  ['resolution', { resolution: '512,1024' }, null],
  ['seed', { seed: -1 }, 'range'],
  ['seed', { seed: null }, null],
  ['captionDropout', { captionDropout: 1.1 }, 'range'],
] as const)('finds what is wrong with %s in %j', (name, changes, rule) => {
  expect(
    checkSetting(name, { ...settingsOf(rules, emptyForm('sdxl')), ...changes }, limits)?.rule ?? null,
  ).toBe(rule);
});

it('says at a field what a refusal found wrong with it', () => {
  const problems = [
    { path: 'config.steps', message: 'is 9000', fix: 'Use a whole number from 3 to 6000.' },
    { path: 'name', message: 'is empty', fix: 'Write one.' },
  ];
  expect(sayProblem(problems, 'steps')).toBe('Is 9000. Use a whole number from 3 to 6000.');
  expect(sayProblem(problems, 'name')).toBe('Is empty. Write one.');
  expect(sayProblem(problems, 'seed')).toBeUndefined();
});

it.each([
  [['config.steps', 'name'], true],
  [['config.triggerWord'], true],
  [['config.steps', 'trainingAssetIds[0]'], false],
  [['metadata.colour'], false],
  [[''], false],
  [[], false],
])('knows that what is wrong with %j is said at fields: %s', (paths, areThere) => {
  expect(areAtFields(paths.map((path) => ({ path, message: 'is wrong', fix: '' })))).toBe(areThere);
});

const fine: RemedyFacts = {
  blockedBy: [],
  pictures: 12,
  running: 1,
  mostRunning: 3,
  isInvalid: false,
  refusedBy: null,
};
it.each<[Partial<RemedyFacts>, ReturnType<typeof toRemedy>]>([
  [{}, null],
  [{ pictures: 0 }, 'pictures'],
  [{ blockedBy: ['too_few'] }, 'pictures'],
  [{ blockedBy: ['too_many'] }, 'fewerPictures'],
  [{ mostRunning: 0, running: 0 }, 'paused'],
  [{ running: 3 }, 'running'],
  [{ refusedBy: 'budget_exceeded' }, 'budget'],
  [{ refusedBy: 'limit_reached' }, 'tomorrow'],
  [{ isInvalid: true }, 'settings'],
  [{ refusedBy: 'database_failed' }, null],
])('with %j offers %s in place of the button', (facts, remedy) => {
  expect(toRemedy({ ...fine, ...facts })).toBe(remedy);
});
