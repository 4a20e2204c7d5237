import { expect, test } from 'vitest'
import { detectLsof } from '../../../adapters/lsof/detect.js'

const detected = (text: string): string | undefined => {
  const match = detectLsof(Buffer.from(text, 'latin1'))
  return match && `${match.confidence} ${match.dialect}`
}

test.each([
  ['COMMAND  PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME\n', 'sure table'],
  ['COMMAND PID TID TASKCMD USER FD TYPE DEVICE SIZE NODE NAME', 'sure table'],
  ['lsof: WARNING: x\n   y\nCOMMAND  PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME\n', 'sure table'],
  ['p1\0g1\0csystemd\0\nfmem\0', 'sure fields0'],
  ['p1\0\n', 'sure fields0'],
  ['lsof: WARNING: x\np1\0c', undefined],
  ['p1\ncsystemd\n', 'sure fields'],
  ['p12\nfmem\n', 'sure fields'],
  ['lsof: WARNING: x\n   y\np12\nfmem\n', 'sure fields'],
  ['p12\n', 'possible fields'],
  ['', undefined],
  ['1:   /sbin/init\n', undefined],
  ['Address           Kbytes     RSS   Dirty Mode  Mapping\n', undefined],
  ['55e9b7394000-55e9b73b5000 r-xp 00000000 08:01 1234567 /usr/bin/my process\n', undefined],
  ['{"schema":"memmaps.view/1"}', undefined],
  ['COMMAND\tPID\tUSER\tFD\tTYPE\tNAME\n', 'sure table'],
  ['lsof: WARNING: x\n   y\np12\0fmem\n', undefined],
  ['p1g1R1cshu0Lroot\nfmema l tREGD0xfe00s8092i5k1n/a\n', 'likely fields0'],
  ['p1g1\nfmem\nn/a\n', undefined],
  ['{"lsof_version":"4.99.7","processes":[]}\n', 'sure json'],
  ['{\n  "lsof_version": "4.99.7",\n  "processes": [\n', 'sure json'],
  ['{"processes":[{"pid":1,"files":[]}]}\n', 'sure json'],
  ['{"pid":1,"command":"sh","files":[{"fd":"mem"}]}\n', 'likely json'],
  ['{"pid":1,"command":"sh","fd":"mem","name":"/a"}\n', 'sure jsonl'],
  ['lsof: no pwd entry for UID 7\n{"pid":1,"fd":"12"}\n', 'sure jsonl'],
  ['{"pid":1,"login":"root","name":"/a"}\n', 'possible jsonl'],
  ['{"pid":1}\n', 'possible jsonl'],
  ['{"pid":"1","start":"0x55","end":"0x56","path":"/a"}\n', undefined],
  ['{"pid":1,"start":"55e9b7394000","pathname":"/a"}\n', undefined],
  ['{"fd":"mem of somebody"}\n', undefined],
  ['[{"fd":"mem"}]\n', undefined],
  ['p1 is a file\nfmem', undefined],
])('%j is %s', (text, expected) => {
  expect(detected(text)).toBe(expected)
})
