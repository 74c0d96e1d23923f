export const commandTexts = { en: {}, "zh-Hans": {}, "zh-Hant": {} } as const;
