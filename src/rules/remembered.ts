/**
 * `work` with its latest answers at hand; for functions whose answer depends on the key alone. Forgets
 * all when there are `atMost`, which in the ordinary course of days never happens twice in an hour.
 */
export function remembered<Key extends string | number, Value>(
  work: (key: Key) => Value,
  atMost = 1000,
): (key: Key) => Value {
  const answers = new Map<Key, Value>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(key);
    if (answers.size >= atMost) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
