-- Elements whose small counts could tell who is meant, and below which number they are not shown outside the programme.
-- Which they are is for the province to decide: none comes with the product.
create table sensitive_element (
  province code not null,
  data_element code not null,
  below smallint not null check (below between 2 and 100),
  reason text not null check (reason <> ''),
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (province, data_element)
);
call protect_as_catalogue('sensitive_element');
