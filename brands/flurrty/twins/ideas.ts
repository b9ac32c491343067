import type { LocalizedText } from '@act/tenant-config';
import type { HybridStyle, TwinType } from '../traits/traits.ts';

/** Something to be seen in: what it is called, and what a painter is told. */
export interface Idea {
  readonly label: LocalizedText;
  readonly prompt: string;
}

const idea = (en: string, ru: string, prompt: string): Idea => ({ label: { en, ru }, prompt });

const byType: Readonly<Record<TwinType, readonly Idea[]>> = {
  glamour: [
    idea('Red carpet', 'Красная дорожка', 'on a red carpet, evening dress, camera flashes'),
    idea('Magazine cover', 'Обложка журнала', 'on the cover of a fashion magazine, close portrait'),
    idea('Golden hour', 'Золотой час', 'on a rooftop at golden hour, wind in the fur'),
  ],
  cosplay: [
    idea('Space captain', 'Капитан корабля', 'as a space captain on the bridge of a starship'),
    idea('Wizard school', 'Школа магии', 'as a wizard apprentice in an old library, floating candles'),
    idea('Masked hero', 'Герой в маске', 'as a masked hero on a city roof at night'),
  ],
  business: [
    idea(
      'Profile picture',
      'Фото профиля',
      'professional headshot, plain light background, looking at the camera',
    ),
    idea('On stage', 'На сцене', 'giving a talk on a stage, large screen behind'),
    idea('Morning coffee', 'Утренний кофе', 'in a bright office with a cup of coffee, laptop'),
  ],
  street: [
    idea('Neon night', 'Неоновая ночь', 'walking through a neon lit street after rain'),
    idea('Skate park', 'Скейт-парк', 'in a skate park with a board, low sun'),
    idea('Graffiti wall', 'Стена граффити', 'leaning on a wall of colourful graffiti'),
  ],
  sporty: [
    idea('Finish line', 'Финиш', 'crossing the finish line of a marathon, confetti'),
    idea('On the waves', 'На волне', 'surfing a turquoise wave'),
    idea('Mountain top', 'Вершина', 'on a mountain top at sunrise, backpack'),
  ],
  fantasy: [
    idea('Enchanted forest', 'Волшебный лес', 'in an enchanted forest with glowing mushrooms'),
    idea('Dragon friend', 'Друг дракона', 'with a small friendly dragon on the shoulder'),
    idea('Moon throne', 'Лунный трон', 'on a throne under a giant moon, silver robes'),
  ],
};

const byStyle: Readonly<Record<HybridStyle, Idea>> = {
  realistic: idea(
    'Portrait lens',
    'Портретный объектив',
    'close portrait, 85mm lens, shallow depth of field',
  ),
  anthro: idea('At the café', 'В кафе', 'in a cosy café window with a cup of cocoa'),
  cartoon: idea('Big jump', 'Прыжок', 'jumping for joy, simple bright background'),
  anime: idea('Cherry blossom', 'Цветение сакуры', 'under cherry blossoms, petals in the wind'),
  storybook: idea('Bedtime story', 'Сказка на ночь', 'reading under a blanket with a lantern'),
};

/** What suits a twin of this type, drawn in this style. */
export const ideasFor = (type: TwinType, style: HybridStyle): readonly Idea[] => [
  ...byType[type],
  byStyle[style],
];
