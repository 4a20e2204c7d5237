import type { Answer } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { answer } from './answer.js'

const BEFORE_RANGE = `
Usage:
 pmap [options] PID [PID ...]

Options:
 -x, --extended              show details
 -X                          show even more details
            WARNING: format changes according to /proc/PID/smaps
 -XX                         show everything the kernel provides
 -c, --read-rc               read the default rc
 -C, --read-rc-from=<file>   read the rc from file
 -n, --create-rc             create new default rc
 -N, --create-rc-to=<file>   create new rc to file
            NOTE: pid arguments are not allowed with -n, -N
 -d, --device                show the device format
 -q, --quiet                 do not display header and footer
 -p, --show-path             show path in the mapping
`
const KERNEL_NAMES = ' -k, --use-kernel-name       use names provided by kernel\n'
const RANGE_AND_REST = ` -A, --range=<low>[,<high>]  limit results to the given range

 -h, --help     display this help and exit
 -V, --version  output version information and exit

For more details see pmap(1).
`
const OLD = `Usage: pmap [-x | -d] [-q] [-A low,high] pid...
-x  show details
-d  show offset and device number
-q  quiet; less header/footer info
-V  show the version number
-A  limit results to the given range
`

/** How procps-ng 3.3.7 to 4.0.7 is used, as it says itself; 4.0.6 adds -k. */
export function usageText(version: string): string {
  return `${BEFORE_RANGE}${isBefore(version, '4.0.6') ? '' : KERNEL_NAMES}${RANGE_AND_REST}`
}

/** What procps-ng says to words that it does not understand, behind what it has said already. */
export function usageAnswer(version: string, stderr: string): Answer {
  return answer('', `${stderr}${usageText(version)}`, 1)
}

/** What procps 3.2.8 says to every mistake. */
export function oldUsage(): Answer {
  return answer('', OLD, 1)
}
