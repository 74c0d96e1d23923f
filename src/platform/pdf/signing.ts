/** The block that somebody signs: what they declare, two boxes to tick, lines to write on, and the code of what they were shown. */
import { type Box, GREY, INK, type Signing } from "./print-job.ts";
import { drawQrCode } from "./qr-code.ts";

export const SIGNING_HEIGHT = 288;
const LINE = 26;
const CODE = 104;
/** A caption of two lines below the code. */
const CAPTION = 26;

export function drawSigning(doc: PDFKit.PDFDocument, box: Box, signing: Signing): void {
  doc.fontSize(9.5).fillColor(INK);
  let y = box.y;
  for (const declaration of signing.declarations) {
    doc.text(declaration, box.x, y, { width: box.width });
    y = doc.y + 2;
  }
  y += 10;
  const besideCode = box.x + box.width - CODE - 16;
  const ruled = (label: string, from: number, to = besideCode) => {
    doc.text(label, box.x, y, { lineBreak: false });
    doc
      .moveTo(box.x + from, y + 14)
      .lineTo(to, y + 14)
      .lineWidth(0.6)
      .strokeColor(GREY)
      .stroke();
    y += LINE;
  };
  for (const choice of signing.choices) {
    doc
      .rect(box.x, y + 1, 10, 10)
      .lineWidth(0.9)
      .strokeColor(INK)
      .stroke();
    doc.text(choice, box.x + 18, y, { lineBreak: false });
    y += 18;
  }
  ruled("", 18);
  const codeAt = y;
  ruled(signing.signer, 170);
  ruled(signing.signature, 170);
  // Below the code: a date is written by hand, and wants its room.
  y = codeAt + CODE + CAPTION;
  ruled(signing.date, 300, box.x + box.width);
  const place = { x: box.x + box.width - CODE, y: codeAt - 8, side: CODE };
  drawQrCode(doc, signing.code, place);
  doc.fontSize(6.5).fillColor(INK);
  doc.text(signing.codeSays, place.x - 40, place.y + CODE, { width: CODE + 40, align: "right" });
  doc.text(signing.fingerprint, box.x, box.y + box.height - 14, { width: box.width });
}
