/**
 * The Content-Security-Policy of every answer, as a function of the response's nonce. Scripts run by nonce only,
 * styles come from our files or carry the nonce; nothing is loaded from elsewhere.
 * In development Remix puts the critical styles inline without a nonce, and Vite talks over a WebSocket:
 * both are let through there and nowhere else (a nonce among the styles would cancel 'unsafe-inline').
 */
export function contentSecurityPolicy(site: {
  development: boolean;
  https: boolean;
}): (nonce: string) => string {
  const mark = "{nonce}";
  const directives = [
    "default-src 'none'",
    `script-src 'nonce-${mark}' 'strict-dynamic'`,
    `style-src 'self' ${site.development ? "'unsafe-inline'" : `'nonce-${mark}'`}`,
    // React's style attributes and the widths of table columns.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${site.development ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    ...(site.https ? ["upgrade-insecure-requests"] : []),
  ];
  const parts = directives.join(";").split(mark);
  return (nonce) => parts.join(nonce);
}
