import { isDeepStrictEqual } from 'node:util';
import type { StoredProfile } from './profileApi.ts';
import { profileFields, type MessengerProfile, type ProfileField } from './profileFile.ts';

export type ProfileChange = {
  readonly field: ProfileField;
  readonly kind: 'same' | 'new' | 'changed' | 'removed';
  readonly before: unknown;
  readonly after: unknown;
};

/** What would change on the Page, field by field. A field that neither side has is left out. */
export function profileChanges(
  stored: StoredProfile,
  wanted: MessengerProfile,
): readonly ProfileChange[] {
  return profileFields.flatMap((field): ProfileChange[] => {
    const [before, after] = [stored[field], wanted[field]];
    if (before === undefined && after === undefined) return [];
    return [{ field, kind: kindOf(before, after), before, after }];
  });
}

function kindOf(before: unknown, after: unknown): ProfileChange['kind'] {
  if (after === undefined) return 'removed';
  if (before === undefined) return 'new';
  return isDeepStrictEqual(before, after) ? 'same' : 'changed';
}
