import { SettingError } from '../setting-error.ts';

/** What the server says of a login, in words that name the setting. */
export function explainFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case '28P01':
    case '28000':
      return new SettingError(
        'ACT_WORKER_DATABASE_URL cannot be used. The database refuses this login or its password.',
      );
    case '3D000':
      return new SettingError(
        'ACT_WORKER_DATABASE_URL cannot be used. The server has no database of that name.',
      );
    case '3F000':
    case '42501':
      return new SettingError(
        'ACT_WORKER_DATABASE_URL cannot be used. The login lacks rights: apply the migrations, and log in as act_worker.',
      );
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return new SettingError(
        'The database that ACT_WORKER_DATABASE_URL names does not answer. Start it, or name another.',
      );
    case 'EADDRINUSE':
      return new SettingError(
        'ACT_WORKER_PORT cannot be used. Somebody else listens there; 0 takes any that is free.',
      );
    default:
      return error;
  }
}
