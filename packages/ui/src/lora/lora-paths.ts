/** Where the LoRA studio has its pages. */
export const loraPaths = {
  home: '/',
  list: '/lora',
  lora: (id: string) => `/lora?id=${encodeURIComponent(id)}`,
  create: '/lora?open=create',
  paintWith: (id: string) => `/?lora=${encodeURIComponent(id)}`,
  gallery: '/generate/gallery',
  galleryOf: (modelId: string) => `/generate/gallery?model=${encodeURIComponent(modelId)}`,
} as const;
