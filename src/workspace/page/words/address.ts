/** Only addresses that lead somewhere harmless become links: the web, mail, telephone, and our own files. */
export function safeAddress(url: string): string | null {
  if (/^\/(?!\/)/.test(url)) {
    return url;
  }
  return /^(https?|mailto|tel):/i.test(url) && (URL.canParse(url) || /^(mailto|tel):/i.test(url)) ? url : null;
}

export function fileSize(bytes: number): string {
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
