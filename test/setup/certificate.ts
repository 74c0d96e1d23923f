/** A certificate for one name, made anew for each test run and trusted by nobody who is not told to: DER by hand. */
import { generateKeyPairSync, sign } from "node:crypto";

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length: n } = body;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (...bytes: readonly number[]) => der(6, Buffer.from(bytes));
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

const ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
const COMMON_NAME = oid(0x55, 4, 3);
const SUBJECT_ALT_NAME = oid(0x55, 0x1d, 0x11);
const VERSION_3 = der(0xa0, der(2, Buffer.from([2])));
const FOR_LONG = sequence(text(0x17, "200101000000Z"), text(0x17, "491231235959Z"));

/** Self-signed: whoever trusts it trusts exactly this one. */
export function certificateOf(name: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const who = sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, name))));
  const alsoCalled = sequence(SUBJECT_ALT_NAME, der(4, sequence(text(0x82, name))));
  const content = sequence(
    VERSION_3,
    der(2, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    who,
    FOR_LONG,
    who,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(alsoCalled)),
  );
  const signature = der(3, Buffer.from([0]), sign("sha256", content, privateKey));
  const lines =
    sequence(content, ECDSA_WITH_SHA256, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return {
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
