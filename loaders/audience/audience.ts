/** Who may see what a loader returns: `everyone`, or `members` of the community and its editors. */
export type Audience = 'everyone' | 'members'
