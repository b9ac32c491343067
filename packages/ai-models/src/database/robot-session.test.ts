import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { subjectOf } from '../shared/access/token-subject.ts';
import { answer, drop, serveAnswers } from '../shared/testing/serve-answers.ts';
import { createRobotSession } from './robot-session.ts';

const robot = { publishableKey: 'key', email: 'robot@example.test', password: 'secret', fetch };
const session = (token: string) => answer(200, { access_token: token, expires_in: 3_600 });

it('signs a person in whom the project knows', async () => {
  await using stack = await startStack({ listen: true });
  const { email, id } = demoPeople.ctMember;
  const { publishableKey, demoPassword: password } = stack.secrets;
  const { token } = createRobotSession({ url: stack.url, publishableKey, email, password, fetch });
  expect(subjectOf(await token())).toBe(id);
});

it('signs in once for all who ask, and again a minute before the session ends', async () => {
  await using server = await serveAnswers(session('first'), session('second'));
  const clock = { now: new Date('2026-01-01T00:00:00Z') };
  const { token } = createRobotSession({ ...robot, url: server.url, now: () => clock.now });
  expect(await Promise.all([token(), token(), token()])).toEqual(['first', 'first', 'first']);
  clock.now = new Date('2026-01-01T00:58:59Z');
  expect(await token()).toBe('first');
  clock.now = new Date('2026-01-01T00:59:00Z');
  expect(await Promise.all([token(), token()])).toEqual(['second', 'second']);
  expect(server.requests).toHaveLength(2);
});

it.each([
  ['a wrong password', answer(400, { code: 400, msg: 'Invalid login credentials' }), false],
  ['too many attempts', answer(429), true],
  ['a server that fails', answer(503), true],
  ['a lost connection', drop, true],
])('says that nobody is signed in for %s, and whether to try again', async (_name, failure, retryable) => {
  await using server = await serveAnswers(failure, session('later'));
  const { token } = createRobotSession({ ...robot, url: server.url });
  const error: unknown = await token().catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'not_signed_in', retryable });
  expect(String(error)).not.toContain(robot.password);
  expect(await token()).toBe('later');
});

it('names the key and the project where the project refuses the key', async () => {
  await using server = await serveAnswers(answer(401, { message: 'Invalid API key' }));
  const { token } = createRobotSession({ ...robot, url: server.url });
  await expect(token()).rejects.toMatchObject({
    code: 'not_configured',
    message: expect.stringContaining(server.url),
    hint: expect.stringContaining('supabase.publishableKey'),
  });
});

it('takes nothing for a session that is none', async () => {
  await using server = await serveAnswers(answer(200, { access_token: '' }), answer(200, '<html>'));
  const { token } = createRobotSession({ ...robot, url: server.url });
  await expect(token()).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(token()).rejects.toMatchObject({ code: 'not_signed_in' });
});
