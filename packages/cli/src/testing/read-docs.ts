import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** A fenced block of commands. */
interface Commands {
  /** As it stands. */
  readonly text: string;
  /** One command each, without comments; what goes on in the next line is one. */
  readonly lines: readonly string[];
  /** Needs an account somewhere: nobody here has run it. */
  readonly needsAccount: boolean;
}

/** One file of `docs/`. */
export interface Page {
  readonly name: string;
  readonly text: string;
  readonly commands: readonly Commands[];
}

export const readText = (path: string): string => readFileSync(join(repository, path), 'utf8');

export const readPages = (): readonly Page[] =>
  readdirSync(join(repository, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = readText(`docs/${name}`);
      const blocks = [...text.matchAll(/^```sh(?: ([^\n]*))?\n(.*?)^```$/gms)];
      return {
        name,
        text,
        commands: blocks.map(([, mark, code = '']) => ({
          text: code,
          lines: code
            .replaceAll(/ *\\\n\s*/g, ' ')
            .split('\n')
            .map((line) => line.replace(/\s+#.*$/, '').trim())
            .filter((line) => line !== '' && !line.startsWith('#')),
          needsAccount: mark === 'needs-account',
        })),
      };
    });

/** What is named inside a line of text, outside of blocks. */
export const readInlineCode = ({ text }: Page): readonly string[] =>
  [...text.replaceAll(/^```.*?^```$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** A heading as links name it. */
export const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}_ -]/gu, '')
    .replaceAll(' ', '-');
