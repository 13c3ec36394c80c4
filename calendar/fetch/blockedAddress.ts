/** Error code of a guarded fetch for a private or reserved address. */
export const blockedAddress = 'BLOCKED_ADDRESS'
