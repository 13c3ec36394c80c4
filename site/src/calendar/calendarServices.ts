/** Names of calendar services. They are the same in each language. */
export const calendarServices = {
  google: 'Google',
  outlook: 'Outlook.com',
  office365: 'Microsoft 365',
} as const
