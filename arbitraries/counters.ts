import { fieldsOfKernel, type SmapsField } from '../src/kernel/smaps-fields.js'
import type { KernelOn } from './choice.js'
import type { KernelRegion } from './region.js'

/** The numbers of a mapping's smaps record in the kernel's order, adding up as the kernel's do; `raw` are twelve of any size. */
export function countersOf(
  on: KernelOn,
  { start, end }: KernelRegion,
  raw: readonly number[],
  pkeys: boolean,
): ReadonlyMap<string, number> {
  const { release, machine } = on
  const size = Number((end - start) / 1024n)
  const page = machine.pageSize / 1024
  const all = values(size, page, raw)
  const hasKeys = pkeys && ['x86', 'powerpc'].includes(machine.folder)
  const isPrinted = ({ only }: SmapsField): boolean => only === undefined || (only === 'pkeys' && hasKeys)
  return new Map(
    fieldsOfKernel(release)
      .filter(isPrinted)
      .map(({ name }) => [name, all[name] ?? 0]),
  )
}

/** What the record says, in kB, of a mapping of that size on pages of that size. */
function values(size: number, page: number, raw: readonly number[]): Readonly<Record<string, number>> {
  const at = (place: number): number => raw[place] as number
  const quarter = Math.floor(size / 4 / page)
  const part = (place: number): number => Math.min(at(place), quarter) * page
  const [sharedClean, sharedDirty, privateClean, privateDirty] = [part(0), part(1), part(2), part(3)]
  const own = privateClean + privateDirty
  const rss = own + sharedClean + sharedDirty
  const upTo = (place: number, most: number): number => Math.min(at(place), most)
  const pss = own + upTo(4, sharedClean + sharedDirty)
  const swap = Math.min(at(5) * page, size - rss)
  return {
    Size: size,
    KernelPageSize: page,
    MMUPageSize: page,
    Rss: rss,
    Pss: pss,
    Pss_Dirty: upTo(6, pss),
    Shared_Clean: sharedClean,
    Shared_Dirty: sharedDirty,
    Private_Clean: privateClean,
    Private_Dirty: privateDirty,
    Referenced: upTo(7, rss),
    Anonymous: upTo(8, rss),
    KSM: upTo(9, own),
    Swap: swap,
    SwapPss: upTo(10, swap),
    Locked: at(11) % 2 === 0 ? 0 : pss,
    THPeligible: at(9) % 2,
    ProtectionKey: at(10) % 16,
  }
}
