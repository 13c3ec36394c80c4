/** The windows to measure. */
export const windows = {
  quarter: ['2024-03-01T00:00:00Z', '2024-05-30T00:00:00Z'],
  nextQuarter: ['2024-05-30T00:00:00Z', '2024-08-28T00:00:00Z'],
  year: ['2024-03-01T00:00:00Z', '2025-03-01T00:00:00Z'],
} as const
