import { describe, expect, it } from 'vitest';
import { minutes, type RunpodWorld, useRunpod } from '../testing/use-runpod.ts';
import { raisedErrorSchema, supersededOutputSchema } from '../worker-contract.ts';

describe('a second run with the same lock', () => {
  it('ends at once, unpaid, and touches nothing', async () => {
    using world = useRunpod();
    const input = await world.trainingInput();
    const first = await world.finish(input);
    const files = world.uploaded(input.upload_urls[0] ?? '');
    const second = await world.finish(input);
    expect(first?.isPaid).toBe(true);
    expect(second).toMatchObject({ status: 'COMPLETED', isPaid: false, output: { superseded_by: null } });
    expect(second?.elapsed.ended).toBe(second?.elapsed.started);
    expect(world.uploaded(input.upload_urls[0] ?? '')).toBe(files);
  });

  it('says who has it where it can read that', async () => {
    using world = useRunpod();
    const input = world.generationInput();
    const withReading = { ...input, lock_read_url: input.lock_url };
    const first = await world.finish(withReading);
    const second = supersededOutputSchema.parse((await world.finish(withReading)).output);
    expect(second.superseded_by).toBe(first.id);
  });

  it('goes on where it is the same run, which RunPod has started again', async () => {
    using world = useRunpod();
    const input = { ...(await world.trainingInput()) };
    world.fail({ on: 'runpod.trainings.run', kind: 'fail-run' });
    const id = await world.submit({ ...input, lock_read_url: input.lock_url });
    await world.clock.advance(minutes(10));
    await world.request(`/act/retry/${id}`, {});
    await world.clock.advance(minutes(10));
    expect(await world.status(id)).toMatchObject({ status: 'COMPLETED', output: { steps: 100 } });
  });
});

describe('a run that cannot go on', () => {
  const raised = async (world: RunpodWorld, input: object) => {
    const job = await world.finish(input);
    expect(job?.status).toBe('FAILED');
    const { error_type, error_message, error_traceback } = raisedErrorSchema.parse(
      JSON.parse(job?.error ?? ''),
    );
    expect(error_traceback).toContain('Traceback');
    return `${error_type} ${error_message}`;
  };

  it('says in a sentence what is wrong with its input, unpaid', async () => {
    using world = useRunpod();
    const job = await world.finish({ ...(await world.trainingInput()), lora_weights: 'https://elsewhere' });
    expect(job).toMatchObject({ status: 'FAILED', isPaid: false });
    expect(job?.error).toMatch(/^The input is not valid: /);
    expect(await world.finish({})).toMatchObject({
      error: expect.stringMatching(/^The input is not valid: task/),
    });
    const tooFew = world.generationInput({ image_count: 3 });
    expect(await world.finish(tooFew)).toMatchObject({ error: expect.stringContaining('upload_urls') });
  });

  it('raises what the trainer says of its archive', async () => {
    using world = useRunpod();
    const noZip = await world.trainingInput({ dataset_url: world.publish(() => new Response('hello')) });
    expect(await raised(world, noZip)).toBe(
      "<class 'worker.errors.DatasetRefusedError'> input_images must be a zip file",
    );
    const gone = await world.trainingInput({
      dataset_url: world.publish(() => new Response('', { status: 404 })),
    });
    expect(await raised(world, gone)).toContain('DownloadError');
  });

  it('raises what is wrong with its LoRA', async () => {
    using world = useRunpod();
    const withLora = (url: string) => world.generationInput({ loras: [{ url, scale: 1 }] });
    expect(await raised(world, withLora(world.publishLora('sd15')))).toContain('LoraRefusedError');
    expect(await raised(world, withLora(world.publish(() => new Response('no LoRA'))))).toContain(
      'LoraRefusedError',
    );
    expect(await raised(world, withLora(world.publish(() => new Response('', { status: 400 }))))).toContain(
      'DownloadError',
    );
    expect(await raised(world, withLora('https://nowhere.example.test/x'))).toContain('DownloadError');
    expect(await raised(world, withLora('http://10.0.0.1/x'))).toContain('DownloadError');
  });

  it('raises that its weights were not taken', async () => {
    using world = useRunpod();
    const expired = () => Response.json({ statusCode: '400', error: 'InvalidJWT' }, { status: 400 });
    const input = await world.trainingInput({ upload_urls: [world.openUpload(expired)] });
    expect(await raised(world, input)).toContain('UploadError');
    const lockless = await world.trainingInput({ lock_url: world.openUpload(expired) });
    expect(await raised(world, lockless)).toContain('The lock could not be written');
    expect(world.simulator.runs().map(({ isPaid }) => isPaid)).toEqual([true, false]);
  });

  it('raises that every picture was refused', async () => {
    using world = useRunpod();
    world.fail({ on: 'runpod.generations.run', kind: 'filter-images' });
    expect(await raised(world, world.generationInput())).toContain('ContentRefusedError');
  });

  it('raises or says what a fault asks for', async () => {
    using world = useRunpod();
    const on = 'runpod.generations.run';
    world.fail({ on, kind: 'fail-run' });
    expect(await raised(world, world.generationInput())).toContain('OutOfMemoryError');
    world.fail({ on, kind: 'fail-run', message: 'UploadError: no room' });
    expect(await raised(world, world.generationInput())).toContain("UploadError'> no room");
    world.fail({ on, kind: 'fail-run', body: 'worker exited with exit code 1' });
    expect(await world.finish(world.generationInput())).toMatchObject({
      error: 'worker exited with exit code 1',
    });
  });
});
