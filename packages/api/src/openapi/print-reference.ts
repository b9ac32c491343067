import { type Operation, type Reference, readReference } from './read-reference.ts';

/** The document as Markdown, for people who read it in the repository. */
export function printReference(document: unknown): string {
  const { description, areas } = readReference(document);
  const parts = ['# API reference', head, ...description, printAreas(areas), ...areas.flatMap(printArea)];
  return `${parts.join('\n\n')}\n`;
}

const head = `_Written by \`pnpm --filter @act/api generate:reference\` from the OpenAPI document. Not to be edited. Where the interface
runs, the same is at \`/api/reference\`, to be searched, and at \`/api/openapi.json\`. How to call it is in the README of
[@act/api](../packages/api/README.md)._`;

const printAreas = (areas: Reference['areas']) =>
  areas
    .map(
      ({ name, description }) => `- [${name}](#${name.toLowerCase().replaceAll(' ', '-')}): ${description}`,
    )
    .join('\n');

const printArea = ({ name, description, operations }: Reference['areas'][number]): string[] => [
  `## ${name}`,
  description,
  ...operations.flatMap(printOperation),
];

const printOperation = (operation: Operation): string[] => [
  `### \`${operation.method.toUpperCase()} ${operation.path}\``,
  [operation.summary, operation.description].filter(Boolean).join('\n\n'),
  [
    `${operation.isOpen ? 'For everybody.' : 'For whoever is signed in.'} In clients: \`${operation.id}\`.`,
    ...printFields('In the address and headers', operation.parameters),
    ...(operation.body ? printFields(`Body, \`${operation.body.type}\``, operation.body.fields) : []),
    '',
    'Answers:',
    '',
    ...operation.answers.map(
      ({ status, description, fields }) => `- **${status}** ${description}${namesOf(fields)}`,
    ),
  ].join('\n'),
];

function printFields(title: string, fields: Operation['parameters']): string[] {
  if (fields.length === 0) return [];
  const lines = fields.map(({ name, type, isRequired, description }) => {
    const isNeeded = isRequired ? ', required' : '';
    return `- \`${name}\` (${type}${isNeeded})${description === '' ? '' : `: ${description}`}`;
  });
  return ['', `${title}:`, '', ...lines];
}

const namesOf = (fields: readonly string[]) =>
  fields.length === 0 ? '' : ` Gives ${fields.map((name) => `\`${name}\``).join(', ')}.`;
