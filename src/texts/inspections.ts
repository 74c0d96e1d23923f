export const inspections = { en: {}, "zh-Hans": {}, "zh-Hant": {} } as const;
