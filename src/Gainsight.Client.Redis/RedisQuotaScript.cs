namespace Gainsight.Client;

/// <summary>The script that takes permits and settles. Everything that it reads and writes is in the keys of one tenant.</summary>
internal static class RedisQuotaScript
{
    /// <summary>The version of the keys. Hosts with another version are refused, because they would count apart.</summary>
    public const string Version = "1";

    /// <summary>The error of the script for keys of another version.</summary>
    public const string OtherVersion = "GAINSIGHTVERSION";

    /// <summary>
    /// Keys: the tenant, the closure of the bucket, and for each claim the instance of its window and the one before. Arguments: the version, the
    /// epoch of the host, the permits that it wants, the channel, and for each claim length (ms), limit, share, held permits, and 1 if hosts are counted.
    /// Result: epoch, ms for which nothing is granted, closure or empty, and for each claim charge, used, limit and hosts.
    /// </summary>
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
        local claims = (#ARGV - 4) / 5
        for i = 1, claims do kept = math.max(kept, ARGV[5 * i]) end
        redis.call('PEXPIRE', KEYS[1], string.format('%.0f', 3 * kept))
        if ARGV[2] ~= '0' and ARGV[2] ~= epoch then return { epoch, 0, '' } end

        -- After a loss of memory, hosts have two seconds to report what they took. A clock that was set back does not prolong them.
        local quiet = 2000000 - (now - epoch)
        if quiet < 0 or quiet > 2000000 then quiet = 0 end
        local wanted = tonumber(ARGV[3])
        local granted = wanted
        if quiet > 0 then granted = 0 end
        local state = {}
        for i = 1, claims do
          local own = redis.call('HMGET', KEYS[1 + 2 * i], 'used', 'limit')
          local limit, share, held = tonumber(ARGV[1 + 5 * i]), tonumber(ARGV[2 + 5 * i]), tonumber(ARGV[3 + 5 * i])
          local used, smallest = tonumber(own[1] or 0), math.min(limit, tonumber(own[2] or limit))
          local last = redis.call('HMGET', KEYS[2 + 2 * i], 'limit', 'hosts')
          local before = math.min(smallest, tonumber(last[1] or smallest))
          granted = math.min(granted, math.min(before, share) - used + held)
          state[i] = { used, smallest, before, held, tonumber(last[2] or 0) }
        end
        granted = math.max(granted, 0)

        local reply = { epoch, math.ceil(quiet / 1000), redis.call('GET', KEYS[2]) or '' }
        local gaveBack = false
        for i = 1, claims do
          local used, smallest, before, held, hosts = unpack(state[i])
          local charge = granted - held
          if wanted > 0 then charge = math.max(charge, 0) end
          if charge < 0 then gaveBack = true end
          used = math.max(used + charge, 0)
          redis.call('HSET', KEYS[1 + 2 * i], 'used', used, 'limit', smallest)
          hosts = math.max(hosts, redis.call('HINCRBY', KEYS[1 + 2 * i], 'hosts', ARGV[4 + 5 * i]))
          redis.call('PEXPIRE', KEYS[1 + 2 * i], string.format('%.0f', 2 * ARGV[5 * i] + 60000))
          reply[4 * i], reply[4 * i + 1], reply[4 * i + 2], reply[4 * i + 3] = charge, used, before, hosts
        end
        if gaveBack then redis.call('PUBLISH', ARGV[4], 'room') end
        return reply
        """;
}
