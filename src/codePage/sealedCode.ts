import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A code that only the holder of a link can read; plain JSON. */
export type SealedCode = { readonly nonce: string; readonly text: string; readonly tag: string };

const algorithm = 'aes-256-gcm';

/** 256 random bits for a link. */
export function newLinkSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Under which a sealed code is kept; it tells nothing about the secret. */
export function nameOf(secret: string): string {
  return createHash('sha256').update(`name:${secret}`).digest('base64url');
}

export function seal(code: string, secret: string): SealedCode {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce);
  const text = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]);
  const encoded = (bytes: Buffer): string => bytes.toString('base64url');
  return { nonce: encoded(nonce), text: encoded(text), tag: encoded(cipher.getAuthTag()) };
}

/** Throws when the record was sealed with another secret, or changed. */
export function unseal({ nonce, text, tag }: SealedCode, secret: string): string {
  const bytes = (encoded: string): Buffer => Buffer.from(encoded, 'base64url');
  const cipher = createDecipheriv(algorithm, keyOf(secret), bytes(nonce));
  cipher.setAuthTag(bytes(tag));
  return Buffer.concat([cipher.update(bytes(text)), cipher.final()]).toString('utf8');
}

function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'code page', 32));
}
