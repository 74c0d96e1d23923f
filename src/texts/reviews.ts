export const reviews = { en: {}, "zh-Hans": {}, "zh-Hant": {} } as const;
