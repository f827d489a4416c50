export { html, jsonBlock, paragraphs, type Html } from './html.ts';
export { networkOf } from './networkOf.ts';
export {
  clientAddress,
  isLoopback,
  networkTest,
  proxyList,
  TrustedProxyError,
} from './clientAddress.ts';
export { createFormatters } from './formatters.ts';
export {
  httpsOnly,
  refuseBadAddresses,
  refuseCompressedBodies,
  securityHeaders,
  strictTransport,
} from './hardening.ts';
export { errorBody, HttpError, type ErrorBody, type HttpErrorCode } from './httpError.ts';
export { isThisMachine } from './isThisMachine.ts';
export { readBody } from './readBody.ts';
export { readJson } from './readJson.ts';
export {
  acceptUpgrades,
  closeUpgrades,
  onUpgrade,
  refuseUpgrade,
  type UpgradeHandler,
} from './upgrades.ts';
