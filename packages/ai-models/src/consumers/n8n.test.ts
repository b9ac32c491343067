import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsumerProject, createConsumerProject } from './testing/consumer-project.ts';
import { describeRobot } from './testing/robot-calls.ts';

let project: ConsumerProject;
let stack: TestStack;
beforeAll(async () => {
  [project, stack] = await Promise.all([createConsumerProject(), startStack({ listen: true })]);
});
afterAll(() => Promise.all([project?.[Symbol.asyncDispose](), stack?.[Symbol.asyncDispose]()]));

/**
 * What n8n's runner does before it runs the code of a Code node: packages that are allowed are loaded, then whatever is
 * global is frozen. The code runs in a context of its own, gets no `process`, and packages through a read-only proxy.
 */
const runner = `
  const vm = require('node:vm');
  const { EventEmitter } = require('node:events');
  // The runner has spoken with n8n before; Node could not load its streams once the emitter is locked.
  require('node:https');
  const allowed = { '@act/ai-models': require('@act/ai-models') };
  const input = require('./input.json');
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = Reflect.get(globalThis, name);
    if (typeof value !== 'function') continue;
    if (typeof value.prototype === 'object' && value.prototype !== null) Object.freeze(value.prototype);
    Object.freeze(value);
  }
  for (const one of [Reflect, JSON, Math]) Object.freeze(one);
  for (const method of ['emit', 'on', 'once', 'addListener', 'prependListener', 'prependOnceListener']) {
    const value = EventEmitter.prototype[method];
    Object.defineProperty(EventEmitter.prototype, method, { value, writable: false, configurable: false, enumerable: true });
  }
  const refuse = () => { throw new Error('This module cannot be changed.'); };
  const sandbox = {
    require: (name) => new Proxy(allowed[name], { set: refuse, defineProperty: refuse, deleteProperty: refuse }),
    input, console, Buffer, setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval,
    btoa, atob, TextEncoder, TextDecoder, FormData, process: undefined, module: {},
  };
  Object.defineProperty(globalThis, 'process', { value: undefined });
  vm.runInContext('(async () => {' + input.code + '})()', vm.createContext(sandbox));`;

const runInN8n = async (code: string, changes: object = {}) =>
  project.runNode({
    name: 'runner.cjs',
    nodeOptions: ['--disallow-code-generation-from-strings', '--disable-proto=delete'],
    input: { ...(await describeRobot(stack)), ...changes, code },
    source: runner,
  });

it('does its work in a Code node, signed in as a robot', async () => {
  const printed = await runInN8n(`
    const { configureAiModels, uploadTrainingImages, startTraining, listTrainingJobs } = require('@act/ai-models');
    configureAiModels({ supabase: input.supabase, access: input.access });
    const [picture] = await uploadTrainingImages({
      brandId: 'creativetechnologists',
      files: [Buffer.from(input.picture, 'base64')],
      captions: ['photo of [brand] logo'],
    });
    const { items } = await listTrainingJobs();
    const refusal = await startTraining({ brandId: 'creativetechnologists', autoDetectFromAssets: true })
      .catch((error) => error);
    console.log(picture.status, items.length, refusal.code);`);
  expect(printed).toBe('received 0 too_few_new_images\n');
});

it('says what is wrong with a call, a sign-in and a configuration', async () => {
  const report = `.catch((error) => console.log(error.code, error.retryable));`;
  const configure = `const ai = require('@act/ai-models');
    ai.configureAiModels({ supabase: input.supabase, access: input.access });`;
  expect(await runInN8n(`await require('@act/ai-models').listTrainingJobs()${report}`)).toBe(
    'not_configured false\n',
  );
  const invalid = `await ai.createTrainingJob({ modelType: 'sdxl2', trainingAssetIds: [] })${report}`;
  expect(await runInN8n(configure + invalid)).toBe('input_invalid false\n');

  const missing = `
    await ai.getTrainingJob('00000000-0000-4000-8000-000000000000')${report}
    await ai.getTrainingDataUrl('creativetechnologists', 'nothing.jpg')${report}
    await ai.getModelUrl('creativetechnologists', 'flux-lora-v1')${report}`;
  expect(await runInN8n(configure + missing)).toBe(
    'job_not_found false\nfile_not_found false\nmodel_not_found false\n',
  );

  const list = `${configure} await ai.listTrainingJobs()${report}`;
  const { access, supabase } = await describeRobot(stack);
  expect(await runInN8n(list, { access: { ...access, password: 'wrong' } })).toBe('not_signed_in false\n');
  expect(await runInN8n(list, { supabase: { ...supabase, url: 'http://127.0.0.1:1' } })).toBe(
    'not_signed_in true\n',
  );
});
