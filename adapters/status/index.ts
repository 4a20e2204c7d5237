import type { Adapter } from '../../src/adapter.js'
import { detectStatus } from './detect.js'
import { StatusParser } from './parser.js'

/** `/proc/PID/status` of every Linux kernel: the kernel's own sums over a process's memory. */
export const status: Adapter = {
  name: 'status',
  summary: 'the kernel’s own sums of a process’s memory: /proc/PID/status',
  kernel: true,
  grain: 'process',
  escapes: true,
  dialects: {
    default: { summary: 'a label and a value each line; VmSize, VmRSS and their like are sums', says: [] },
  },
  detect: detectStatus,
  open: (sink) => new StatusParser(sink),
  capture: { default: { file: 'status' } },
}
