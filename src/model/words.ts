const LITTLE_ENDIAN: boolean = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Place of the lower half of a 64-bit value in this machine's memory, in 32-bit words. */
export const LOW: number = LITTLE_ENDIAN ? 0 : 1

/** Place of the upper half. */
export const HIGH: number = 1 - LOW
