import { expect, it } from 'vitest';
import { summarizeUploads } from './summarize-uploads.ts';

const asset = (id: string, findings: string[] = [], status: 'ready' | 'rejected' | 'received' = 'ready') => ({
  id,
  status,
  findings,
});

it('counts what was added, what is to be said about it, and what was not sent', () => {
  const tally = {
    addedIds: ['a', 'b', 'c', 'd', 'e', 'not listed yet'],
    refused: [
      { name: '1', reason: 'notPicture' as const },
      { name: '2', reason: 'notPicture' as const },
      { name: '3', reason: 'tooLarge' as const },
    ],
  };
  const assets = [
    asset('a'),
    asset('b', ['small']),
    asset('c', ['small', 'blurred']),
    asset('d', [], 'rejected'),
    asset('e', [], 'received'),
    asset('was there before', ['small']),
  ];
  expect(summarizeUploads(tally, assets, ['b', 'was there before'])).toEqual({
    added: 5,
    checking: 2,
    duplicates: 1,
    small: 2,
    blurred: 1,
    rejected: 1,
    refused: { notPicture: 2, tooLarge: 1 },
  });
});

it('says nothing where nothing happened', () => {
  expect(summarizeUploads({ addedIds: [], refused: [] }, [asset('a')], [])).toBeNull();
});
