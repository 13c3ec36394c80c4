/**
 * The version of the Content Lake's API and of GROQ that every query of these packages is written for.
 * From this version on a query without a perspective sees published documents only.
 */
export const apiVersion = '2025-02-19'
