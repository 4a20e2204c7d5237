const POWERS = [100, 300, 1_000, 3_000, 10_000, 30_000]

/** How much is measured. @type {import('./sections.js').Counts} */
export const FULL = {
  rounds: 11,
  warmup: 3,
  repeat: 1_000,
  lines: 1_000_000,
  regions: 50_000,
  mappings: 64_000,
  files: 32_000,
  sizes: [...POWERS, 64_000, 100_000, 300_000, 1_000_000],
  jcLines: [10, 92, 1_000, 20_000],
}

/** How much is enough to see that everything runs. @type {import('./sections.js').Counts} */
export const QUICK = {
  rounds: 3,
  warmup: 1,
  repeat: 50,
  lines: 50_000,
  regions: 5_000,
  mappings: 4_000,
  files: 2_000,
  sizes: [100, 1_000, 10_000, 100_000],
  jcLines: [10, 1_000],
}
