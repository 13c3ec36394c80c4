/** Where the meetings page is on its site until an editor moves it. */
export const defaultPagePath = '/community/meetings/'
