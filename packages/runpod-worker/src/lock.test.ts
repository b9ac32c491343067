import { expect, it } from 'vitest';
import { answerWith, startStorage } from './testing/storage.ts';
import { trainingInput } from './testing/training-input.ts';
import { describeHandler, finishRun, readRaised } from './testing/use-handler.ts';

describeHandler('the lock', () => {
  it('lets a second run of a job end at once, unpaid, and say who has it where that can be read', async () => {
    await using storage = await startStorage();
    const input = await trainingInput(storage);
    const first = await finishRun(input);
    expect(first.event).toMatchObject({ output: { steps: 20 } });
    const asked = storage.requests.length;

    expect((await finishRun(input)).event).toEqual({ output: { superseded_by: null } });
    const reading = { ...input, lock_read_url: input.lock_url };
    const second = await finishRun(reading);
    expect(second.event).toEqual({ output: { superseded_by: first.id } });
    expect(second.seen.script).toBe('');
    expect(storage.requests.slice(asked).map(({ address }) => address)).toEqual([
      input.lock_url,
      input.lock_url,
      input.lock_url,
    ]);
  });

  it('lets a run that RunPod has started again go on with its own', async () => {
    await using storage = await startStorage();
    const input = await trainingInput(storage);
    storage.put(input.lock_url, JSON.stringify({ run: 'run-1-e1', run_key: input.run_key }));
    const again = await finishRun({ ...input, lock_read_url: input.lock_url }, { id: 'run-1-e1' });
    expect(again.event).toMatchObject({ output: { steps: 20 } });
  });

  it('that was closed by the library is not opened by what lies there', async () => {
    await using storage = await startStorage();
    const input = await trainingInput(storage);
    for (const content of ['{"run":"nobody"}', 'no json', '[]', '{"run":7}']) {
      storage.put(input.lock_url, content);
      const held = content.includes('nobody') ? 'nobody' : null;
      const { event } = await finishRun({ ...input, lock_read_url: input.lock_url });
      expect(event).toEqual({ output: { superseded_by: held } });
    }
  });

  it('is tried again where storage is unwell, and a refusal ends the run before it costs anything', async () => {
    await using storage = await startStorage();
    const unwell = storage.openUpload((before) => (before === 0 ? answerWith(503) : null));
    expect((await finishRun(await trainingInput(storage, { lock_url: unwell }))).event.error).toBeUndefined();

    const expired = storage.openUpload(() => answerWith(400, { statusCode: '400', error: 'InvalidJWT' }));
    const { event, seen } = await finishRun(await trainingInput(storage, { lock_url: expired }));
    expect(readRaised(event)).toBe('UploadError: The lock could not be written: HTTP status 400.');
    expect(seen.script).toBe('');
  });
});
