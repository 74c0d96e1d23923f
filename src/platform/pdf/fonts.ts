/** One typeface for everything printed: Noto Sans with simplified and traditional Chinese. PDFKit embeds the glyphs that are used. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The package exports no path of its files; they lie beside its code. */
const folder = join(dirname(createRequire(import.meta.url).resolve("@embedpdf/fonts-sc")), "..", "fonts");

/** One file, 8 MB: reading a second one for bold would double the time of every document, so bold is drawn with a thin line around. */
export const FONT_FILE = join(folder, "NotoSansHans-Regular.otf");
/** For pictures, which are drawn once the typeface is loaded. */
export const BOLD_FONT_FILE = join(folder, "NotoSansHans-Bold.otf");
