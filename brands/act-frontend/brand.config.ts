import { defineBrand } from '@act/tenant-config';

/** Precise: graphite, one signal colour, straight corners, close together. */
export const brand = defineBrand({
  id: 'creativetechnologists',
  name: 'Creative Technologists',
  settings: {
    theme: {
      light: {
        surface: '#f4f5f6',
        raised: '#fdfdfe',
        line: '#d9dcdf',
        text: '#15171a',
        muted: '#565b62',
        accent: '#ff4f00',
        accentText: '#15171a',
      },
      dark: {
        surface: '#101214',
        raised: '#181b1e',
        line: '#2a2e33',
        text: '#eceef0',
        muted: '#989ea6',
        accent: '#ff6a2b',
        accentText: '#101214',
      },
      radius: 3,
      density: 'compact',
    },
  },
});
