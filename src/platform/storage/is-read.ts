/** Prisma's reads begin with SELECT; anything else might write. */
export function isRead(sql: string): boolean {
  return /^\s*SELECT\b/i.test(sql);
}
