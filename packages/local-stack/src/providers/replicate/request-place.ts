/** A request's name on the fault board, such as `replicate.trainings.create`. */
export function requestPlace(method: string, path: string): string {
  const parts = path
    .replace(/^\/v1\//, '')
    .split('/')
    .filter(Boolean);
  return `replicate.${nameOf(method, parts)}`;
}

function nameOf(method: string, parts: string[]): string {
  const [first = '', ...rest] = parts;
  const last = parts.at(-1) ?? '';
  if (first === 'account') return 'account.get';
  if (first === 'hardware') return 'hardware.list';
  if (first === 'webhooks') return 'webhooks.secret';
  if (first === 'models' && last === 'trainings') return 'trainings.create';
  if (first === 'models' && last === 'predictions') return 'predictions.create';
  if (first === 'models' && parts[3] === 'versions') return `versions.${verbOf(method, parts.length > 4)}`;
  if (first === 'models') return `models.${verbOf(method, parts.length > 1)}`;
  if (last === 'cancel' || last === 'download') return `${first}.${last}`;
  return `${first}.${verbOf(method, rest.length > 0)}`;
}

function verbOf(method: string, isOne: boolean): string {
  if (method === 'POST') return 'create';
  if (method === 'DELETE') return 'delete';
  return isOne ? 'get' : 'list';
}
