interface Idea<Id extends string, Mood extends string> {
  readonly id: Id;
  readonly mood: Mood;
  /** What is to be seen around the person; English, as the model learned it. */
  readonly scene: string;
  /** Two colours of its light, as its card shows them. */
  readonly light: readonly [string, string];
}

export const moods = ['soft', 'city', 'studio', 'evening', 'faraway'] as const;
export type Mood = (typeof moods)[number];

const idea = <const Id extends string>(
  id: Id,
  mood: Mood,
  light: readonly [string, string],
  scene: string,
): Idea<Id, Mood> => ({ id, mood, light, scene });

export const ideas = [
  idea(
    'window',
    'soft',
    ['#f6e7cf', '#d8b48a'],
    'standing by a tall window, soft morning light, linen shirt, calm look',
  ),
  idea(
    'sheets',
    'soft',
    ['#f7efe9', '#d9c3b6'],
    'among white sheets, diffused daylight, close portrait, natural skin',
  ),
  idea(
    'garden',
    'soft',
    ['#e8ecd2', '#a9b987'],
    'in an overgrown garden, dappled light through leaves, straw hat, candid',
  ),
  idea(
    'tea',
    'soft',
    ['#f2dfc8', '#b98c63'],
    'at a kitchen table with a cup of tea, wool jumper, warm light',
  ),
  idea(
    'crossing',
    'city',
    ['#d7dde2', '#8b98a3'],
    'crossing a wide street, trench coat in motion, overcast day, 35mm photograph',
  ),
  idea('cafe', 'city', ['#ecd8c0', '#9d6f4c'], 'at a pavement café, espresso, reading, street life behind'),
  idea(
    'subway',
    'city',
    ['#dfe3d6', '#7f8a78'],
    'on a tiled subway platform, leather jacket, a train blurring past',
  ),
  idea(
    'roof',
    'city',
    ['#f0d3bf', '#c17a5c'],
    'on a rooftop above the city, wind in the hair, low sun, wide view',
  ),
  idea(
    'seamless',
    'studio',
    ['#ece8e1', '#b7aea2'],
    'studio portrait, seamless grey ground, one soft key light',
  ),
  idea(
    'monochrome',
    'studio',
    ['#dedad4', '#57524c'],
    'black and white studio portrait, strong side light, turtleneck, fine grain',
  ),
  idea(
    'red',
    'studio',
    ['#e59a83', '#a83f25'],
    'fashion portrait before a brick-red wall, tailored suit, hard light',
  ),
  idea(
    'headshot',
    'studio',
    ['#e4e6ea', '#9aa5b4'],
    'friendly business headshot, navy blazer, pale ground, even light',
  ),
  idea(
    'candle',
    'evening',
    ['#e6b877', '#6b3d22'],
    'at a dinner table by candlelight, dark velvet, laughing, shallow focus',
  ),
  idea(
    'neon',
    'evening',
    ['#d98fb0', '#4a3a73'],
    'under neon signs after rain, reflections, glossy coat, cinematic',
  ),
  idea(
    'opera',
    'evening',
    ['#cf9d6a', '#5a2a22'],
    'on the stairs of an opera house, evening dress, golden chandeliers',
  ),
  idea(
    'fire',
    'evening',
    ['#e9a46b', '#3f2a22'],
    'beside a fire on the beach at dusk, blanket around the shoulders',
  ),
  idea(
    'dunes',
    'faraway',
    ['#f0d9b0', '#c99a5b'],
    'walking over desert dunes, flowing cloth, long shadows, late sun',
  ),
  idea(
    'snow',
    'faraway',
    ['#eef1f4', '#a9bac9'],
    'in falling snow before dark pines, thick scarf, red cheeks, soft focus',
  ),
  idea(
    'sea',
    'faraway',
    ['#d5e3e2', '#6f9a9d'],
    'on a white boat, striped top, blue sea, bright noon light, travel photograph',
  ),
  idea(
    'renaissance',
    'faraway',
    ['#c9a678', '#4b3524'],
    'as a renaissance oil painting, dark ground, rich cloth, candle-like light',
  ),
] as const;
