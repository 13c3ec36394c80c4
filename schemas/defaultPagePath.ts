/** The default path of the meetings page on its site. */
export const defaultPagePath = '/community/meetings/'
