/** The code of an error by which a guarded fetch says that an address is private or reserved. */
export const blockedAddress = 'REFUSED_ADDRESS'
