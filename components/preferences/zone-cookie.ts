/** Where a browser notes its time zone, for the server to draw by. */
export const zoneCookie = "posthorn_zone";
