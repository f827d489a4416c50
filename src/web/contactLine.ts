import type { LibraryOnPage } from './webOptions.ts';

/** How to reach a person, in one line: place, telephone, e-mail, page. */
export function contactLine({ contact }: LibraryOnPage): string {
  const { place, phone, email, page } = contact;
  return [place, phone, email, page].filter((part) => part !== undefined).join(', ');
}
