/** Bytes for people: in kB where they are whole ones, as the kernel says them. */
export function bytesText(bytes: bigint): string {
  return bytes % 1024n === 0n ? `${bytes / 1024n} kB` : `${bytes} bytes`
}

/** An address as the kernel prints it. */
export function addressText(address: bigint): string {
  return address.toString(16).padStart(8, '0')
}
