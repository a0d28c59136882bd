// These packages come without types; only what the tests call is told here.
declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<{ documentUrl: string; document: unknown }>;
  interface Asked {
    suite: unknown;
    documentLoader: Loader;
    now: Date;
  }
  export const defaultDocumentLoader: Loader;
  export function verifyCredential(asked: Asked & { credential: unknown }): Promise<{ verified: boolean }>;
  export function verify(
    asked: Asked & { presentation: unknown; challenge: string; domain: string },
  ): Promise<{ verified: boolean }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown });
  }
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): unknown;
}
