/** Machines, by what uname prints, whose C compilers take a plain char for unsigned. */
const UNSIGNED = /^(?:arm|aarch64|ppc|s390|riscv)/

/** True for a machine on which lsof meets bytes from 0x80 on as numbers of their own, and not as negative ones. */
export function isCharUnsigned(arch: string | undefined): boolean {
  return arch !== undefined && UNSIGNED.test(arch)
}
