/** The least recently used texts leave first. */
export type RecordCache = {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  delete(key: string): void;
};

/** A cache that holds at most `maximumCharacters` of keys and texts, however many entries there are. */
export function recordCache(maximumCharacters: number): RecordCache {
  const entries = new Map<string, string>();
  let characters = 0;

  function remove(key: string): void {
    const text = entries.get(key);
    if (text === undefined) return;
    characters -= key.length + text.length;
    entries.delete(key);
  }

  return {
    get(key) {
      const text = entries.get(key);
      if (text === undefined) return undefined;
      // A Map keeps the order of insertion: taking out and putting back makes it the newest.
      entries.delete(key);
      entries.set(key, text);
      return text;
    },
    set(key, text) {
      remove(key);
      entries.set(key, text);
      characters += key.length + text.length;
      for (const oldest of entries.keys()) {
        if (characters <= maximumCharacters) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}
