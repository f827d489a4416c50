/** What Web Chat's middleware returns: an element of the React that is sealed inside its bundle. */
export type ReactElement = { readonly $$typeof: symbol };

/**
 * Makes an element of that React. The bundle shares neither `React` nor `createElement`, but an element
 * is only this object; its shape is fixed for the React 16 that the pinned bundle contains.
 */
export function reactElement(
  type: string,
  props: Readonly<Record<string, unknown>>,
  key: string | null = null,
): ReactElement & Readonly<Record<string, unknown>> {
  return { $$typeof: Symbol.for('react.element'), type, key, ref: null, props, _owner: null };
}
