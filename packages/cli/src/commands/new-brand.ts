import { readFile } from 'node:fs/promises';
import { type BrandDefinition, type brandSettingsSchema, toBrandRow } from '@act/tenant-config';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { defineCommand } from '../program/command.ts';
import { declareBrand } from '../program/declare-brand.ts';
import { oneOf } from '../program/input-schemas.ts';
import type { World } from '../program/world.ts';
import { findProject, type Project } from '../project/find-project.ts';
import { findUser } from '../project/find-user.ts';
import { openOperator } from '../project/operator.ts';
import { openSession } from '../session/open-session.ts';

const inputSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  admin: z.string().optional(),
  visibility: oneOf(['brand', 'owner']).default('brand'),
  settings: z.string().optional(),
});
type Wish = z.output<typeof inputSchema>;

export const newBrand = defineCommand({
  name: 'new-brand',
  summary: 'make a tenant while everything runs; for the operator',
  words: [
    ['<id>', '2 to 63 lower-case letters, digits and hyphens; it never changes, and is never free again'],
  ],
  flags: [
    ['--name <name>', 'what people call it (default: the id)'],
    ['--admin <email>', 'its first admin, who has signed up already (default: you)'],
    ['--visibility <who>', 'who sees what is new: brand, or owner alone (default: brand)'],
    ['--settings <file>', 'a JSON file with settings; what is left out has a default'],
  ],
  examples: [
    ['act new-brand lakeside --name "Lakeside Hotels"', 'you are its admin'],
    ['act new-brand lakeside --admin anna@lakeside.example --settings lakeside.json', 'somebody else is'],
  ],
  input: inputSchema,
  run: async ({ input, world }) => {
    const project = await findProject(world);
    const operator = openOperator(project, world.settings.environment);
    const brand = await declare(input);
    // Before the brand: its id would be used up for nothing.
    const adminId = await findAdmin(input.admin, project, world);
    const made = await operator.from('brands').insert(toBrandRow(brand));
    if (made.error) throw notMade(brand.id, made);
    const joined = await operator
      .from('brand_users')
      .insert({ brand_id: brand.id, user_id: adminId, role: 'admin' });
    if (joined.error) {
      await operator.rpc('delete_brand', { brand_id: brand.id });
      throw notMade(brand.id, joined);
    }
    const { id, name, defaultVisibility } = brand;
    world.output.result({ id, name, defaultVisibility, adminId, url: project.url }, () => [
      `The brand ${id} is there, with ${input.admin ?? 'you'} as its admin.`,
      `Begin with: act upload <folder> --brand ${id}`,
    ]);
  },
});

async function declare({ id, name, visibility, settings }: Wish): Promise<BrandDefinition> {
  const given = settings === undefined ? {} : await readSettings(settings);
  return declareBrand('brand', { id, name: name ?? id, defaultVisibility: visibility, settings: given });
}

async function readSettings(file: string): Promise<z.input<typeof brandSettingsSchema>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    // Checked by defineBrand, which says more about what is wrong.
    return z.custom<z.input<typeof brandSettingsSchema>>((value) => typeof value === 'object').parse(parsed);
  } catch {
    throw new CliError({
      code: 'usage',
      message: `${file} is no JSON file that can be read.`,
      hint: 'Settings are an object, such as {"training": {}}; the README of @act/tenant-config names them.',
      exitCode: exitCodes.usage,
    });
  }
}

const findAdmin = async (email: string | undefined, project: Project, world: World): Promise<string> =>
  email === undefined
    ? (await openSession(world)).userId
    : findUser(openOperator(project, world.settings.environment), project, email);

function notMade(
  id: string,
  { status, error }: { status: number; error: { message: string; hint: string } | null },
) {
  return new CliError({
    code: status === 409 ? 'conflict' : 'brand_not_made',
    message: error?.message ?? `The brand ${id} was not made.`,
    hint: error?.hint ?? '',
    exitCode: status === 409 ? exitCodes.limit : status === 0 ? exitCodes.unreachable : exitCodes.failed,
  });
}
