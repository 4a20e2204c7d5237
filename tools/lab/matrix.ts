import type { Architecture } from './machines.js'

/** One kernel of the lab, and where its packages come from. */
export interface Guest {
  /** What it is called on the command line: the kernel's series, and what tells it from others of that series. */
  readonly name: string
  readonly architecture: Architecture
  /** Debian's suite that has the kernel. */
  readonly suite: string
  /** The kernel's package without `linux-image-`; the newest that fits is taken. */
  readonly kernel: RegExp
  /** The suite whose lsof, procps, busybox and toybox run in the guest. */
  readonly tools: string
  /** How it boots, where that is not as a machine of qemu with Debian's own kernel. */
  readonly by?: 'user-mode' | 'source'
}

const AMD64 = { architecture: 'amd64' } as const
const BACKPORTS = { ...AMD64, suite: 'trixie-backports', tools: 'trixie' } as const

/** Every kernel that the lab boots, from the oldest on. */
export const GUESTS: readonly Guest[] = [
  { ...AMD64, name: '5.10-amd64', suite: 'bullseye', kernel: /^5\.10\.0-\d+-amd64$/, tools: 'bullseye' },
  { ...AMD64, name: '6.1-amd64', suite: 'bookworm', kernel: /^6\.1\.0-\d+-amd64$/, tools: 'bookworm' },
  { ...AMD64, name: '6.12-amd64', suite: 'trixie', kernel: /^6\.12\.[\d.]+\+deb13-amd64$/, tools: 'trixie' },
  { ...BACKPORTS, name: '6.16-amd64', kernel: /^6\.16\.\d+\+deb13-amd64$/ },
  { ...BACKPORTS, name: '6.17-amd64', kernel: /^6\.17\.\d+\+deb13-amd64$/ },
  { ...BACKPORTS, name: '6.18-amd64', kernel: /^6\.18\.\d+\+deb13-amd64$/ },
  { ...BACKPORTS, name: '6.19-amd64', kernel: /^6\.19\.\d+\+deb13-amd64$/ },
  { ...BACKPORTS, name: '7.0-amd64', kernel: /^7\.0\.\d+\+deb13-amd64$/ },
  { ...BACKPORTS, name: '7.1-amd64', kernel: /^7\.1\.\d+\+deb13-amd64$/ },
  { ...BACKPORTS, name: '7.2-amd64', kernel: /^7\.2\.\d+\+deb13-amd64$/ },
  { ...AMD64, name: '7.2-amd64-sid', suite: 'sid', kernel: /^7\.2\.\d+\+deb14-amd64$/, tools: 'sid' },
  { ...BACKPORTS, name: '7.3-amd64', kernel: /^7\.3\.\d+\+deb13-amd64$/ },
  { ...AMD64, name: '7.3-rc-amd64', suite: 'experimental', kernel: /^7\.3(?:~rc\d+)?-amd64$/, tools: 'sid' },
  { name: '5.10-i386', architecture: 'i386', suite: 'bullseye', kernel: /^5\.10\.0-\d+-686-pae$/, tools: 'bullseye' },
  { name: '6.1-i386', architecture: 'i386', suite: 'bookworm', kernel: /^6\.1\.0-\d+-686-pae$/, tools: 'bookworm' },
  { name: '6.1-armhf', architecture: 'armhf', suite: 'bookworm', kernel: /^6\.1\.0-\d+-armmp$/, tools: 'bookworm' },
  {
    name: '6.12-arm64',
    architecture: 'arm64',
    suite: 'trixie',
    kernel: /^6\.12\.[\d.]+\+deb13-arm64$/,
    tools: 'trixie',
  },
  { name: '7.2-arm64-16k', architecture: 'arm64', suite: 'forky', kernel: /^7\.2\..*-arm64-16k$/, tools: 'forky' },
  { name: '7.2-riscv64', architecture: 'riscv64', suite: 'sid', kernel: /^7\.2\..*-riscv64$/, tools: 'sid' },
  { name: '6.1-s390x', architecture: 's390x', suite: 'bookworm', kernel: /^6\.1\.0-\d+-s390x$/, tools: 'bookworm' },
  {
    name: '7.2-ppc64el-64k',
    architecture: 'ppc64el',
    suite: 'forky',
    kernel: /^7\.2\..*-powerpc64le-64k$/,
    tools: 'forky',
  },
  {
    name: '6.1-mips64el',
    architecture: 'mips64el',
    suite: 'bookworm',
    kernel: /^6\.1\.0-\d+-5kc-malta$/,
    tools: 'bookworm',
  },
  { ...AMD64, name: '5.10-uml', suite: 'bullseye', kernel: /^user-mode-linux$/, tools: 'bullseye', by: 'user-mode' },
  { ...AMD64, name: '6.1-uml', suite: 'bookworm', kernel: /^user-mode-linux$/, tools: 'bookworm', by: 'user-mode' },
  { ...AMD64, name: '6.12-uml', suite: 'trixie', kernel: /^user-mode-linux$/, tools: 'trixie', by: 'user-mode' },
  { ...AMD64, name: '7.2-uml', suite: 'sid', kernel: /^user-mode-linux$/, tools: 'sid', by: 'user-mode' },
  { ...AMD64, name: '6.12-anonvma', suite: 'trixie', kernel: /^linux-source-6\.12$/, tools: 'trixie', by: 'source' },
]

/** The guest of a name; throws where there is none. */
export function guestNamed(name: string): Guest {
  const guest = GUESTS.find((one) => one.name === name)
  if (guest !== undefined) return guest
  throw new Error(`the lab has no ${name}; it has: ${GUESTS.map((one) => one.name).join(', ')}`)
}
