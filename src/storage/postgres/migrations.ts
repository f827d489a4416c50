/**
 * The steps from an empty database to what this version needs, in order. A step that was released is
 * never changed: what comes later is a step of its own, and leaves old instances working meanwhile.
 */
export const migrations: readonly string[] = [
  `
  create table installation (
    single boolean primary key default true check (single),
    kind text not null check (kind in ('demo', 'library'))
  );

  -- The journal of all months: whoever inserts the next number first has changed the month.
  create table ledger_commits (
    month text not null,
    sequence integer not null,
    writer uuid not null,
    content text not null,
    primary key (month, sequence)
  );
  -- The same again as constraints: whatever a program does wrong, no code is given twice.
  create table ledger_codes (
    code text primary key,
    month text not null,
    -- The same code, however it is written.
    spelling text not null unique
      generated always as (upper(regexp_replace(code, '[-_[:space:]]', '', 'g'))) stored,
    unique (code, month)
  );
  create table ledger_claims (
    month text not null,
    card text not null,
    code text not null unique,
    primary key (month, card),
    foreign key (code, month) references ledger_codes (code, month)
  );
  create table ledger_probe (single boolean primary key default true check (single), at timestamptz);

  create table audit_ledger (
    month text not null,
    sequence integer not null,
    index integer not null,
    card text,
    content text not null,
    primary key (month, sequence, index)
  );
  create index audit_ledger_card on audit_ledger (card) where card is not null;
  create table audit_events (
    month text not null,
    number bigint generated always as identity,
    card text,
    content text not null,
    primary key (month, number)
  );
  create index audit_events_card on audit_events (card) where card is not null;
  `,
  `
  create table records (
    name text not null,
    key text not null,
    version uuid not null,
    expires_at timestamptz not null,
    content text not null,
    primary key (name, key)
  ) with (fillfactor = 70);
  create index records_expiry on records (name, expires_at);
  `,
  `
  create table directline_activities (
    conversation text not null,
    number integer not null,
    at bigint not null,
    content text,
    masked text,
    primary key (conversation, number)
  );
  create index directline_activities_at on directline_activities (at);
  create table leases (
    key text primary key,
    holder uuid not null,
    until timestamptz not null
  );
  `,
  `
  create sequence messenger_inbox_number;
  create table messenger_inbox (
    key text primary key,
    -- The order of arrival.
    number bigint not null,
    user_id text not null,
    -- Milliseconds since 1970.
    at bigint not null,
    -- What the reader did; null once it was answered.
    content text,
    delivery uuid not null,
    -- The instance that has it in hand.
    holder uuid not null,
    takeovers integer not null default 0
  );
  create index messenger_inbox_user on messenger_inbox (user_id, at);
  create index messenger_inbox_waiting on messenger_inbox (user_id, number) where content is not null;
  create index messenger_inbox_at on messenger_inbox (at);
  `,
  `
  -- By which a row that is written again, because its first answer was lost, is known again.
  alter table audit_events add column id uuid;
  create unique index audit_events_id on audit_events (id);
  `,
];
