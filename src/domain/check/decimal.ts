/**
 * Exact decimals: an integer and where its point stands. Ratios that decide a level are never floats, or 0.1 + 0.2 would
 * pass a threshold of 0.3.
 */
export interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand behind the point. */
  readonly scale: number;
}

const PLAIN = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/u;

/** Reads plain decimal text (`-12.50`); undefined for anything else. */
export function decimal(text: string): Decimal | undefined {
  const parts = PLAIN.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const fraction = parts.fraction ?? "";
  const size = BigInt(`${parts.whole ?? "0"}${fraction}`);
  return { digits: parts.sign === "-" ? -size : size, scale: fraction.length };
}

/** Writes with exactly `scale` decimals; undefined where that would lose a digit that is not zero. */
export function decimalText(value: Decimal, scale: number = value.scale): string | undefined {
  if (scale >= value.scale) return written(value.digits * power(scale - value.scale), scale);
  const divisor = power(value.scale - scale);
  return value.digits % divisor === 0n ? written(value.digits / divisor, scale) : undefined;
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = subtract(a, b);
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: a.digits * power(scale - a.scale) - b.digits * power(scale - b.scale), scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  return subtract(a, { digits: -b.digits, scale: b.scale });
}

/** Rounded half away from zero to `scale` decimals. Throws RangeError for a division by zero. */
export function quotient(above: Decimal, below: Decimal, scale: number): Decimal {
  const up = above.digits * power(below.scale + scale);
  return { digits: roundedQuotient(up, below.digits * power(above.scale)), scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function magnitude(value: Decimal): Decimal {
  return value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value;
}

export function isZero(value: Decimal): boolean {
  return value.digits === 0n;
}

/** `part` as a percentage of `whole`, rounded to `scale` decimals; undefined of nothing. */
export function percentageOf(part: Decimal, whole: Decimal, scale: number): Decimal | undefined {
  if (isZero(whole)) return undefined;
  const above = part.digits * power(whole.scale + scale + 2);
  return { digits: roundedQuotient(above, whole.digits * power(part.scale)), scale };
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function roundedQuotient(above: bigint, below: bigint): bigint {
  const negative = above < 0n !== below < 0n;
  const [a, b] = [above < 0n ? -above : above, below < 0n ? -below : below];
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
}

function written(digits: bigint, scale: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const point = text.length - scale;
  return scale === 0 ? `${sign}${text}` : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}
