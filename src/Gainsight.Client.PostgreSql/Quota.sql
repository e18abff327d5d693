-- Tables and function of Gainsight.Client.PostgreSql, version 1. It can be run again.
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

create table if not exists gainsight_quota_closure (
  tenant text not null,
  bucket text not null,
  until bigint not null,
  expires timestamptz not null,
  primary key (tenant, bucket));

create or replace function gainsight_quota_take_1(
  p_tenant text, p_channel text, p_bucket text, p_epoch bigint, p_wanted bigint,
  p_names text[], p_seconds bigint[], p_numbers bigint[], p_caps bigint[], p_shares bigint[], p_held bigint[], p_first bigint[],
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
  v_gave_back boolean := false;
begin
  insert into gainsight_quota_tenant (tenant, epoch) values (p_tenant, extract(epoch from clock_timestamp()) * 1000000) on conflict do nothing;
  if found then
    perform pg_notify(p_channel, 'missed');
  end if;

  -- One host at a time for each tenant. The statements below see what the host before has written.
  select epoch into o_epoch from gainsight_quota_tenant where tenant = p_tenant for update;
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
    select used, cap, hosts into v_used, v_own, v_hosts from gainsight_quota
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
    insert into gainsight_quota (tenant, name, seconds, number, used, cap, hosts, expires)
      values (p_tenant, p_names[i], p_seconds[i], p_numbers[i], o_used[i], p_caps[i], p_first[i], clock_timestamp() + (2 * p_seconds[i] + 60) * interval '1 second')
      on conflict (tenant, name, seconds, number) do update set used = excluded.used, cap = excluded.cap, hosts = excluded.hosts, expires = excluded.expires;
  end loop;

  -- What is left of windows that no host has any more.
  delete from gainsight_quota where tenant = p_tenant and expires < clock_timestamp() - interval '3 days';
  if v_gave_back then
    perform pg_notify(p_channel, 'room');
  end if;
end $$;
