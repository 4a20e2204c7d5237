import type { Plugin } from 'esbuild'

export function lateEntries(adapters: string): Record<string, string>
export function late(entries: Record<string, string>): Plugin
