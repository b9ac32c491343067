import { countWords, toDollars } from './count-words.ts';
import { type FailureGroup, toFailureGroup } from './failure-group.ts';
import type { LanguageWords, WordsByKind } from './language-words.ts';
import { toPlainName } from './plain-name.ts';

const pictures = (count = 1) => countWords('en', count, { one: '{n} picture', other: '{n} pictures' });
const areReady = (count = 1) =>
  countWords('en', count, { one: '{n} picture is ready', other: '{n} pictures are ready' });
const named = (name: string | undefined) => (name === undefined ? 'Your training' : `“${toPlainName(name)}”`);

const causes: Readonly<Record<FailureGroup, string>> = {
  'took too long': 'It took longer than it may, so it was stopped.',
  'not sent twice': 'Nobody could say whether it had begun, so it was not begun a second time.',
  pictures: 'Some of the pictures could not be used. Look through them before you try again.',
  content:
    'The provider does not allow what was asked for. Change the words or the pictures before you try again.',
  operator: 'The fault is on our side, and trying again does not help yet. We are told of it too.',
  later: 'Something failed on the way; it was nothing that you did.',
};

const kinds: WordsByKind = {
  'training.completed': ({ name, modelId, pictures: count }) => ({
    subject: `${named(name)} is trained`,
    title: 'A training is done',
    paragraphs: [
      `The training used ${pictures(count)}, and the model is saved${modelId === undefined ? '' : ` as ${modelId}`}.`,
      'Open it to look at the result and to make pictures with it.',
    ],
    action: 'Open the training',
  }),
  'training.failed': ({ name, errorCode }) => ({
    subject: `${named(name)} could not be trained`,
    title: 'A training failed',
    paragraphs: [
      causes[toFailureGroup(errorCode)],
      'Your pictures and settings are kept. Open the training to try again with the same settings.',
    ],
    action: 'Open the training',
  }),
  'training.cancelled': ({ name }) => ({
    subject: `${named(name)} was cancelled`,
    title: 'A training was cancelled',
    paragraphs: ['It was stopped before it was done. Your pictures and settings are kept.'],
    action: 'Open the training',
  }),
  'generation.completed': ({ pictures: count }) => ({
    subject: areReady(count),
    title: areReady(count),
    paragraphs: ['Look at the result in your gallery.'],
    action: 'Open the gallery',
  }),
  'generation.failed': ({ pictures: count, errorCode }) => ({
    subject: `${pictures(count)} could not be made`,
    title: 'Pictures could not be made',
    paragraphs: [causes[toFailureGroup(errorCode)], 'What you asked for is kept. Open it to try again.'],
    action: 'Open the gallery',
  }),
  'pictures.rejected': ({ pictures: count = 1, names = [] }) => ({
    subject: `${pictures(count)} cannot be used`,
    title: 'Some pictures cannot be used',
    paragraphs: [
      list(names, count),
      'Each of them says why in your pictures. The others train without them.',
    ].filter((text) => text !== ''),
    action: 'Open the pictures',
  }),
  'sharing.ended': ({ name }) => ({
    subject: `${named(name)} is private again`,
    title: 'A shared model is private again',
    paragraphs: [
      'An admin of the brand took it back from the others. It is still yours, and only you see and use it now.',
      'What others made with it stays theirs.',
    ],
    action: 'Open the training',
  }),
  'budget.low': ({ spentUsd = 0, budgetUsd = 0 }) => ({
    subject: 'Most of this month’s budget is used',
    title: 'The budget runs low',
    paragraphs: [
      `Of ${toDollars('en', budgetUsd)} for this month, ${toDollars('en', spentUsd)} is spent or promised.`,
      'When it is used up, nothing new can be started until next month, or until an admin raises it.',
    ],
    action: 'Open the settings',
  }),
  'webhook.disabled': ({ host = '', reason }) => ({
    subject: `The webhook at ${toPlainName(host)} was switched off`,
    title: 'A webhook was switched off',
    paragraphs: [
      reason === 'gone'
        ? 'It answered that it is gone (410).'
        : 'Three notices in a row could not be delivered to it, each tried for about a day.',
      'Nothing is sent to it until an admin switches it on again.',
    ],
    action: 'Open the webhooks',
  }),
};

function list(names: readonly string[], count: number): string {
  if (names.length === 0) return '';
  const more = count - names.length;
  const shown = names.map(toPlainName).join(', ');
  return more > 0 ? `${shown} and ${more} more.` : `${shown}.`;
}

export const wordsInEnglish: LanguageWords = {
  frame: {
    reason: (brand) => `You get this because you work with ${brand} and chose to be told by mail.`,
    preferences: 'Choose what you hear of',
    unsubscribe: 'Stop all mails',
    link: (action) => `${action}:`,
  },
  tell: ({ kind, facts }) => kinds[kind]?.(facts) ?? null,
};
