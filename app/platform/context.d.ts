import "@remix-run/node";

declare module "@remix-run/node" {
  /** Loaders and actions keep their own types in useLoaderData. */
  interface Future {
    v3_singleFetch: true;
  }

  /** Made once per HTTP request by server.js; shared by every loader of that request. */
  interface AppLoadContext {
    /** Nonce of this response's Content-Security-Policy. */
    nonce: string;
    /** Address of the client, behind the trusted proxy if there is one. */
    ip: string;
    /** Results that several loaders of one request need; see once() in guard.server.ts. */
    memo: Map<string, Promise<unknown>>;
  }
}
