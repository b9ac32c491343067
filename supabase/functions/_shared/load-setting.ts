import type { ApiOptions } from '@act/api/edge';

const list = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/**
 * What Supabase sets by itself, and what an operator may add. No key of a provider and none that passes the policies is
 * read here. @throws Error that names what is missing
 */
export function readOptions(): ApiOptions {
  const webhookSecret = Deno.env.get('REPLICATE_WEBHOOK_SECRET');
  const publicUrl = Deno.env.get('ACT_API_PUBLIC_URL');
  return {
    supabase: {
      url: required('SUPABASE_URL'),
      publishableKey: Deno.env.get('SUPABASE_PUBLISHABLE_KEY') || required('SUPABASE_ANON_KEY'),
    },
    allowedOrigins: list(Deno.env.get('ACT_API_ALLOWED_ORIGINS') ?? ''),
    ...(publicUrl && { publicUrl }),
    ...(webhookSecret && { webhookSecrets: { replicate: webhookSecret } }),
    logger: { debug: ignore, info: console.info, warn: console.warn, error: console.error },
  };
}

function required(name: string): string {
  const value = Deno.env.get(name);
  if (value) return value;
  throw new Error(`${name} is not set.`);
}

function ignore(): void {
  // Too much for a log that is paid by the line.
}
