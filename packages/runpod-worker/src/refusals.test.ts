import { expect, it } from 'vitest';
import { png, zip } from './testing/pictures.ts';
import { answerWith, startStorage } from './testing/storage.ts';
import { trainingInput } from './testing/training-input.ts';
import { describeHandler, finishRun, readRaised } from './testing/use-handler.ts';

const picture = { name: 'one.png', content: png };

describeHandler('input that is not as agreed', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['without a task', { task: undefined }, 'task: missing'],
    ['for a painter', { task: 'generate' }, 'task: this image trains, and does nothing else'],
    ['for another base', { model_type: 'sd3' }, 'model_type: one of flux, sdxl, sd15'],
    ['with a foreign field', { lora_weights: 'https://elsewhere' }, 'input: a field that is not known'],
    ['with a foreign setting', { config: { base_model_url: 'x' } }, 'config: a field that is not known'],
    ['with no steps', { config: { steps: 0 } }, 'config.steps: from 1 to 10000'],
    ['with half a step', { config: { steps: 1.5 } }, 'config.steps: a whole number'],
    ['with yes for a number', { config: { lora_rank: true } }, 'config.lora_rank: a number'],
    ['with no rate', { config: { learning_rate: 0 } }, 'config.learning_rate: from 0 to 1'],
    [
      'with an odd side',
      { config: { resolution: '500' } },
      'config.resolution: multiples of 64 from 256 to 2048',
    ],
    [
      'with an option for a side',
      { config: { resolution: '512 --x' } },
      'config.resolution: up to eight side lengths, comma separated',
    ],
    [
      'with another optimizer',
      { config: { optimizer: 'os.system' } },
      'config.optimizer: one of adamw8bit, adamw, lion8bit, lion, prodigy, adafactor',
    ],
    [
      'with a file for an address',
      { dataset_url: 'file:///etc/passwd' },
      'dataset_url: is no address of the web',
    ],
    ['with a user in an address', { lock_url: 'https://a:b@c.example/' }, 'lock_url: has a user in it'],
    [
      'with a line in an address',
      { dataset_url: 'https://c.example/\r\nx: y' },
      'dataset_url: is no address',
    ],
    ['with nowhere to deliver', { upload_urls: [] }, 'upload_urls: a list of 1 to 65'],
  ])('%s is refused in a sentence, before the lock', async (_what, changes, problem) => {
    await using storage = await startStorage();
    const { event } = await finishRun(await trainingInput(storage, changes));
    expect(event).toEqual({ error: `The input is not valid: ${problem}` });
    expect(storage.requests).toEqual([]);
  });

  it('goes to https alone, and to hosts of a list, where the endpoint says so', async () => {
    await using storage = await startStorage();
    const input = await trainingInput(storage);
    const plain = await finishRun(input, { environment: { ACT_ALLOW_HTTP: '' } });
    expect(plain.event.error).toBe('The input is not valid: lock_url: is not https');
    const elsewhere = await finishRun(input, {
      environment: { ACT_STORAGE_HOSTS: 'act.example, b.example' },
    });
    expect(elsewhere.event.error).toMatch(/lock_url: is on a host that is not in ACT_STORAGE_HOSTS$/);
    const listed = await finishRun(input, { environment: { ACT_STORAGE_HOSTS: 'act.example,127.0.0.1' } });
    expect(listed.event.error).toBeUndefined();
    expect((await finishRun('train')).event.error).toBe('The input is not valid: input: an object');
  });
});

describeHandler('an archive', () => {
  const refuse = async (archive: Uint8Array) => {
    await using storage = await startStorage();
    const { event, seen } = await finishRun(
      await trainingInput(storage, { dataset_url: storage.publish(archive) }),
    );
    expect(seen.script).toBe('');
    return readRaised(event);
  };

  it.each<[string, string, Parameters<typeof zip>[0]]>([
    [
      'that climbs',
      'Entry 2 of the archive leads out of the archive.',
      [picture, { name: '../../evil.png', content: png }],
    ],
    [
      'with a place on the disk',
      'Entry 1 of the archive has an impossible name.',
      [{ name: '/tmp/evil.png', content: png }],
    ],
    [
      'with a backslash',
      'Entry 1 of the archive has an impossible name.',
      [{ name: '..\\evil.png', content: png }],
    ],
    [
      'with a link',
      'Entry 2 of the archive is a link or a device.',
      [picture, { name: 'two.png', content: '/etc/passwd', mode: 0o120777 }],
    ],
    [
      'with a folder',
      'Entry 1 of the archive is in a folder, or one itself.',
      [{ name: 'a/one.png', content: png }],
    ],
    [
      'with one name twice',
      'Entry 2 of the archive has the name of another one.',
      [picture, { name: 'ONE.png', content: png }],
    ],
    [
      'with one caption for two',
      'Two pictures in the archive would have one caption.',
      [picture, { name: 'one.jpg', content: png }],
    ],
    ['without pictures', 'The archive has no pictures.', [{ name: 'one.txt', content: 'a caption' }]],
    [
      'with a program for a picture',
      'Picture 1 of the archive is not what its name says.',
      [{ name: 'one.png', content: '#!/bin/sh' }],
    ],
    [
      'with a book for a caption',
      'A caption in the archive is too long.',
      [picture, { name: 'one.txt', content: 'x'.repeat(70_000) }],
    ],
  ])('%s is refused', async (_what, problem, files) => {
    expect(await refuse(await zip(files))).toBe(`DatasetRefusedError: ${problem}`);
  });

  it('that is a bomb is refused before it is unpacked, and one that lies about its sizes while it is', async () => {
    const zeros = Buffer.alloc(8 * 1024 ** 2);
    png.copy(zeros);
    const bomb = await zip([{ name: 'one.png', content: zeros }], { packed: true });
    expect(await refuse(bomb)).toBe(
      'DatasetRefusedError: Entry 1 of the archive shrinks more than pictures do.',
    );

    // The directory says a few bytes, the entry holds millions.
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(500, liar.indexOf('PK\x01\x02', 'latin1') + 24);
    expect(await refuse(liar)).toBe('DatasetRefusedError: A file in the archive is damaged.');
  });

  it('that is too large, too long, damaged or none at all is refused', async () => {
    expect(await refuse(Buffer.from('hello'))).toBe('DatasetRefusedError: The archive is no zip file.');
    const many = await zip(
      Array.from({ length: 4_001 }, (_, index) => ({ name: `${index}.txt`, content: '' })),
    );
    expect(await refuse(many)).toBe('DatasetRefusedError: The archive has more than 4000 entries.');
    const damaged = await zip([picture]);
    damaged[damaged.indexOf(png) + 100] = 1;
    expect(await refuse(damaged)).toBe('DatasetRefusedError: A file in the archive is damaged.');

    await using storage = await startStorage();
    const huge = storage.publish(
      (response) => void response.writeHead(200, { 'content-length': 2 ** 31 }).flushHeaders(),
    );
    const { event } = await finishRun(await trainingInput(storage, { dataset_url: huge }));
    expect(readRaised(event)).toBe('DatasetRefusedError: The archive is larger than 1073741824 bytes.');
  });

  it('that cannot be had is a download that failed', async () => {
    await using storage = await startStorage();
    const gone = await finishRun(
      await trainingInput(storage, { dataset_url: storage.publish(answerWith(404)) }),
    );
    expect(readRaised(gone.event)).toBe('DownloadError: The archive could not be read: HTTP status 404.');
    const elsewhere = storage.publish((response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    );
    const moved = await finishRun(await trainingInput(storage, { dataset_url: elsewhere }));
    expect(readRaised(moved.event)).toBe('DownloadError: The archive could not be read: HTTP status 302.');
  });
});

describeHandler('a training that fails', () => {
  const raise = async (behaviour: string, changes: Parameters<typeof trainingInput>[1] = {}) => {
    await using storage = await startStorage();
    const { event } = await finishRun(await trainingInput(storage, changes), { behaviour });
    return readRaised(event);
  };

  it('says what the trainer said, without its secrets', async () => {
    const said = await raise('secrets');
    expect(said).toMatch(/^WorkerError: The trainer ended with code 3\. It said:\nprepare images\./);
    expect(said).toContain('fetching [address] [hidden]');
  });

  it('names the memory of the GPU, and a picture that cannot be read', async () => {
    expect(await raise('out-of-memory')).toMatch(/^OutOfMemoryError: /);
    expect(await raise('bad-picture')).toMatch(/^DatasetRefusedError: /);
  });

  it('delivers no weights that are cut off, missing, of another rank, or of a loss that is no number', async () => {
    expect(await raise('truncate')).toMatch(
      /^WorkerError: The weights .* of no use: its tensors need \d+ bytes/,
    );
    expect(await raise('no-weights')).toBe('WorkerError: The trainer ended well and left no weights.');
    expect(await raise('diverge')).toBe('WorkerError: The training came to nothing: its loss is no number.');
  });

  it('lacks its base model, which it does not fetch', async () => {
    await using storage = await startStorage();
    const models = ['flux1-dev.safetensors', 'ae.safetensors'];
    const { event } = await finishRun(await trainingInput(storage, { model_type: 'flux' }), { models });
    expect(readRaised(event)).toBe(
      'WorkerError: The folder of models lacks clip_l.safetensors, t5xxl_fp16.safetensors.',
    );
  });

  it('says so where its weights are not taken, and tries again where storage is unwell', async () => {
    await using storage = await startStorage();
    const refused = storage.openUpload(() => answerWith(403));
    const denied = await finishRun(await trainingInput(storage, { upload_urls: [refused] }));
    expect(readRaised(denied.event)).toBe('UploadError: A file could not be uploaded: HTTP status 403.');

    const taken = storage.openUpload();
    storage.put(taken, 'another file');
    const late = await finishRun(await trainingInput(storage, { upload_urls: [taken] }));
    expect(readRaised(late.event)).toBe(
      'UploadError: A file could not be uploaded: the address has a file already.',
    );

    const unwell = storage.openUpload((before) => (before === 0 ? answerWith(503) : null));
    const again = await finishRun(await trainingInput(storage, { upload_urls: [unwell] }));
    expect(again.event.error).toBeUndefined();
    expect(storage.read(unwell)).not.toBeNull();
  });
});
