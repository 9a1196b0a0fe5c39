-- What units were reminded of, once a day at most, and what was sent out about it.

create table reminder (
  province code not null,
  id uuid not null,
  -- who is reminded
  org_unit code not null,
  day date not null,
  at timestamptz not null default clock_timestamp(),
  -- by hand: an account; else the machine's daily round
  sent_by text not null,
  notices jsonb not null check (jsonb_typeof(notices) = 'array'),
  primary key (province, id),
  foreign key (province, org_unit) references org_unit deferrable initially deferred
);
create index on reminder (province, org_unit, day);

-- The same notice goes to the same unit once a day, whoever asks and however many servers run.
create table reminder_notice (
  province code not null,
  org_unit code not null,
  notice text not null check (notice <> ''),
  day date not null,
  reminder uuid not null,
  primary key (province, org_unit, notice, day),
  foreign key (province, reminder) references reminder deferrable initially deferred
);

-- Letters and calls that go out: written together with the reminders, so that none is lost when a server stops.
create table reminder_delivery (
  province code not null,
  id uuid not null,
  channel text not null check (channel in ('email', 'webhook')),
  -- an address
  recipient text not null,
  reminders uuid[] not null,
  content jsonb not null,
  outcome text not null default 'pending' check (outcome in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  -- another server leaves it alone for a while
  claimed_at timestamptz,
  settled_at timestamptz,
  problem text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (province, id)
);
create index on reminder_delivery (province, created_at) where outcome = 'pending';
create index on reminder_delivery using gin (reminders);

-- Read where figures of the unit may be read; written by the program itself, after it has asked for the permission.
call protect_by_org_unit('reminder');
call protect_by_org_unit('reminder_notice');
revoke insert, update, delete on reminder, reminder_notice from tuyen_application;
revoke all on reminder_delivery from tuyen_application;
alter table reminder_delivery enable row level security;
