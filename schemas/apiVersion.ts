/**
 * The version of the Content Lake API that all queries of these packages use.
 *
 * From this version on, a query without a perspective returns published documents only.
 */
export const apiVersion = '2025-02-19'
