import type { KeyedRecords } from '../storage/index.ts';

/** Where sign-in keeps what must survive a restart. */
export type Records<Value> = KeyedRecords<Value>;

/** Opens the records of one name; the same name gives the same records after a restart. */
export type OpenRecords = <Value>(name: string) => Promise<Records<Value>>;
