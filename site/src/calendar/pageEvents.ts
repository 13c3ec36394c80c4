/** Maximum number of events in the page's calendar. With their details, these are less than 1 MB of HTML. */
export const maxPageEvents = 500
