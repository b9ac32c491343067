import type { ApiProblem } from '../../api/api-refusal.ts';
import { settingNames } from './presets.ts';

/** The field of a place: of `config.steps` and `steps[0]` alike it is `steps`. */
const fieldForm = /^(?:config\.)?([A-Za-z]+)/;

const fieldOf = ({ path }: ApiProblem) => fieldForm.exec(path)?.[1];

/** What the interface found wrong with one field, as sentences; nothing where it found nothing. */
export const sayProblem = (problems: readonly ApiProblem[], field: string): string | undefined => {
  const found = problems.find((problem) => fieldOf(problem) === field);
  return found && `${found.message.charAt(0).toUpperCase()}${found.message.slice(1)}. ${found.fix}`;
};

const shownFields: readonly string[] = ['name', 'triggerWord', ...settingNames];

/** Whether the page has a field at which each of them is said; what has none is said at the button. */
export const areAtFields = (problems: readonly ApiProblem[]): boolean =>
  problems.length > 0 && problems.every((problem) => shownFields.includes(fieldOf(problem) ?? ''));
