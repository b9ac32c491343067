import type { BrandDatabase } from '../context.ts';
import type { Database } from './database.types.ts';
import type { DatabaseSettings } from './database-settings.ts';
import { sendAs } from './send-as.ts';

/** Opens the tables in the name of whoever the token names. Loaded late: many calls need no database. */
export async function openDatabase(settings: DatabaseSettings): Promise<BrandDatabase> {
  const { createClient } = await import('@supabase/supabase-js');
  return createClient<Database>(settings.url, settings.publishableKey, {
    // The requests bring it: supabase-js would ask at once for realtime, and print what fails.
    accessToken: async () => null,
    global: { fetch: sendAs(settings) },
    // Node 20 has none, and supabase-js asks for one although nothing here listens.
    ...(typeof WebSocket === 'undefined' && { realtime: { transport: NoWebSocket } }),
  });
}

/** Stands where a WebSocket is asked for and never opened. */
class NoWebSocket extends EventTarget {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly readyState = 3;
  readonly url = '';
  readonly protocol = '';
  onopen = null;
  onmessage = null;
  onclose = null;
  onerror = null;

  close(): void {
    // Was never open.
  }

  send(): void {
    // Nobody hears it.
  }
}
