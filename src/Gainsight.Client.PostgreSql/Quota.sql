-- Tables and function of Gainsight.Client.PostgreSql, version 2. It can be run again, also on tables of version 1, whose function it leaves to hosts that call it.
-- Hosts need execute on the function, and select, insert, update and delete on the tables.

-- Hosts that start at once do not create them side by side.
select pg_advisory_xact_lock(4761696);

create table if not exists gainsight_quota_tenant (
  tenant text not null primary key,
  epoch bigint not null);

create table if not exists gainsight_quota (
  tenant text not null,
  name text not null,
  seconds bigint not null,
  number bigint not null,
  used bigint not null,
  cap bigint not null,
  hosts bigint not null,
  expires timestamptz not null,
  primary key (tenant, name, seconds, number));

-- What hosts say of a memory that was lost. Asked first, because alter table waits for every statement that runs, and all others wait for it: at most a second.
do $$ begin
  if not exists (select from pg_attribute where attrelid = 'gainsight_quota'::regclass and attname = 'known') then
    set local lock_timeout = '1s';
    alter table gainsight_quota add column reported bigint not null default 0, add column known bigint not null default 0;
  end if;
end $$;

create table if not exists gainsight_quota_closure (
  tenant text not null,
  bucket text not null,
  until bigint not null,
  expires timestamptz not null,
  primary key (tenant, bucket));

create or replace function gainsight_quota_take_2(
  p_tenant text, p_channel text, p_bucket text, p_epoch bigint, p_wanted bigint,
  p_names text[], p_seconds bigint[], p_numbers bigint[], p_caps bigint[], p_shares bigint[], p_held bigint[], p_first bigint[], p_known bigint[],
  out o_epoch bigint, out o_quiet bigint, out o_closed bigint, out o_charged bigint[], out o_used bigint[], out o_caps bigint[], out o_hosts bigint[])
language plpgsql as $$
declare
  v_now bigint;
  v_granted bigint;
  v_charge bigint;
  v_used bigint;
  v_own bigint;
  v_before bigint;
  v_hosts bigint;
  v_hosts_before bigint;
  v_reported bigint[];
  v_known bigint[];
  v_reported_before bigint;
  v_known_before bigint;
  v_is_new boolean;
  v_gave_back boolean := false;
begin
  insert into gainsight_quota_tenant (tenant, epoch) values (p_tenant, extract(epoch from clock_timestamp()) * 1000000) on conflict do nothing;
  v_is_new := found;

  -- One host at a time for each tenant. The statements below see what the host before has written.
  select epoch into o_epoch from gainsight_quota_tenant where tenant = p_tenant for update;
  if not v_is_new and not exists (select from gainsight_quota where tenant = p_tenant) then
    -- The counts were removed, by a truncate for example. The two seconds begin now, also where the last epoch lies in the future, because the clock was set back.
    v_now := extract(epoch from clock_timestamp()) * 1000000;
    update gainsight_quota_tenant set epoch = case epoch when v_now then v_now + 1 else v_now end where tenant = p_tenant returning epoch into o_epoch;
    v_is_new := true;
  end if;
  if v_is_new then
    -- A row that stays, so that the next host sees that there are counts.
    insert into gainsight_quota (tenant, name, seconds, number, used, cap, hosts, expires) values (p_tenant, '', 0, 0, 0, 0, 0, 'infinity') on conflict do nothing;
    perform pg_notify(p_channel, 'missed');
  end if;
  o_charged := '{}'; o_used := '{}'; o_caps := '{}'; o_hosts := '{}'; o_quiet := 0;
  if p_epoch <> 0 and p_epoch <> o_epoch then
    return;
  end if;

  -- After a loss of memory, hosts have two seconds to report what they took. A clock that was set back does not prolong them.
  v_now := extract(epoch from clock_timestamp()) * 1000000;
  o_quiet := 2000000 - (v_now - o_epoch);
  if o_quiet < 0 or o_quiet > 2000000 then
    o_quiet := 0;
  end if;
  o_quiet := (o_quiet + 999) / 1000;
  select until into o_closed from gainsight_quota_closure where tenant = p_tenant and bucket = p_bucket and expires > clock_timestamp();

  v_granted := case when o_quiet > 0 then 0 else p_wanted end;
  for i in 1 .. coalesce(array_length(p_names, 1), 0) loop
    select used, cap, hosts, reported, known into v_used, v_own, v_hosts, v_reported_before, v_known_before from gainsight_quota
      where tenant = p_tenant and name = p_names[i] and seconds = p_seconds[i] and number = p_numbers[i];
    select cap, hosts into v_before, v_hosts_before from gainsight_quota
      where tenant = p_tenant and name = p_names[i] and seconds = p_seconds[i] and number = p_numbers[i] - 1;
    if v_used is null then
      -- A new instance: those that are over by both the clock of the server and their numbers go. The clock can be set.
      delete from gainsight_quota
        where tenant = p_tenant and name = p_names[i] and seconds = p_seconds[i] and (p_numbers[i] - number - 2) * p_seconds[i] > 30
          and not expires between clock_timestamp() and clock_timestamp() + (2 * p_seconds[i] + 60) * interval '1 second';
    end if;

    o_used[i] := coalesce(v_used, 0);
    v_reported[i] := coalesce(v_reported_before, 0);
    v_known[i] := coalesce(v_known_before, 0);
    if p_known[i] > 0 then
      -- The larger of what hosts report as theirs and the most that one of them knows counts. The host's own part is charged below.
      o_used[i] := o_used[i] - greatest(v_reported[i], v_known[i]) + p_held[i];
      v_reported[i] := v_reported[i] - p_held[i];
      v_known[i] := greatest(v_known[i], p_known[i]);
      o_used[i] := o_used[i] + greatest(v_reported[i], v_known[i]);
    end if;

    p_first[i] := p_first[i] + coalesce(v_hosts, 0);
    o_hosts[i] := greatest(p_first[i], v_hosts_before);
    p_caps[i] := least(p_caps[i], v_own);
    o_caps[i] := least(p_caps[i], v_before);
    v_granted := least(v_granted, least(o_caps[i], p_shares[i]) - o_used[i] + p_held[i]);
  end loop;
  v_granted := greatest(v_granted, 0);

  for i in 1 .. coalesce(array_length(p_names, 1), 0) loop
    v_charge := v_granted - p_held[i];
    if p_wanted > 0 then
      v_charge := greatest(v_charge, 0);
    end if;
    v_gave_back := v_gave_back or v_charge < 0;
    o_charged[i] := v_charge;
    o_used[i] := greatest(o_used[i] + v_charge, 0);
    insert into gainsight_quota (tenant, name, seconds, number, used, cap, hosts, reported, known, expires)
      values (p_tenant, p_names[i], p_seconds[i], p_numbers[i], o_used[i], p_caps[i], p_first[i], v_reported[i], v_known[i], clock_timestamp() + (2 * p_seconds[i] + 60) * interval '1 second')
      on conflict (tenant, name, seconds, number) do update
        set used = excluded.used, cap = excluded.cap, hosts = excluded.hosts, reported = excluded.reported, known = excluded.known, expires = excluded.expires;
  end loop;

  -- What is left of windows that no host has any more.
  delete from gainsight_quota where tenant = p_tenant and expires < clock_timestamp() - interval '3 days';
  if v_gave_back then
    perform pg_notify(p_channel, 'room');
  end if;
end $$;
