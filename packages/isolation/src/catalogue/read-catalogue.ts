import type pg from 'pg';
import { type Catalogue, platformSchemas } from './catalogue.ts';

const ownSchema = `nspname not like 'pg\\_%' and nspname <> 'information_schema' and nspname <> all ('{${platformSchemas.join(',')}}')`;
/** Of the storage schema only what our policies stand on. */
const ownRelation = `(${ownSchema} or (nspname = 'storage' and relname in ('objects', 'buckets')))`;
const relationName = `case nspname when 'public' then relname::text else nspname || '.' || relname end`;
const nameOf = (oid: string) =>
  `(select ${relationName} from pg_class join pg_namespace on pg_namespace.oid = relnamespace where pg_class.oid = ${oid})`;
const columnsOf = (relation: string, numbers: string) =>
  `array(select attname::text from unnest(${numbers}) with ordinality as k (number, place)
         join pg_attribute on attrelid = ${relation} and attnum = k.number order by k.place)`;
const own = (relation: string) =>
  `${relation} in (select pg_class.oid from pg_class join pg_namespace on pg_namespace.oid = relnamespace where ${ownRelation})`;

/** Each part of the catalogue as one query whose rows have the shape of its type. */
const queries = {
  schemas: `select nspname::text as name from pg_namespace where ${ownSchema} order by 1`,
  tables: `
    select nspname::text as schema, ${relationName} as name, relrowsecurity as "hasRowSecurity",
      coalesce((select ${columnsOf('pg_class.oid', 'conkey')} from pg_constraint where conrelid = pg_class.oid and contype = 'p'), '{}') as "primaryKey",
      (select coalesce(jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
                'isGenerated', attgenerated <> '' or attidentity = 'a', 'isNullable', not attnotnull) order by attnum), '[]')
       from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and ${ownRelation} order by 2`,
  views: `
    select nspname::text as schema, ${relationName} as name, coalesce(reloptions, '{}') as options,
      case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'foreign table' end as kind
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('v', 'm', 'f') and ${ownSchema} order by 2`,
  foreignKeys: `
    select ${nameOf('conrelid')} as table, conname::text as name, ${columnsOf('conrelid', 'conkey')} as columns,
      case when ${own('confrelid')} then ${nameOf('confrelid')} else confrelid::regclass::text end as parent,
      ${columnsOf('confrelid', 'confkey')} as "parentColumns"
    from pg_constraint where contype = 'f' and conparentid = 0 and ${own('conrelid')} order by 1, 2`,
  indexes: `
    select ${nameOf('indrelid')} as table, ${columnsOf('indrelid', 'indkey::int2[]')} as columns, indpred is not null as "isPartial"
    from pg_index where ${own('indrelid')}`,
  triggers: `
    select ${nameOf('tgrelid')} as table, tgname::text as name, tgenabled <> 'D' as "isEnabled", pg_get_triggerdef(pg_trigger.oid) as definition,
      (select nspname || '.' || proname from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where pg_proc.oid = tgfoid) as function
    from pg_trigger where not tgisinternal and ${own('tgrelid')} order by 1, 2`,
  policies: `
    select case schemaname when 'public' then tablename::text else schemaname || '.' || tablename end as table, policyname::text as name,
      lower(cmd) as command, permissive = 'PERMISSIVE' as "isPermissive", roles::text[] as roles, qual as using, with_check as check
    from pg_policies order by 1, 2`,
  functions: `
    select nspname::text as schema, nspname || '.' || proname as name, prosecdef as "isDefiner", prorettype = 'trigger'::regtype as "isTrigger",
      coalesce(proconfig, '{}') as settings, provariadic <> 0 as "isVariadic",
      array(select format_type(type, null) from unnest(proargtypes::oid[]) with ordinality as a (type, place) order by place) as "argumentTypes"
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where ${ownSchema} and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e') order by 2`,
  buckets: `select id, public as "isPublic" from storage.buckets order by 1`,
  roles: `
    select rolname::text as name, rolsuper as "isSuperuser", rolbypassrls as "bypassesRowSecurity", rolcanlogin as "canLogin",
      array(select roleid::regrole::text from pg_auth_members where member = pg_roles.oid order by 1) as "memberOf"
    from pg_roles where rolname not like 'pg\\_%' order by 1`,
} satisfies Record<keyof Catalogue, string>;

/** Reads everything that checks, lints and report speak of. */
export async function readCatalogue(client: pg.ClientBase): Promise<Catalogue> {
  const read: Record<string, unknown> = {};
  for (const [part, sql] of Object.entries(queries)) {
    const { rows } = await client.query(sql);
    read[part] = part === 'schemas' ? rows.map(({ name }) => name) : rows;
  }
  return read as unknown as Catalogue;
}
