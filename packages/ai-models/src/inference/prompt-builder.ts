import { InputError, type Problem } from '../errors/index.ts';
import type { ModelType } from '../training/model-type.ts';
import { hasWord, unifyWord } from '../training/trigger-word.ts';

/** What a person wrote, and for which models. */
export interface BuildPromptOptions {
  /** In the person's words; `[brand]` and `[brand2]` stand for the trigger words. */
  prompt: string;
  /** One for each LoRA, the main one first; null for one that has none. */
  triggerWords: readonly (string | null)[];
  /** The base model: how much it reads, and whether it knows negative prompts. */
  modelType: ModelType;
  /** What is not to be seen. Only sdxl and sd15 know it. */
  negativePrompt?: string | undefined;
}

/** A prompt as it is sent. */
export interface BuiltPrompt {
  /** One line, with every trigger word in it, each inserted once. */
  readonly prompt: string;
  /** One line as well; missing where nobody wrote one. */
  readonly negativePrompt?: string;
  /** What a person should know, as sentences. */
  readonly notes: readonly string[];
}

/** As many characters as a row holds. */
const maximumLength = 4000;

/** What the text encoders read, in parts of words; they drop the rest without a word. */
const maximumTokens: Readonly<Record<ModelType, number>> = {
  // T5 reads this far; CLIP, which flux asks only for the mood, no further than in the others.
  flux: 512,
  // 77, of which two mark beginning and end.
  sdxl: 75,
  sd15: 75,
};

/** Flux dev is distilled: it paints without a second pass that could steer away from something. */
export const knowsNegativePrompt = (modelType: ModelType): boolean => modelType !== 'flux';

/** Why a negative prompt is refused rather than ignored: the pictures are paid, and would show what was not wanted. */
export const negativePromptRule =
  'Leave it out: flux knows no negative prompt. Say in the prompt what is to be seen instead.';

/** The prompt as it is sent. @throws InputError `prompt_invalid` */
export function buildPrompt({
  prompt,
  triggerWords,
  modelType,
  negativePrompt,
}: BuildPromptOptions): BuiltPrompt {
  const words = [...new Set(triggerWords.filter((word) => word !== null))];
  const problems = [
    ...problemsOf('prompt', prompt),
    ...problemsOfPlaceholders(prompt, triggerWords.length),
    ...(negativePrompt?.trim() ? problemsOfNegative(negativePrompt, modelType) : []),
  ];
  if (problems.length > 0) throw new InputError({ code: 'prompt_invalid', subject: 'The prompt', problems });
  const expanded = expand(prompt, triggerWords);
  const said = words.reduce(unifyWord, expanded.text);
  const built = [...words.filter((word) => !isThere(said, word, words)), said].filter(Boolean).join(', ');
  if (built === '') throw emptyPrompt();
  const negative = expand(negativePrompt ?? '', triggerWords).text;
  return {
    prompt: built,
    ...(negative && { negativePrompt: negative }),
    notes: [
      ...(expanded.hasGap ? ['[brand] was left out: the model has no trigger word.'] : []),
      ...noteOfLength('prompt', built, modelType),
      ...noteOfLength('negative prompt', negative, modelType),
    ],
  };
}

/** `[brand]` and `[brand1]` are the main model, `[brand2]` the second one. */
function expand(text: string, triggerWords: readonly (string | null)[]): { text: string; hasGap: boolean } {
  const [main = null, second = null] = triggerWords;
  const hasGap = (main === null && mainBrand.test(text)) || (second === null && secondBrand.test(text));
  const put = (line: string, place: RegExp, word: string | null) =>
    word === null
      ? line.replace(new RegExp(`\\s*${place.source}`, 'gi'), '')
      : line.replace(new RegExp(place.source, 'gi'), () => word);
  return { text: toLine(put(put(text, mainBrand, main), secondBrand, second)), hasGap };
}

const mainBrand = /\[\s*brand1?\s*\]/i;
const secondBrand = /\[\s*brand2\s*\]/i;

/** One word may be part of another, such as `acme` of `acme-bold`: then that one does not count. */
function isThere(text: string, word: string, words: readonly string[]): boolean {
  const longer = words.filter((other) => other.length > word.length && hasWord(other, word));
  return hasWord(
    longer.reduce((rest, other) => rest.replaceAll(other, ' '), text),
    word,
  );
}

const toLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function problemsOf(path: string, text: string): Problem[] {
  const fix = `Use up to ${maximumLength} characters.`;
  if (toLine(text) === '') return [{ path, message: 'is empty', fix: 'Say what is to be seen.' }];
  if (text.length > maximumLength) return [{ path, message: `is ${text.length} characters long`, fix }];
  // Line breaks become spaces. Whatever else cannot be seen could hide words from whoever reads the prompt.
  const hidden = /[^\P{Cc}\t\n\r]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/u;
  return hidden.test(text)
    ? [
        {
          path,
          message: 'has characters that cannot be seen',
          fix: 'Type it anew, or paste it without formatting.',
        },
      ]
    : [];
}

function problemsOfPlaceholders(text: string, loraCount: number): Problem[] {
  const fix = 'Name a second model, or use [brand] for the first one.';
  return loraCount < 2 && secondBrand.test(text)
    ? [{ path: 'prompt', message: 'speaks of [brand2], and there is one model', fix }]
    : [];
}

const problemsOfNegative = (text: string, modelType: ModelType): Problem[] =>
  knowsNegativePrompt(modelType)
    ? problemsOf('negativePrompt', text)
    : [{ path: 'negativePrompt', message: 'is not empty', fix: negativePromptRule }];

const emptyPrompt = () =>
  new InputError({
    code: 'prompt_invalid',
    subject: 'The prompt',
    problems: [
      { path: 'prompt', message: 'is empty once [brand] is out of it', fix: 'Say what is to be seen.' },
    ],
  });

function noteOfLength(name: string, text: string, modelType: ModelType): string[] {
  const tokens = estimateTokens(text);
  const most = maximumTokens[modelType];
  if (tokens <= most) return [];
  return [
    `The end of the ${name} may have no effect: it has about ${tokens} parts of words, and ${modelType} reads ${most}.`,
  ];
}

/** Without the encoders' own tables: common words are one part, long ones several, digits and signs one each. */
export function estimateTokens(text: string): number {
  const parts = text.match(/[A-Za-z]+|\p{N}|[^\s\p{N}A-Za-z]/gu) ?? [];
  return parts.reduce((sum, part) => sum + Math.ceil(part.length / 8), 0);
}
