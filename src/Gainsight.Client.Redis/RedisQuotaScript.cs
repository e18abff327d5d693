namespace Gainsight.Client;

/// <summary>The script that takes permits and settles. Everything that it reads and writes is in the keys of one tenant.</summary>
internal static class RedisQuotaScript
{
    /// <summary>The version of the keys. Hosts with another version are refused, because they would count apart.</summary>
    public const string Version = "1";

    /// <summary>The error of the script for keys of another version.</summary>
    public const string OtherVersion = "GAINSIGHTVERSION";

    /// <summary>
    /// Keys: the tenant, the closure of the bucket, and for each claim its window. Arguments: the version, the epoch of the host, the permits that it
    /// wants, the channel, and for each claim length (ms), number, limit, share, held permits, 1 if hosts are counted, and what
    /// is known of a lost memory.
    /// Result: epoch, ms for which nothing is granted, closure or empty, and for each claim charge, used, limit and hosts.
    /// </summary>
    /// <remarks>
    /// A window has a field for each instance: used, limit, hosts, and when it is over by the server's clock. It is removed when both that clock and the
    /// numbers of later instances say so: the server's clock can be set. All counts of a tenant expire together with its epoch, so none is lost unseen.
    /// What hosts say of a lost memory has fields of its own beside the epoch, so that hosts with a script that does not know them leave them alone.
    /// </remarks>
    public const string Take = """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local memory = redis.call('HMGET', KEYS[1], 'version', 'epoch')
        if memory[1] and memory[1] ~= ARGV[1] then return redis.error_reply('GAINSIGHTVERSION ' .. memory[1]) end
        local epoch = memory[2]
        if not epoch then
          epoch = string.format('%.0f', now)
          redis.call('HSET', KEYS[1], 'version', ARGV[1], 'epoch', epoch)
          redis.call('PUBLISH', ARGV[4], 'missed')
        end
        local kept = 86400000
        local claims = #KEYS - 2
        for i = 1, claims do kept = math.max(kept, ARGV[7 * i - 2]) end
        kept = string.format('%.0f', 3 * kept)
        redis.call('PEXPIRE', KEYS[1], kept)
        if ARGV[2] ~= '0' and ARGV[2] ~= epoch then return { epoch, 0, '' } end

        -- After a loss of memory, hosts have two seconds to report what they took. A clock that was set back does not prolong them.
        local quiet = 2000000 - (now - epoch)
        if quiet < 0 or quiet > 2000000 then quiet = 0 end
        local wanted = tonumber(ARGV[3])
        local granted = wanted
        if quiet > 0 then granted = 0 end
        now = now / 1000

        local function parse(instance)
          local used, limit, hosts = string.match(instance or '', '^(%d+) (%d+) (%d+)')
          return tonumber(used or 0), tonumber(limit), tonumber(hosts or 0)
        end

        local state = {}
        for i = 1, claims do
          local length, number, limit, share, held = unpack(ARGV, 7 * i - 2, 7 * i + 2)
          local stored = redis.call('HMGET', KEYS[2 + i], number, string.format('%.0f', number - 1))
          if not stored[1] then
            local all = redis.call('HGETALL', KEYS[2 + i])
            for j = 1, #all, 2 do
              local left = string.match(all[j + 1], '%d+$') - now
              if (number - all[j] - 2) * length > 30000 and (left < 0 or left > 2 * length + 60000) then
                redis.call('HDEL', KEYS[2 + i], all[j])
                redis.call('HDEL', KEYS[1], KEYS[2 + i] .. ':' .. all[j])
              end
            end
          end
          local used, own, hosts = parse(stored[1])
          local _, last, before = parse(stored[2])
          local known = tonumber(ARGV[7 * i + 4])
          if known > 0 then
            -- The larger of what hosts report as theirs and the most that one of them knows counts. The host's own part is charged below.
            local field = KEYS[2 + i] .. ':' .. number
            local reported, most = string.match(redis.call('HGET', KEYS[1], field) or '0 0', '^(%d+) (%d+)$')
            used = used - math.max(reported, most) + held
            reported, most = reported - held, math.max(most, known)
            used = used + math.max(reported, most)
            redis.call('HSET', KEYS[1], field, string.format('%.0f %.0f', reported, most))
          end
          local smallest = math.min(limit, own or limit)
          local most = math.min(smallest, last or smallest)
          granted = math.min(granted, math.min(most, share) - used + held)
          state[i] = { used, smallest, most, hosts, before }
        end
        granted = math.max(granted, 0)

        local reply = { epoch, math.ceil(quiet / 1000), redis.call('GET', KEYS[2]) or '' }
        local gaveBack = false
        for i = 1, claims do
          local length, number, _, _, held, first = unpack(ARGV, 7 * i - 2, 7 * i + 3)
          local used, smallest, most, hosts, before = unpack(state[i])
          local charge = granted - held
          if wanted > 0 then charge = math.max(charge, 0) end
          if charge < 0 then gaveBack = true end
          used = math.max(used + charge, 0)
          hosts = hosts + first
          redis.call('HSET', KEYS[2 + i], number, string.format('%.0f %.0f %.0f %.0f', used, smallest, hosts, now + 2 * length + 60000))
          redis.call('PEXPIRE', KEYS[2 + i], kept)
          reply[4 * i], reply[4 * i + 1], reply[4 * i + 2], reply[4 * i + 3] = charge, used, most, math.max(hosts, before)
        end
        if gaveBack then redis.call('PUBLISH', ARGV[4], 'room') end
        return reply
        """;
}
