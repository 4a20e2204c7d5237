import { isBefore } from '../../../src/model/version.js'

const SITE = 'https://github.com/lsof-org/lsof'

/** The first version whose help is not known here. */
const UNKNOWN = '4.99.5'

/** True for a version whose help is known, word for word: 4.93.2 to 4.99.4. */
export function hasKnownHelp(version: string): boolean {
  return isBefore(version, UNKNOWN)
}

/** What lsof says behind a complaint. */
export function usageText(version: string): string {
  return `${titleText(version)}Use the \`\`-h'' option to get more help information.\n`
}

/** What `lsof -h` says, of a version with SELinux but on a machine without it. */
export function helpText(version: string): string {
  return `${titleText(version)}${INTRODUCTION}${columnsText(version)}${columnless(version)}`
}

/** What `lsof -F ?` says. */
export function fieldsText(version: string): string {
  const always = isBefore(version, '4.94.0') ? ' (always selected)' : ''
  const lines = FIELDS.map((line) => (line.startsWith('f ') ? `${line}${always}` : line))
  return `lsof:\tID    field description\n${lines.map((line) => `\t ${line}\n`).join('')}`
}

function titleText(version: string): string {
  const human = isBefore(version, '4.98.0') ? '' : 'H'
  return `lsof ${version}
 latest revision: ${SITE}
 latest FAQ: ${SITE}/blob/master/00FAQ
 latest (non-formatted) man page: ${SITE}/blob/master/Lsof.8
 usage: [-?abh${human}KlnNoOPRtUvVX] [+|-c c] [+|-d s] [+D D] [+|-E] [+|-e s] [+|-f[gG]]
 [-F [f]] [-g [s]] [-i [i]] [+|-L [l]] [+m [m]] [+|-M] [-o [o]] [-p s]
 [+|-r [t]] [-s [p:s]] [-S [t]] [-T [t]] [-u s] [+|-w] [-x [fl]] [--] [names]
`
}

const INTRODUCTION = 'Defaults in parentheses; comma-separated set (s) items; dash-separated ranges.\n'

/** Three columns of help, 25 and 27 bytes wide, the last as long as it is. */
function columnsText(version: string): string {
  const items = ITEMS.filter(([, since = '0']) => !isBefore(version, since)).map(([item]) => item)
  let text = ''
  items.forEach((item, at) => {
    const [place, last] = [at % 3, at === items.length - 1]
    if (place === 2) text += `  ${item}\n`
    else text += `  ${item.padEnd(place === 0 ? 23 : 25)}${last ? '\n' : ''}`
  })
  return text
}

const ITEMS: readonly (readonly [item: string, since?: string])[] = [
  ['-?|-h list help'],
  ['-a AND selections (OR)'],
  ['-b avoid kernel blocks'],
  ['-c c  cmd c ^c /c/[bix]'],
  ['+c w  COMMAND width (9)'],
  ['+d s  dir s files'],
  ['-d s  select by FD set'],
  ['+D D  dir D tree *SLOW?*'],
  ['+|-e s  exempt s *RISKY*'],
  ['-i select IPv[46] files'],
  ['-K [i] list|(i)gn tasKs'],
  ['-l list UID numbers'],
  ['-n no host names'],
  ['-N select NFS files'],
  ['-o list file offset'],
  ['-O no overhead *RISKY*'],
  ['-P no port names'],
  ['-Q allow failed search', '4.95.0'],
  ['-R list paRent PID'],
  ['-s list file size'],
  ['-t terse listing'],
  ['-T disable TCP/TPI info'],
  ['-U select Unix socket'],
  ['-v list version info'],
  ['-V verbose search'],
  ['+|-w  Warnings (+)'],
  ['-X skip TCP&UDP* files'],
  ['-Z Z  context [Z]'],
  ['-H human readable size', '4.98.0'],
  ['-- end option scan'],
]

function columnless(version: string): string {
  const tcp = isBefore(version, '4.94.0') ? 'qs TCP/TPI Q,St' : 'fqs TCP/TPI Fl,Q,St'
  return `  -E display endpoint info              +E display endpoint info and files
  +f|-f  +filesystem or -file names     +|-f[gG] flaGs 
  -F [f] select fields; -F? for help  
  +|-L [l] list (+) suppress (-) link counts < l (0 = all; default = 0)
                                        +m [m] use|create mount supplement
  +|-M   portMap registration (-)       -o o   o 0t offset digits (8)
  -p s   exclude(^)|select PIDs         -S [t] t second stat timeout (15)
  -T ${tcp} (s) info
  -g [s] exclude(^)|select and print process group IDs
  -i i   select by IPv[46] address: [46][proto][@host|addr][:svc_list|port_list]
  +|-r [t[m<fmt>]] repeat every t seconds (15);  + until no files, - forever.
       An optional suffix to t is m<fmt>; m must separate t from <fmt> and
      <fmt> is an strftime(3) format for the marker line.
  -s p:s  exclude(^)|select protocol (p = TCP|UDP) states by name(s).
  -u s   exclude(^)|select login|UID set s
  -x [fl] cross over +d|+D File systems or symbolic Links
  names  select named files or files on named file systems
Anyone can list all files; /dev warnings disabled; kernel ID check disabled.
`
}

const FIELDS: readonly string[] = [
  'a    access: r = read; w = write; u = read/write',
  'c    command name',
  'd    device character code',
  'D    major/minor device number as 0x<hex>',
  'f    file descriptor',
  'G    file flaGs',
  'i    inode number',
  'k    link count',
  'K    task ID (TID)',
  'l    lock: r/R = read; w/W = write; u = read/write',
  'L    login name',
  'm    marker between repeated output',
  'M    task comMand name',
  'n    comment, name, Internet addresses',
  'o    file offset as 0t<dec> or 0x<hex>',
  'p    process ID (PID)',
  'g    process group ID (PGID)',
  'P    protocol name',
  'r    raw device number as 0x<hex>',
  'R    paRent PID',
  's    file size',
  'S    stream module and device names',
  't    file type',
  'T    TCP/TPI info',
  'u    user ID (UID)',
  '0    (zero) use NUL field terminator instead of NL',
]
