/** Where the meetings page lies on its site until an editor moves it: what the schema suggests. */
export const pagePath = '/community/meetings/'
