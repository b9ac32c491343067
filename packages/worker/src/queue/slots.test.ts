import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duty, DutyName } from '../duties/duty.ts';
import { createTestProject, type TestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';
import { untilNobodyIsWoken } from '../testing/until-looked.ts';

let project: TestProject;
beforeAll(async () => {
  project = await createTestProject();
});
afterAll(() => project[Symbol.asyncDispose]());

/** Pieces in a list of the test's own, each held until the test lets it go. */
function createHeldWork(name: DutyName, count: number, slots: number) {
  let left = count;
  let inHand = 0;
  let most = 0;
  let done = 0;
  const gates: (() => void)[] = [];
  const duty: Duty = {
    name,
    slots,
    // Nobody wakes it but tickets.
    everySeconds: 3_600,
    async doNext(_world, _signal, report) {
      if (left === 0) return false;
      left -= 1;
      report?.taken();
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise<void>((resolve) => gates.push(resolve));
      inHand -= 1;
      done += 1;
      return true;
    },
  };
  return {
    duty,
    state: () => ({ left, inHand, most, done }),
    letGo: () => gates.shift()?.(),
    letAllGo: () => {
      for (const go of gates.splice(0)) go();
    },
  };
}

const say = () => project.query(`select pg_notify('act_work', 'anything')`);

it('fills every slot from one ticket, and never more', { timeout: 40_000 }, async () => {
  const work = createHeldWork('notices', 9, 3);
  const worker = await project.startWorker({ duties: [work.duty] });
  await until(work.state, ({ inHand }) => inHand === 3);
  while (work.state().done < 9) {
    work.letGo();
    await until(
      work.state,
      ({ inHand, left }) => inHand === Math.min(3, 9 - work.state().done) || left === 0,
    );
  }
  expect(work.state()).toEqual({ left: 0, inHand: 0, most: 3, done: 9 });
  await worker.stop();
});

it('gives what one process has no slot for to another', { timeout: 40_000 }, async () => {
  const one = createHeldWork('caption', 1, 1);
  const other = createHeldWork('caption', 1, 1);
  const workers = [
    await project.startWorker({ duties: [one.duty] }),
    await project.startWorker({ duties: [other.duty] }),
  ];
  await until(
    () => [one.state(), other.state()],
    (states) => states.every(({ inHand }) => inHand === 1),
  );
  one.letAllGo();
  other.letAllGo();
  await Promise.all(workers.map((worker) => worker.stop()));
});

it('looks as soon as the database says that there is something', { timeout: 40_000 }, async () => {
  let looks = 0;
  const duty: Duty = {
    name: 'retrain',
    slots: 1,
    everySeconds: 3_600,
    doNext: async () => {
      looks += 1;
      return false;
    },
  };
  const worker = await project.startWorker({ duties: [duty] });
  await until(
    () => looks,
    (count) => count > 0,
  );
  // What its own start has woken is over.
  await untilNobodyIsWoken(project, 'retrain');
  const before = looks;
  await say();
  await until(
    () => looks,
    (count) => count > before,
  );
  await worker.stop();
});

it('looks by the clock where nobody says anything', { timeout: 40_000 }, async () => {
  let looks = 0;
  const duty: Duty = {
    name: 'cleanup',
    slots: 1,
    everySeconds: 1,
    doNext: async () => {
      looks += 1;
      return false;
    },
  };
  const workers = [
    await project.startWorker({ duties: [duty] }),
    await project.startWorker({ duties: [duty] }),
  ];
  await until(
    () => looks,
    (count) => count >= 5,
  );
  await Promise.all(workers.map((worker) => worker.stop()));
});

it('goes on after a duty threw', { timeout: 40_000 }, async () => {
  let throws = 3;
  let isDone = false;
  const duty: Duty = {
    name: 'inspect',
    slots: 1,
    everySeconds: 3_600,
    doNext: async () => {
      if (throws > 0) {
        throws -= 1;
        throw new Error('something nobody thought of');
      }
      const wasDone = isDone;
      isDone = true;
      return !wasDone;
    },
  };
  const worker = await project.startWorker({ duties: [duty] });
  await until(() => isDone, Boolean);
  expect(throws).toBe(0);
  await worker.stop();
});
