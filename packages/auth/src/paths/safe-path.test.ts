import { expect, it } from 'vitest';
import { toSafePath } from './safe-path.ts';

it.each(['/', '/training/jobs', '/generate/new?model=flux-lora-v1#top', '/модели?a=/b'])(
  'goes on to %s, which is here',
  (path) => expect(decodeURI(toSafePath(path))).toBe(path),
);

it.each([
  'https://evil.example',
  '//evil.example',
  '//evil.example/training',
  '/\\evil.example/training',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  ' /training',
  '/api/training/start',
  '/_next/static/x.js',
  '',
  null,
  undefined,
  ['/training'],
])('does not go on to %j', (path) => expect(toSafePath(path)).toBe('/'));
