import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const shape = /^sha256=([0-9a-f]{64})$/;

/**
 * True when `header` (`X-Hub-Signature-256`) was made over exactly these bytes with the app's secret.
 * Meta signs what it sends, so the body must not have been decoded and encoded again.
 */
export function isSignedBy(
  appSecret: string,
  rawBody: Uint8Array,
  header: string | undefined,
): boolean {
  const given = shape.exec(header ?? '')?.[1];
  if (given === undefined) return false;
  const expected = createHmac('sha256', appSecret).update(rawBody).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}

/** Compares two texts without telling by the time how much of them is equal, or how long they are. */
export function isSameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** `appsecret_proof`: shows the Graph API that the token is used by the app it was made for. */
export function appSecretProof(appSecret: string, pageToken: string): string {
  return createHmac('sha256', appSecret).update(pageToken).digest('hex');
}
