export type ManifestErrorCode = 'MANIFEST_NOT_READABLE' | 'POLICY_NAME_INVALID' | 'POLICY_MISSING';

/** The manifest folder is not as it should be; the message says what to do. */
export class ManifestError extends Error {
  readonly code: ManifestErrorCode;

  constructor(code: ManifestErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ManifestError';
    this.code = code;
  }
}
