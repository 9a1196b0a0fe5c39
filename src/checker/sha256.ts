/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of a text, in hexadecimal. Pure, so that the browser, the server and the command line agree without an asynchronous call. */
export function sha256(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const view = new DataView(message.buffer);
  const state = Uint32Array.from(initialState);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < message.length; block += 64) {
    expandBlock(view, block, schedule);
    compress(state, schedule);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** Fractional bits of the square (or cube) roots of the first primes. */
function rootBits(count: number, power: number): number[] {
  const bits: number[] = [];
  for (let candidate = 2; bits.length < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1)
      if (candidate % divisor === 0) prime = false;
    const root = candidate ** power;
    if (prime) bits.push(Math.floor((root - Math.floor(root)) * 0x1_0000_0000));
  }
  return bits;
}

const initialState = rootBits(8, 1 / 2);
const roundConstants = Uint32Array.from(rootBits(64, 1 / 3));

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(message.length - 4, (bytes.length << 3) >>> 0);
  return message;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function expandBlock(view: DataView, at: number, schedule: Uint32Array): void {
  for (let index = 0; index < 16; index += 1) schedule[index] = view.getUint32(at + index * 4);
  for (let index = 16; index < 64; index += 1) {
    const early = schedule[index - 15]!;
    const late = schedule[index - 2]!;
    const mixedEarly = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const mixedLate = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[index] = (schedule[index - 16]! + mixedEarly + schedule[index - 7]! + mixedLate) | 0;
  }
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const mixedE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const mixedA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first = (h + mixedE + choice + roundConstants[index]! + schedule[index]!) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + mixedA + majority) | 0];
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (const [index, word] of mixed.entries()) state[index] = (state[index]! + word) | 0;
}
