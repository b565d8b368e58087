type Page = {
  nonce: string;
  isDevelopment: boolean;
  isSecure: boolean;
  /** Sites that may show the page in a frame; none unless given. */
  frameOrigins?: readonly string[];
};

/**
 * What a page may load and run (CSP Level 3): our own files, and inline scripts and styles that carry the nonce of this one
 * answer. Development tools need `eval` and inline styles; production has neither.
 */
export function contentSecurityPolicy({ nonce, isDevelopment, isSecure, frameOrigins = [] }: Page): string {
  const directives = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}' ${styleHashes}`,
    // What a page measures (a chart's bar, a popup's place) comes as an attribute, which can neither match nor load.
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": frameOrigins.length > 0 ? frameOrigins.join(" ") : "'none'",
  };
  const text = Object.entries(directives).map(([name, sources]) => `${name} ${sources}`);
  return [...text, ...(isSecure ? ["upgrade-insecure-requests"] : [])].join("; ");
}

// The toasts' library adds its style sheet itself, first empty, then full, and takes no nonce.
const styleHashes = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
].join(" ");
