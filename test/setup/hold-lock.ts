/** Another process that locks a SQLite file: `tsx hold-lock.ts FILE MS`; says "locked" when it has it. */
import { PrismaLibSql } from "@prisma/adapter-libsql";

const [file, ms] = process.argv.slice(2);
const connection = await new PrismaLibSql({ url: `file:${file}` }).connect();
await connection.executeScript("PRAGMA busy_timeout = 5000");
const run = (sql: string) => connection.executeRaw({ sql, args: [], argTypes: [] });
await run("BEGIN IMMEDIATE");
process.stdout.write("locked\n");
await new Promise((resume) => setTimeout(resume, Number(ms)));
await run("COMMIT");
await connection.dispose();
