using System.Text;

namespace Gainsight.Client.Benchmarks;

/// <summary>Pages of rows with 600 fields: in the same order in each row, and in another order in each row.</summary>
internal sealed class WidePageWork
{
    private const int Fields = 600;
    private const int Rows = 200;

    private readonly byte[] _ordered;
    private readonly byte[] _shuffled;
    private readonly RecordPageReader<ObjectRecord> _reader = new();

    public WidePageWork()
    {
        var random = new Random(20261128);
        string[] names = [.. Enumerable.Range(0, Fields).Select(field => $"Field_{field}__gc")];
        _ordered = Page(() => names);
        _shuffled = Page(() =>
        {
            random.Shuffle(names);
            return names;
        });
    }

    public int Ordered() => _reader.ReadSegments(_ordered).Count;

    public int Shuffled() => _reader.ReadSegments(_shuffled).Count;

    private static byte[] Page(Func<string[]> order) => Encoding.UTF8.GetBytes(
        $"[{string.Join(',', Enumerable.Range(0, Rows).Select(row => $"{{{string.Join(',', order().Select(name => $"\"{name}\":{row}"))}}}"))}]");
}
