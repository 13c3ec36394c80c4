/** Style of the page in a frame, which inherits none from the site around it. */
export const embedStyle = 'body{margin:0;font:1rem/1.5 system-ui,sans-serif}'

/** Hash of the style, for the policy of the page. A test compares both. */
export const embedStyleHash = 'sha256-dKlX2J1TNxw8xssnORk21qcGhVAR1CM5jklAxAkxfPI='
