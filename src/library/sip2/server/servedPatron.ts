/** A reader as the test server keeps one. */
export type ServedPatron = {
  readonly card: string;
  /** `null`: the card has no password, and the server takes any. */
  readonly password: string | null;
  readonly name: string;
  /** As it is sent in `BV`; `null` leaves `BV` and `BH` out. */
  readonly balance: string | null;
  /** `null` is sent as blanks. */
  readonly overdue: number | null;
  readonly charged: number | null;
  readonly fines: number | null;
  readonly isBlocked: boolean;
  /** `PA`, `YYYYMMDD`; empty leaves it out. */
  readonly expires: string;
  /** `BD`; empty leaves it out. */
  readonly address: string;
  /** Fields after the others, as they stand: `PB19800101|PCA|`. */
  readonly more: string;
};

/** A reader without debts, with what differs. */
export function servedPatron(differences: Partial<ServedPatron> & { card: string }): ServedPatron {
  return {
    password: null,
    name: '',
    balance: '0.00',
    overdue: 0,
    charged: 0,
    fines: 0,
    isBlocked: false,
    expires: '',
    address: '',
    more: '',
    ...differences,
  };
}
