import type { ApiRefusal } from '../../api/api-refusal.ts';

/** What the interface found wrong with one field. */
export interface FieldProblem {
  /** Without the place around it: `steps`, `name`. */
  readonly field: string;
  readonly text: string;
}

/** Each wrong field has a line of the message: `- config.steps is 9. Use …`. */
const line = /^- (?:config\.)?([A-Za-z]+)\S* (.+)$/;

/** What a refusal says of single fields; nothing where it is about the whole. */
export const readProblems = ({ code, message }: Pick<ApiRefusal, 'code' | 'message'>): FieldProblem[] =>
  code.endsWith('_invalid')
    ? message.split('\n').flatMap((text) => {
        const [, field, said] = line.exec(text) ?? [];
        return field && said ? [{ field, text: said.charAt(0).toUpperCase() + said.slice(1) }] : [];
      })
    : [];
