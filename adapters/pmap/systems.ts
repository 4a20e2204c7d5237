/** Lines of the like programs of other systems: known by sight, and not read. */
const SYSTEMS: readonly (readonly [name: string, line: RegExp])[] = [
  ['NetBSD or OpenBSD', /^[0-9A-Fa-f]{8,16} +\d+K (?:read|write|exec|no access)[a-z/]* +/],
  ['FreeBSD', /^ +(?:PID +START +END +PRT |\d+ +0x[0-9a-f]+ +0x[0-9a-f]+ [r-][w-][x-] )/],
  ['macOS', /^(?:==== (?:Non-w|W)ritable regions for |REGION TYPE +START )/],
  ['Solaris or illumos', /^(?:(?=[0-9]*[A-F])[0-9A-F]{8,16} +\d+K? +[^ ]|Address +Kbytes .*Mapped File$)/],
  // Names that no pmap of Linux makes up, and a mode of memory that nothing is reserved for: lines without any letter A to F.
  [
    'Solaris or illumos',
    /^\d{8,16} +\d+K? +(?:[-\d]+ +)*[r-][w-][x-][s-](?:R|[R-] +\[ (?:heap|(?:alt)?stack tid=\d+) \]$)/,
  ],
]

/** The system on which a line like this is printed; undefined for Linux, and for whatever nobody knows. */
export function otherSystem(line: string): string | undefined {
  return SYSTEMS.find(([, pattern]) => pattern.test(line))?.[0]
}
