import { type Actor, anonymous, newcomer, service, system, worker } from '../actors/actors.ts';
import { type FunctionEntry, quoteName } from '../catalogue/catalogue.ts';
import { denied, leak, type Problem, undecided } from '../report/recorder.ts';
import { type FunctionRule, functionRules } from '../rules/function-rules.ts';
import type { Outcome } from '../world/session.ts';
import { type Check, isInFocus } from './check.ts';

/** One caller for each database role. */
const callers: Actor[] = [anonymous, newcomer, service, system, worker];

/** Every function × execute × every role: by the catalogue, and by calling it. */
export const checkFunctions: Check = async ({ catalogue, session }, recorder, focus) => {
  for (const entry of catalogue.functions) {
    if (!isInFocus(focus, entry.name)) continue;
    const subject = { check: 'functions', what: entry.name, wall: 'policies' as const };
    const rule = functionRules[entry.name];
    if (!rule) {
      recorder.note(
        { ...subject, who: 'everybody', how: 'execute' },
        undecided('There is no rule for this function in rules/function-rules.ts.'),
      );
      continue;
    }
    recorder.note({ ...subject, who: 'its owner', how: 'security definer' }, judgeDefiner(entry, rule));
    const signature = `${quoteName(entry.name)}(${entry.argumentTypes.join(', ')})`;
    for (const caller of callers) {
      const role = caller.databaseRole;
      const [granted] = await session.read<{ is: boolean }>(
        `select has_function_privilege($1, $2::regprocedure, 'execute')
            and has_schema_privilege($1, $3, 'usage') as is`,
        [role, signature, entry.schema],
      );
      const should = rule.runs.includes(role);
      const is = granted?.is === true;
      recorder.note(
        { ...subject, who: role, how: 'grant execute' },
        is === should ? null : is ? leak('may call it') : denied('may not call it'),
      );
      if (entry.isTrigger) continue;
      const nothing = entry.argumentTypes
        .map((type, index) => `${isManyAt(entry, index) ? 'variadic ' : ''}null::${type}`)
        .join(', ');
      const outcome = await session.attempt(caller, { sql: `select ${quoteName(entry.name)}(${nothing})` });
      recorder.note({ ...subject, who: caller.name, how: 'call' }, judgeCall(outcome, should));
    }
  }
};

const isManyAt = ({ isVariadic, argumentTypes }: FunctionEntry, index: number) =>
  isVariadic && index === argumentTypes.length - 1;

function judgeDefiner({ isDefiner }: FunctionEntry, rule: FunctionRule): Problem | null {
  if (isDefiner === (rule.isDefiner ?? false)) return null;
  return isDefiner ? leak("acts with its owner's rights") : denied("lacks its owner's rights");
}

function judgeCall({ code, message }: Outcome, should: boolean): Problem | null {
  const isRefused = code === '42501' && message.startsWith('permission denied for');
  if (isRefused === !should) return null;
  return isRefused ? denied(message) : leak(`ran: ${code ?? 'done'} ${message}`);
}
