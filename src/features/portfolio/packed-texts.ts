/**
 * Short texts in the order in which they came, each once and each with a mark: a million loan numbers in some twenty megabytes,
 * where a Map of strings takes a hundred. Exact: texts whose hashes agree are compared.
 */
export class PackedTexts {
  private bytes = Buffer.alloc(4_096);
  /** Where each text begins; one more than there are texts. */
  private starts = new Uint32Array(257);
  private marks = new Uint8Array(256);
  /** By hash: the text's place plus one, 0 where there is none. At most half full. */
  private slots = new Uint32Array(1_024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  has(text: string): boolean {
    const bytes = Buffer.from(text);
    return this.slots[this.slotOf(bytes)] !== 0;
  }

  isMarked(text: string): boolean {
    const place = this.slots[this.slotOf(Buffer.from(text))] ?? 0;
    return place !== 0 && this.marks[place - 1] === 1;
  }

  /** Adds it where it is new; a mark stays. */
  add(text: string, marked: boolean): void {
    const bytes = Buffer.from(text);
    const slot = this.slotOf(bytes);
    const known = this.slots[slot] ?? 0;
    const place = known === 0 ? this.append(bytes) : known - 1;
    if (known === 0) this.slots[slot] = place + 1;
    if (marked) this.marks[place] = 1;
    if (this.count * 2 > this.slots.length) this.rehash();
  }

  private append(bytes: Buffer): number {
    const place = this.count;
    const start = this.starts[place] ?? 0;
    const end = start + bytes.length;
    while (end > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    if (place + 1 === this.marks.length) this.growTables();
    bytes.copy(this.bytes, start);
    this.starts[place + 1] = end;
    this.count += 1;
    return place;
  }

  private growTables(): void {
    const starts = new Uint32Array(this.marks.length * 2 + 1);
    starts.set(this.starts);
    const marks = new Uint8Array(this.marks.length * 2);
    marks.set(this.marks);
    this.starts = starts;
    this.marks = marks;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let place = 0; place < this.count; place += 1) {
      this.slots[this.slotOf(this.textAt(place))] = place + 1;
    }
  }

  private textAt(place: number): Buffer {
    return this.bytes.subarray(this.starts[place], this.starts[place + 1]);
  }

  /** The text's slot, or the empty one where it belongs. */
  private slotOf(bytes: Buffer): number {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    const last = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & last; ; slot = (slot + 1) & last) {
      const place = this.slots[slot] ?? 0;
      if (place === 0 || this.textAt(place - 1).equals(bytes)) return slot;
    }
  }
}
