/** Languages that every text of the product comes in. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** What a model can be trained on. */
export const subjectKinds = ['style', 'character', 'product', 'person'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The base models that can be trained. */
export const modelTypes = ['flux', 'sdxl', 'sd15'] as const;
export type ModelType = (typeof modelTypes)[number];

/** The pictures that can be uploaded. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** The same text in every language. */
export type LocalizedText = Readonly<Record<Language, string>>;
