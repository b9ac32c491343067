import type { LocalizedText } from '@act/tenant-config';

/** One of the things that can be chosen of a twin: what it is called, and what a painter is told. */
export interface Trait<Value extends string = string> {
  readonly value: Value;
  readonly label: LocalizedText;
  /** In a prompt, which models read best in English. */
  readonly prompt: string;
}

const trait = <const Value extends string>(
  value: Value,
  en: string,
  ru: string,
  prompt: string,
): Trait<Value> => ({ value, label: { en, ru }, prompt });

/** What the twin is dressed and lit for. */
export const types = [
  trait('glamour', 'Glamour', 'Гламур', 'glamour portrait, elegant styling, soft studio light'),
  trait('cosplay', 'Cosplay', 'Косплей', 'cosplay, detailed handmade costume'),
  trait('business', 'Business', 'Бизнес', 'business portrait, tailored suit, modern office'),
  trait('street', 'Street', 'Улица', 'street style, city background'),
  trait('sporty', 'Sporty', 'Спорт', 'sportswear, dynamic pose'),
  trait('fantasy', 'Fantasy', 'Фэнтези', 'fantasy setting, enchanted light'),
] as const;

/** How much of an animal there is, and how it is painted. */
export const hybridStyles = [
  trait('realistic', 'Realistic', 'Реализм', 'photorealistic hybrid of human and animal'),
  trait('anthro', 'Anthro', 'Антро', 'anthropomorphic animal character'),
  trait('cartoon', 'Cartoon', 'Мультфильм', 'cartoon character, bold outlines'),
  trait('anime', 'Anime', 'Аниме', 'anime character with animal ears'),
  trait('storybook', 'Storybook', 'Книжка', 'storybook illustration, soft watercolour'),
] as const;

export const furTypes = [
  trait('fluffy', 'Fluffy', 'Пушистый', 'fluffy fur'),
  trait('short', 'Short', 'Короткий', 'short sleek fur'),
  trait('curly', 'Curly', 'Кудрявый', 'curly fur'),
  trait('striped', 'Striped', 'Полосатый', 'striped fur'),
  trait('spotted', 'Spotted', 'Пятнистый', 'spotted fur'),
  trait('feathered', 'Feathered', 'Перья', 'feathers'),
] as const;

/** How the twin speaks, which is seen in its face. */
export const voices = [
  trait('warm', 'Warm', 'Тёплый', 'warm smile'),
  trait('playful', 'Playful', 'Игривый', 'playful open laugh'),
  trait('bold', 'Bold', 'Смелый', 'confident grin'),
  trait('calm', 'Calm', 'Спокойный', 'calm gentle expression'),
  trait('cheeky', 'Cheeky', 'Дерзкий', 'cheeky wink'),
  trait('mysterious', 'Mysterious', 'Загадочный', 'mysterious half smile'),
] as const;

export type TwinType = (typeof types)[number]['value'];
export type HybridStyle = (typeof hybridStyles)[number]['value'];
export type FurType = (typeof furTypes)[number]['value'];
export type Voice = (typeof voices)[number]['value'];
