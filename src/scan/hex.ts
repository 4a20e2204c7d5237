/** Value of a lower-case hex digit by its byte; 255 for every other byte. */
export const HEX: Uint8Array = new Uint8Array(256).fill(255)
for (let i = 0; i < 10; i++) HEX[0x30 + i] = i
for (let i = 0; i < 6; i++) HEX[0x61 + i] = 10 + i

/** Value of two hex digits by their bytes, the first in the upper half; −1 for any other two bytes. */
export const HEX_PAIRS: Int16Array = new Int16Array(1 << 16).fill(-1)
const digits = [...HEX.keys()].filter((byte) => (HEX[byte] as number) < 16)
for (const first of digits) {
  for (const second of digits)
    HEX_PAIRS[(first << 8) | second] = ((HEX[first] as number) << 4) | (HEX[second] as number)
}
