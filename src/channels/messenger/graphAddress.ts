/** The version of the Graph API that this program was written for; it lives for two years at least. */
export const graphVersion = 'v26.0';
export const metaGraphUrl = 'https://graph.facebook.com';
