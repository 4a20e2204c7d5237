/** Times several jobs in turns. */
export function interleave<T extends { readonly wall: number }>(
  jobs: readonly { readonly run: () => Promise<T>; readonly needed?: boolean; readonly isOnce?: boolean }[],
  counts: { readonly warmup: number; readonly rounds: number },
): Promise<T[][]>
