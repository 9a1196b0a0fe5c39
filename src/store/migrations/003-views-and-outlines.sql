-- Pages as people set them up: what is chosen stands in the address.
create table saved_view (
  province code not null,
  id uuid not null default gen_random_uuid(),
  owner text not null,
  name text not null check (name <> '' and length(name) <= 120),
  -- path and query within the application, never another site
  address text not null check (address ~ '^/' and address !~ '^/[/\\]' and length(address) <= 8000),
  shared boolean not null default false,
  saved_at timestamptz not null default now(),
  primary key (province, id),
  unique (province, owner, name)
);
create index on saved_view (province) where shared;


-- Where units lie, as the province loaded it: from a day on, until another outline of the same unit holds.
create table outline (
  province code not null,
  org_unit code not null,
  valid_from date not null,
  label_longitude double precision not null check (label_longitude between -180 and 180),
  label_latitude double precision not null check (label_latitude between -90 and 90),
  -- GeoJSON Polygon or MultiPolygon in longitude and latitude; none where only the label point is known
  geometry jsonb check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  source text,
  loaded_by text not null,
  loaded_at timestamptz not null default now(),
  primary key (province, org_unit, valid_from),
  foreign key (province, org_unit) references org_unit on delete cascade deferrable initially deferred
);
