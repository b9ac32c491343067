import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type ContextManager,
  context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanStatus,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import { afterEach, describe, expect, it } from 'vitest';
import { AiModelsError } from '../../errors/index.ts';
import { withSpan } from './tracing.ts';

interface Recorded {
  name: string;
  attributes: Attributes;
  parent: string | undefined;
  status?: SpanStatus;
  exceptions: unknown[];
  ended: boolean;
}

/** A tracer that keeps what it is told, written against the API's own types. */
function createMemoryTracing(): { provider: TracerProvider; spans: Recorded[] } {
  const spans: Recorded[] = [];
  const names = new WeakMap<Span, string>();
  const startSpan: Tracer['startSpan'] = (name, options = {}, parent = context.active()) => {
    const parentSpan = trace.getSpan(parent);
    const record: Recorded = {
      name,
      attributes: { ...options.attributes },
      parent: parentSpan && names.get(parentSpan),
      exceptions: [],
      ended: false,
    };
    spans.push(record);
    const spanContext: SpanContext = { traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 };
    const span: Span = {
      spanContext: () => spanContext,
      setAttribute: () => span,
      setAttributes: () => span,
      addEvent: () => span,
      addLink: () => span,
      addLinks: () => span,
      setStatus: (status) => {
        record.status = status;
        return span;
      },
      updateName: () => span,
      end: () => {
        record.ended = true;
      },
      isRecording: () => true,
      recordException: (exception) => {
        record.exceptions.push(exception);
      },
    };
    names.set(span, name);
    return span;
  };
  const startActiveSpan = (...values: unknown[]): unknown => {
    const run = values.at(-1);
    if (typeof run !== 'function') throw new TypeError('no function');
    const span = startSpan(String(values[0]), typeof values[1] === 'object' ? { ...values[1] } : {});
    return context.with(trace.setSpan(context.active(), span), () => Reflect.apply(run, null, [span]));
  };
  return { spans, provider: { getTracer: () => ({ startSpan, startActiveSpan }) } };
}

function createContextManager(): ContextManager {
  const store = new AsyncLocalStorage<ReturnType<ContextManager['active']>>();
  const manager: ContextManager = {
    active: () => store.getStore() ?? ROOT_CONTEXT,
    with: (active, run, self, ...values) => store.run(active, () => Reflect.apply(run, self, values)),
    bind: (_, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

afterEach(() => {
  trace.disable();
  context.disable();
});

it('gives what the work gives where nothing is registered', async () => {
  expect(await withSpan('work', {}, async () => 5)).toBe(5);
  const failure = new Error('x');
  await expect(withSpan('work', {}, () => Promise.reject(failure))).rejects.toBe(failure);
});

describe('with a tracer', () => {
  const register = () => {
    const { provider, spans } = createMemoryTracing();
    expect(trace.setGlobalTracerProvider(provider)).toBe(true);
    expect(context.setGlobalContextManager(createContextManager())).toBe(true);
    return spans;
  };

  it('leaves a span with clean attributes, inside of the one around it', async () => {
    const spans = register();
    const result = await withSpan('outer', { 'act.brand_id': 'acme', skipped: undefined, count: 2 }, () =>
      withSpan('inner', { url: 'https://s/?token=opaque' }, async () => 'done'),
    );
    expect(result).toBe('done');
    expect(spans).toMatchObject([
      { name: 'outer', attributes: { 'act.brand_id': 'acme', count: 2 }, parent: undefined, ended: true },
      { name: 'inner', attributes: { url: 'https://s/?token=[redacted]' }, parent: 'outer', ended: true },
    ]);
    expect(spans[0]?.attributes).not.toHaveProperty('skipped');
    expect(spans[0]).not.toHaveProperty('status');
  });

  it('says how the work failed, without secrets', async () => {
    const spans = register();
    const failure = new AiModelsError({ code: 'storage_failed', message: 'refused sb_secret_abcdef' });
    await expect(withSpan('work', {}, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(spans).toMatchObject([
      {
        status: { code: 2, message: 'storage_failed' },
        exceptions: [{ name: 'AiModelsError', code: 'storage_failed', message: 'refused [redacted]' }],
        ended: true,
      },
    ]);
  });

  const broken = () => {
    throw new Error('exporter is gone');
  };
  it.each<[string, TracerProvider]>([
    ['has no tracer', { getTracer: broken }],
    ['starts no span', { getTracer: () => ({ startSpan: broken, startActiveSpan: broken }) }],
  ])('that %s runs the work once all the same', async (_, provider) => {
    trace.setGlobalTracerProvider(provider);
    let runs = 0;
    const work = async () => {
      runs += 1;
      return 'done';
    };
    expect(await withSpan('work', {}, work)).toBe('done');
    expect(runs).toBe(1);
  });

  it('that fails at the end runs the work once all the same', async () => {
    const { provider } = createMemoryTracing();
    const tracer = provider.getTracer('x');
    const startActiveSpan = (...values: unknown[]): unknown => {
      const span = { ...tracer.startSpan('x'), end: broken, setStatus: broken };
      const run = values.at(-1);
      return typeof run === 'function' ? Reflect.apply(run, null, [span]) : undefined;
    };
    trace.setGlobalTracerProvider({ getTracer: () => ({ ...tracer, startActiveSpan }) });
    let runs = 0;
    const work = (fails: boolean) => async () => {
      runs += 1;
      if (fails) throw new Error('work');
      return runs;
    };
    expect(await withSpan('work', {}, work(false))).toBe(1);
    await expect(withSpan('work', {}, work(true))).rejects.toThrow('work');
    expect(runs).toBe(2);
  });
});
