export const desk = { en: {}, "zh-Hans": {}, "zh-Hant": {} } as const;
