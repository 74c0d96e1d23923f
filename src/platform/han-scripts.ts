/** The same Chinese text in the scripts in which people write it, character by character: what a name needs. */

type Convert = (text: string) => string;

const HAN = /\p{Script=Han}/u;
let converters: Promise<{ readonly simplified: Convert; readonly traditional: readonly Convert[] }> | undefined;

/** As it was given, simplified, traditional, and traditional as in Taiwan and in Hong Kong; each once. */
export async function inScripts(text: string): Promise<string[]> {
  if (!HAN.test(text)) return [text];
  converters ??= loadConverters();
  const { simplified, traditional } = await converters;
  const plain = simplified(text);
  return [...new Set([text, plain, ...traditional.map((convert) => convert(plain))])];
}

/** Read when somebody first looks for a Chinese name, not at every start. */
async function loadConverters() {
  const [{ ConverterFactory }, toSimplified, toTraditional, ofTaiwan, ofHongKong] = await Promise.all([
    import("opencc-js/core"),
    import("opencc-js/dict/TSCharacters"),
    import("opencc-js/dict/STCharacters"),
    import("opencc-js/dict/TWVariants"),
    import("opencc-js/dict/HKVariants"),
  ]);
  const traditional = [toTraditional.default];
  return {
    simplified: ConverterFactory([toSimplified.default]),
    traditional: [
      ConverterFactory(traditional),
      ConverterFactory(traditional, [ofTaiwan.default]),
      ConverterFactory(traditional, [ofHongKong.default]),
    ],
  };
}
