export function firstDifference(real: Uint8Array, ours: Uint8Array): string
