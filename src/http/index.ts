export { clientAddress, isLoopback } from './clientAddress.ts';
export { errorBody, HttpError, type ErrorBody, type HttpErrorCode } from './httpError.ts';
export { readBody } from './readBody.ts';
export { readJson } from './readJson.ts';
export { onUpgrade, refuseUpgrade, type UpgradeHandler } from './upgrades.ts';
