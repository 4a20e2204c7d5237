import type { Dialect } from '../../src/adapter.js'

const SAYS = ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname'] as const

const NO_DEVICE = { device: 'always 00:00' } as const

/** Every dialect of maps, the likeliest first; `spelling.ts` tells how each spaces its lines. */
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  '64bit': { summary: '64-bit kernels: names begin in column 73', says: SAYS },
  '32bit': { summary: '32-bit kernels: names begin in column 49', says: SAYS },
  raw: {
    summary: '64-bit kernels up to 2.6.13, and without an MMU: newlines in names stand as they are',
    says: SAYS,
  },
  'raw-32bit': {
    summary: '32-bit kernels up to 2.6.13, and without an MMU: newlines in names stand as they are',
    says: SAYS,
  },
  wsl1: {
    summary: 'Windows Subsystem for Linux 1: names begin in column 65',
    says: SAYS,
    lossy: { ...NO_DEVICE, offset: 'of a gap without rights it is in pages' },
    foreign: true,
  },
  gvisor: { summary: 'gVisor: one blank before a name behind a long line', says: SAYS, foreign: true },
  'qemu-user': {
    summary: 'qemu-user 5.0 and later: addresses are not padded, nothing stands behind an inode without a name',
    says: SAYS,
    foreign: true,
  },
  'qemu-user-7': {
    summary: 'qemu-user 7.2: addresses are not padded, lines without a name are filled with blanks',
    says: SAYS,
    foreign: true,
  },
  asterinas: { summary: 'Asterinas: addresses are not padded', says: SAYS, foreign: true },
  linprocfs: {
    summary: 'FreeBSD’s linprocfs: addresses of 16 digits, names behind five blanks',
    says: SAYS,
    lossy: NO_DEVICE,
    foreign: true,
  },
  netbsd: {
    summary: 'NetBSD’s procfs: addresses and offsets of 16 digits, names behind five blanks',
    says: SAYS,
    foreign: true,
  },
  lx: { summary: 'illumos’ lx zones: names behind one blank', says: SAYS, foreign: true },
  cygwin: {
    summary: 'Cygwin: devices of four digits and more, names begin in column 62',
    says: SAYS,
    lossy: { perms: '=== of reserved memory is read as ---, g of a guard page as ?' },
    foreign: true,
  },
  moss: {
    summary: 'moss: offsets of ten digits, no device and no inode',
    says: ['start', 'end', 'perms', 'offset', 'pathname'],
    lossy: { perms: 'the fourth letter is always p' },
    foreign: true,
  },
}
