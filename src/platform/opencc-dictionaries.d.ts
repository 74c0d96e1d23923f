/** The library's dictionaries one by one, which it exports without types. */
declare module "opencc-js/dict/*" {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: so the library exports them.
  export default dictionary;
}
