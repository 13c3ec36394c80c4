/** What a project sets to use the lake. */
export const lakeOptions = {
  apiHost: process.env['CONTRACT_LAKE'] ?? 'http://CONTRACT_LAKE-is-not-set.invalid',
  useProjectHostname: false,
}
