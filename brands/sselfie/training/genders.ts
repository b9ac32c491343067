import type { LocalizedText } from '@act/tenant-config';

interface Gender<Value extends string> {
  /** As a training's `gender` has it. */
  readonly value: Value;
  readonly label: LocalizedText;
  /** The word for it in a prompt, which is English in every language. */
  readonly noun: string;
}

const gender = <const Value extends string>(
  value: Value,
  noun: string,
  en: string,
  ru: string,
): Gender<Value> => ({ value, label: { en, ru }, noun });

/** What a person may call themselves; a picture is steered by its noun. */
export const genders = [
  gender('woman', 'woman', 'Woman', 'Женщина'),
  gender('man', 'man', 'Man', 'Мужчина'),
  gender('unspecified', 'person', 'Rather not say', 'Не указывать'),
] as const;

export type GenderValue = (typeof genders)[number]['value'];
