/** The version of the query API that every query of this plugin is written for. */
export const apiVersion = '2025-02-19'
