import type { ApiProblem } from '../../api/api-refusal.ts';

/** The field of a place: of `config.steps` and `steps[0]` alike it is `steps`. */
const fieldForm = /^(?:config\.)?([A-Za-z]+)/;

/** What the interface found wrong with one field, as sentences; nothing where it found nothing. */
export const sayProblem = (problems: readonly ApiProblem[], field: string): string | undefined => {
  const found = problems.find(({ path }) => fieldForm.exec(path)?.[1] === field);
  return found && `${found.message.charAt(0).toUpperCase()}${found.message.slice(1)}. ${found.fix}`;
};
