import type { CheckName } from '../checks/checks.ts';

/** A fault, planted into a copy of the schema to see that the proof can fail. */
export interface Mutant {
  name: string;
  /** What it would let happen. */
  why: string;
  sql: string;
  /** Where it must be noticed: checks, and the tables, functions, buckets or scenarios to look at. */
  noticedBy: Partial<Record<CheckName, readonly string[] | 'everything'>>;
  /** Planted in every run. */
  isUsual?: boolean;
}

const literal = (text: string) => `$text$${text}$text$`;

/** Changes the source of a function; fails where the pattern finds nothing, so that no mutant becomes harmless unseen. */
export const rewriteFunction = (name: string, pattern: string, replacement: string): string => `
  do $plant$
  declare
    before text := pg_get_functiondef(${literal(name)}::regproc);
    after text := regexp_replace(before, ${literal(pattern)}, ${literal(replacement)}, 'g');
  begin
    if after = before then raise exception 'Nothing to change in ${name}.'; end if;
    execute after;
  end $plant$;`;

export interface PolicyPlace {
  table: string;
  command: 'select' | 'insert' | 'update' | 'delete';
  role?: 'authenticated' | 'act_system';
}

const findPolicy = ({ table, command, role = 'authenticated' }: PolicyPlace) => {
  const [schema = 'public', name = ''] = table.includes('.') ? table.split('.') : ['public', table];
  return `select * into strict found from pg_policies where schemaname = '${schema}' and tablename = '${name}'
          and cmd = upper('${command}') and roles = '{${role}}'`;
};

/** Changes what a policy asks, as PostgreSQL prints it; fails where the pattern finds nothing. */
export const rewritePolicy = (place: PolicyPlace, pattern: string, replacement: string): string => `
  do $plant$
  declare
    found pg_policies;
    rewritten text;
    part text;
    is_changed boolean := false;
  begin
    ${findPolicy(place)};
    foreach part in array array['using', 'with check'] loop
      rewritten := case part when 'using' then found.qual else found.with_check end;
      continue when rewritten is null or rewritten !~ ${literal(pattern)};
      execute format('alter policy %I on %I.%I %s (%s)', found.policyname, found.schemaname, found.tablename, part,
                     regexp_replace(rewritten, ${literal(pattern)}, ${literal(replacement)}, 'g'));
      is_changed := true;
    end loop;
    if not is_changed then raise exception 'Nothing to change in "%": % %', found.policyname, found.qual, found.with_check; end if;
  end $plant$;`;

/** Lets a policy ask something else. */
export const replacePolicy = (place: PolicyPlace, ask: { using?: string; check?: string }): string => `
  do $plant$
  declare
    found pg_policies;
  begin
    ${findPolicy(place)};
    execute format('alter policy %I on %I.%I ', found.policyname, found.schemaname, found.tablename)
      || ${literal(`${ask.using ? `using (${ask.using})` : ''} ${ask.check ? `with check (${ask.check})` : ''}`)};
  end $plant$;`;

export const dropPolicy = (place: PolicyPlace): string => `
  do $plant$
  declare
    found pg_policies;
  begin
    ${findPolicy(place)};
    execute format('drop policy %I on %I.%I', found.policyname, found.schemaname, found.tablename);
  end $plant$;`;
