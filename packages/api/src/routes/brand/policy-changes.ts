import type { SettingChanges } from '../../database/brand-policy.ts';

type Json = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is taken as a whole, though it has parts. */
const wholes: readonly string[] = ['training.autoRetrain.quietHours'];

/** Every value by its path: `{ budget: { monthlyUsd: 5 } }` is `{ 'budget.monthlyUsd': 5 }`. */
export const flattenChanges = (group: Json, prefix = ''): SettingChanges =>
  Object.fromEntries(
    Object.entries(group).flatMap(([name, value]) => {
      const path = `${prefix}${name}`;
      if (value === undefined) return [];
      return isGroup(value) && !wholes.includes(path)
        ? Object.entries(flattenChanges(value, `${path}.`))
        : [[path, value]];
    }),
  );

/** Settings with changes laid over them, value by value. */
export const overlayChanges = (settings: Json, changes: SettingChanges): Json => {
  const changed = structuredClone(settings);
  for (const [path, value] of Object.entries(changes)) put(changed, path.split('.'), value);
  return changed;
};

const put = (group: object, [name = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) {
    Reflect.set(group, name, value);
    return;
  }
  const inner = Object.hasOwn(group, name) ? Reflect.get(group, name) : undefined;
  const next = isGroup(inner) ? inner : {};
  Reflect.set(group, name, next);
  put(next, rest, value);
};
