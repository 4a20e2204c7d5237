/** Debian's names of the architectures that the lab boots. */
export type Architecture = 'amd64' | 'i386' | 'armhf' | 'arm64' | 'riscv64' | 's390x' | 'ppc64el' | 'mips64el'

/** A machine that qemu makes of an architecture, and what builds programs for it. */
export interface Machine {
  /** The program of qemu, and the package that has it. */
  readonly qemu: string
  readonly package: string
  /** What tells qemu the machine and the processor. */
  readonly arguments: readonly string[]
  /** The console as the guest calls it. */
  readonly console: string
  /** How disks are attached: virtio over this bus. */
  readonly bus: 'pci' | 'ccw' | 'device'
  /** In MiB. */
  readonly memory: number
  /** True for two nodes of memory, which policies of NUMA need. */
  readonly nodes?: true
  /** How its processors share those of this machine, where not one thread may do for all: newer x86 kernels do not bear several. */
  readonly threads?: 'multi'
  /** True where there is a second serial line, for kernels that see no disk. */
  readonly twoLines?: true
  /** The C compiler that makes the guest's programs, and the packages that it comes in. */
  readonly compiler: readonly string[]
  readonly compilerPackages: readonly string[]
  /** Modules that its guests do without. */
  readonly without?: readonly string[]
  /** True where addresses are of 32 bits. */
  readonly narrow?: true
}

const BIG = 2048

/** How each architecture is made. */
export const MACHINES: Readonly<Record<Architecture, Machine>> = {
  amd64: {
    qemu: 'qemu-system-x86_64',
    package: 'qemu-system-x86',
    arguments: ['-M', 'q35', '-cpu', 'max'],
    console: 'ttyS0',
    bus: 'pci',
    memory: BIG,
    nodes: true,
    twoLines: true,
    compiler: ['gcc'],
    compilerPackages: ['gcc', 'libc6-dev'],
  },
  i386: {
    qemu: 'qemu-system-i386',
    package: 'qemu-system-x86',
    arguments: ['-M', 'q35', '-cpu', 'max'],
    console: 'ttyS0',
    bus: 'pci',
    memory: BIG,
    nodes: true,
    twoLines: true,
    compiler: ['i686-linux-gnu-gcc'],
    compilerPackages: ['gcc-i686-linux-gnu', 'libc6-dev-i386-cross'],
    narrow: true,
  },
  armhf: {
    qemu: 'qemu-system-arm',
    package: 'qemu-system-arm',
    arguments: ['-M', 'virt', '-cpu', 'cortex-a15', '-smp', '2'],
    console: 'ttyAMA0',
    bus: 'device',
    threads: 'multi',
    memory: BIG,
    compiler: ['arm-linux-gnueabihf-gcc'],
    compilerPackages: ['gcc-arm-linux-gnueabihf', 'libc6-dev-armhf-cross'],
    narrow: true,
  },
  arm64: {
    qemu: 'qemu-system-aarch64',
    package: 'qemu-system-arm',
    arguments: ['-M', 'virt,gic-version=3', '-cpu', 'max,pauth-impdef=on'],
    console: 'ttyAMA0',
    bus: 'pci',
    memory: BIG,
    nodes: true,
    compiler: ['aarch64-linux-gnu-gcc'],
    compilerPackages: ['gcc-aarch64-linux-gnu', 'libc6-dev-arm64-cross'],
  },
  riscv64: {
    qemu: 'qemu-system-riscv64',
    package: 'qemu-system-misc',
    arguments: ['-M', 'virt', '-cpu', 'rv64', '-smp', '2'],
    console: 'ttyS0',
    bus: 'pci',
    memory: BIG,
    // What btrfs needs measures itself when it is loaded, and never ends under emulation.
    without: ['btrfs'],
    compiler: ['riscv64-linux-gnu-gcc'],
    compilerPackages: ['gcc-riscv64-linux-gnu', 'libc6-dev-riscv64-cross'],
  },
  s390x: {
    qemu: 'qemu-system-s390x',
    package: 'qemu-system-misc',
    arguments: ['-M', 's390-ccw-virtio', '-cpu', 'max', '-smp', '2'],
    console: 'ttysclp0',
    bus: 'ccw',
    memory: BIG,
    compiler: ['s390x-linux-gnu-gcc'],
    compilerPackages: ['gcc-s390x-linux-gnu', 'libc6-dev-s390x-cross'],
  },
  ppc64el: {
    qemu: 'qemu-system-ppc64',
    package: 'qemu-system-ppc',
    arguments: [
      '-M',
      'pseries,cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off',
      '-cpu',
      'power9',
      '-smp',
      '2',
    ],
    console: 'hvc0',
    bus: 'pci',
    memory: BIG,
    compiler: ['powerpc64le-linux-gnu-gcc'],
    compilerPackages: ['gcc-powerpc64le-linux-gnu', 'libc6-dev-ppc64el-cross'],
  },
  mips64el: {
    qemu: 'qemu-system-mips64el',
    package: 'qemu-system-mips',
    arguments: ['-M', 'malta', '-cpu', 'MIPS64R2-generic'],
    console: 'ttyS0',
    bus: 'pci',
    memory: 1024,
    compiler: ['mips64el-linux-gnuabi64-gcc'],
    compilerPackages: ['gcc-mips64el-linux-gnuabi64', 'libc6-dev-mips64el-cross'],
  },
}
