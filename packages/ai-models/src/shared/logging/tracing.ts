import type { Span, Tracer } from '@opentelemetry/api';
import { redactText } from './redact.ts';

/** What is known of the work when it begins: ids and counts, never prompts, captions or addresses. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

type TracingApi = typeof import('@opentelemetry/api');

let loading: Promise<TracingApi | null> | undefined;

/** Looks for the package once; a project without it is the usual case. */
const loadTracingApi = (): Promise<TracingApi | null> => {
  // Bundlers would fail on a package that is not installed.
  loading ??= import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ '@opentelemetry/api'
  ).catch(() => null);
  return loading;
};

/**
 * Runs something inside of a span, where OpenTelemetry is installed and registered. Gives what it gives and throws what
 * it throws; a tracer that fails changes nothing.
 */
export async function withSpan<T>(
  name: string,
  attributes: SpanAttributes,
  run: () => Promise<T>,
): Promise<T> {
  const api = await loadTracingApi();
  if (!api) return run();
  let outcome: Promise<T> | undefined;
  const runOnce = () => {
    outcome ??= (async () => run())();
    return outcome;
  };
  try {
    await tracerOf(api).startActiveSpan(name, { attributes: cleanAttributes(attributes) }, (span) =>
      recordOutcome(span, runOnce()),
    );
  } catch {
    // The tracer's own failure: the work says below how it went.
  }
  return runOnce();
}

const tracerOf = (api: TracingApi): Tracer => api.trace.getTracer('@act/ai-models');

/** `SpanStatusCode.ERROR`. */
const failedStatus = 2;

async function recordOutcome(span: Span, outcome: Promise<unknown>): Promise<void> {
  try {
    await outcome;
  } catch (error) {
    span.setStatus({ code: failedStatus, message: codeOf(error) });
    span.recordException({ name: nameOf(error), code: codeOf(error), message: redactText(messageOf(error)) });
  } finally {
    span.end();
  }
}

function cleanAttributes(attributes: SpanAttributes): Record<string, string | number | boolean> {
  const clean: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) clean[name] = typeof value === 'string' ? redactText(value) : value;
  }
  return clean;
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : '');
const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
