/** A QR code as squares of ink, sharp at every size. */
import qrcode from "qrcode-generator";

/** Draws `text` into a square of `side` points with the quiet margin that readers need. Throws where the text is too long (2,331 bytes). */
export function drawQrCode(doc: PDFKit.PDFDocument, text: string, place: { x: number; y: number; side: number }): void {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const size = place.side / (modules + 2 * QUIET);
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if (code.isDark(row, column)) {
        doc.rect(place.x + (column + QUIET) * size, place.y + (row + QUIET) * size, size, size);
      }
    }
  }
  doc.fill("#000000");
}

/** Modules of white around it. */
const QUIET = 4;
