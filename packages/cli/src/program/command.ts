import { type Command, Option } from 'commander';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { World } from './world.ts';

/** What every command takes. */
const sharedSchema = z.object({
  json: z.boolean().default(false),
  url: z.string().optional(),
  brand: z.string().optional(),
});
type Shared = z.output<typeof sharedSchema>;

/** Runs what a command does, in a world made for it. */
export type Start = (shared: Shared, run: (world: World) => Promise<ExitCode | undefined>) => Promise<void>;

/** A command or a group of them, to be added to the program. */
export interface ActCommand {
  addTo(parent: Command, start: Start, isDefault?: boolean): void;
}

export interface CommandDefinition<Schema extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  /** What is given without a flag, such as `<folder>`, and what it is. */
  readonly words?: readonly (readonly [string, string])[];
  readonly flags?: readonly (readonly [string, string])[];
  /** Whether it works in one brand, and takes `--brand`. */
  readonly inBrand?: boolean;
  /** Command lines that work, with what they do. */
  readonly examples: readonly (readonly [string, string])[];
  /** Words and flags, by their names. */
  readonly input: Schema;
  run(call: { input: z.output<Schema>; world: World }): Promise<ExitCode | undefined>;
}

/** A command from its description: words, flags, help and checks come of it. */
export const defineCommand = <Schema extends z.ZodType>(
  definition: CommandDefinition<Schema>,
): ActCommand => ({
  addTo: (parent, start, isDefault = false) => {
    const { name, summary, words = [], flags = [], inBrand = false, examples } = definition;
    const command = parent.command(name, { isDefault }).description(summary);
    for (const [word, what] of words) command.argument(word, what);
    for (const [flag, what] of flags) command.addOption(new Option(flag, what));
    if (inBrand)
      command.option('--brand <id>', 'the brand to work in; default: your only one, or ACT_BRAND_ID');
    command
      .option('--url <address>', 'the studio or project; default: ACT_URL, or what runs here')
      .option('--json', 'print JSON and nothing else')
      .allowExcessArguments(false)
      .addHelpText('after', `\n${formatExamples(examples)}`)
      .action(async () => {
        const shared = sharedSchema.parse(command.opts());
        await start(shared, async (world) =>
          definition.run({ input: readInput(command, definition), world }),
        );
      });
  },
});

/** Commands under one name; the first is meant where none is named. */
export const defineGroup = (
  name: string,
  summary: string,
  [first, ...others]: readonly [ActCommand, ...ActCommand[]],
): ActCommand => ({
  addTo: (parent, start) => {
    const group = parent.command(name).description(summary);
    first.addTo(group, start, true);
    for (const command of others) command.addTo(group, start);
  },
});

const formatExamples = (examples: CommandDefinition<z.ZodType>['examples']) => {
  const width = Math.max(...examples.map(([line]) => line.length));
  return ['Examples:', ...examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`)].join('\n');
};

function readInput<Schema extends z.ZodType>(
  command: Command,
  { input }: CommandDefinition<Schema>,
): z.output<Schema> {
  const { json: _json, url: _url, brand: _brand, ...flags } = command.opts();
  const words = command.registeredArguments.map((word, index) => [
    toCamelCase(word.name()),
    command.args[index],
  ]);
  const result = input.safeParse({ ...flags, ...Object.fromEntries(words) });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue?.path[0] ?? '');
  const flag = command.options.find((option) => option.attributeName() === field)?.long ?? field;
  throw new CliError({
    code: 'usage',
    message: `${flag} cannot be ${JSON.stringify(command.opts()[field] ?? words.find(([name]) => name === field)?.[1])}.`,
    hint: `${issue?.message ?? ''}`,
    exitCode: exitCodes.usage,
  });
}

const toCamelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
