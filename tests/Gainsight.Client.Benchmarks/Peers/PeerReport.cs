namespace Gainsight.Client.Benchmarks;

/// <summary>The lines of the report that compare this library with what a team would use instead.</summary>
internal static class PeerReport
{
    /// <summary>Each kind of work beside each peer. Times are ratios of alternating turns, bytes are those of the whole process.</summary>
    public static IEnumerable<Measure> Measures(bool isTimed)
    {
        using var wire = new PeerWire();
        using var library = new Library(wire, isContained: false);
        using var contained = new Library(wire, isContained: true);
        using var hand = new HandWritten(wire);
        using var refit = new RefitPeer(wire);
        using var restSharp = new RestSharpPeer(wire);
        using var flurl = new FlurlPeer(wire);
        (string Name, Peer Peer)[] peers = [("hand-written", hand), ("Refit", refit), ("RestSharp", restSharp), ("Flurl", flurl)];
        foreach (var (name, peer) in peers)
        {
            var isHand = ReferenceEquals(peer, hand);
            wire.AnswersOneRow = false;
            foreach (var measure in Beside($"11 page of 5,000 × 30 ÷ {name}", () => library.ReadPageAsync(), () => peer.ReadPageAsync(), isHand ? 0.55 : null, isHand ? 0.25 : null))
            {
                yield return measure;
            }

            foreach (var measure in Beside(
                $"12 write of 5,000 rows ÷ {name}", () => library.WriteAsync(), () => peer.WriteAsync(), isHand ? 0.80 : null, isHand ? 0.50 : ReferenceEquals(peer, refit) ? 0.80 : null))
            {
                yield return measure;
            }

            wire.AnswersOneRow = true;
            foreach (var measure in Beside($"13 read of one row ÷ {name}", () => library.ReadOneAsync(), () => peer.ReadOneAsync(), isHand ? 1.0 : null, isHand ? 1.0 : null))
            {
                yield return measure;
            }

            foreach (var measure in Beside(
                $"13 read of one row, from a container ÷ {name}", () => contained.ReadOneAsync(), () => peer.ReadOneAsync(), isHand ? 1.0 : null, isHand ? 1.0 : null))
            {
                yield return measure;
            }

            foreach (var measure in Beside($"14 upsert of one row ÷ {name}, two calls", () => library.UpsertOneAsync(), () => peer.UpsertOneAsync(), isHand ? 1.1 : null, isHand ? 1.0 : null))
            {
                yield return measure;
            }
        }

        IEnumerable<Measure> Beside<TResult>(string row, Func<Task<TResult>> work, Func<Task<TResult>> other, double? time, double? bytes)
        {
            if (isTimed)
            {
                (var median, var spread) = Timed.Ratio(() => work().GetAwaiter().GetResult(), () => other().GetAwaiter().GetResult());
                yield return new($"{row}, time", median, spread, time, "×");
            }

            // Other threads allocate as well, so the value is not the same in every run.
            yield return new($"{row}, bytes", (double)Bytes(work) / Bytes(other), 0, bytes, "×");
        }
    }

    /// <summary>The bytes that the whole process allocates for the work. The minimum of several runs.</summary>
    private static long Bytes<TResult>(Func<Task<TResult>> work)
    {
        var fewest = long.MaxValue;
        for (var run = 0; run < 10; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            work().GetAwaiter().GetResult();
            fewest = Math.Min(fewest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return fewest;
    }
}
