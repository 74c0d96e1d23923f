/** The program's log: JSON lines for machines. No token, name or number of a customer belongs in it. */
import { type DestinationStream, pino } from "pino";

export type Log = pino.Logger;
export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
export const LOG_LEVELS: readonly LogLevel[] = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** Fields that hold secrets or say who a customer is, whatever object they come in. */
const HIDDEN_FIELDS = new Set(
  [
    "token",
    "botToken",
    "appToken",
    "signingSecret",
    "authorization",
    "cookie",
    "password",
    "secret",
    "databaseUrl",
    "connectionString",
    "name",
    "email",
    "phone",
    "address",
    "identityNumber",
    "text",
    "payload",
    "content",
    "answers",
    "raw",
    "value",
    "note",
  ].map((field) => field.toLowerCase()),
);
const HIDDEN = "[hidden]";
const DEEPEST = 6;
const LONGEST_LIST = 50;

/** Shapes that give themselves away inside a sentence. */
const SECRETS: readonly [RegExp, string][] = [
  [/\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w.-]+/gi, "[token]"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 [token]"],
  [/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, "$1:[password]@"],
  [/https:\/\/hooks\.slack(?:-gov)?\.com\/\S+/g, "[response url]"],
  [/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, "[identity number]"],
  [/(?<![\dA-Za-z])(?=[0-9A-Z]*\d)(?=[0-9A-Z]{2}\d{6})[0-9A-HJ-NPQRTUWXY]{18}(?![\dA-Za-z])/g, "[credit code]"],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g, "[phone]"],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, "[email]"],
];

export function createLog(level: LogLevel = "info", destination?: DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: (fields) => hideFields(fields) },
    hooks: {
      logMethod(args, method) {
        // The sentence is cleaned like the fields; what is already an object is cleaned by `formatters.log`.
        const [first, second, ...rest] = args;
        if (typeof first === "string") method.apply(this, [hideSecrets(first), second, ...rest]);
        else if (first instanceof Error) {
          const words = typeof second === "string" ? second : first.message;
          method.apply(this, [{ failure: first }, hideSecrets(words), ...rest]);
        } else method.apply(this, [first, typeof second === "string" ? hideSecrets(second) : second, ...rest]);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The same sentence without tokens, passwords, identity numbers, phones and e-mail addresses. */
export function hideSecrets(sentence: string): string {
  return SECRETS.reduce((clean, [secret, label]) => clean.replace(secret, label), sentence);
}

function hideFields(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, hideField(key, value, 0)]));
}

function hideField(key: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined) return value;
  return HIDDEN_FIELDS.has(key.toLowerCase()) ? HIDDEN : hide(value, depth);
}

function hide(value: unknown, depth: number): unknown {
  if (typeof value === "string") return hideSecrets(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return HIDDEN;
  if (value instanceof Error) return hideError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((one) => hide(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hideField(key, inner, depth + 1)]));
}

/** An error's own fields may hold what somebody typed: only its kind, words, code and place are kept. */
function hideError(error: Error, depth: number): Record<string, unknown> {
  const code: unknown = Reflect.get(error, "code");
  return {
    type: error.name,
    message: hideSecrets(error.message),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    stack: hideSecrets(error.stack ?? ""),
    ...(error.cause === undefined ? {} : { cause: hide(error.cause, depth + 1) }),
  };
}
