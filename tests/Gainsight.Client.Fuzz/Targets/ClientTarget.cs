using System.Globalization;
using System.Text;
using Gainsight.Client.Fuzz.Clients;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The whole client against a tenant whose answers are changed.</summary>
/// <remarks>The input is text: the operation, the changed answers, and the call at which the caller cancels.</remarks>
internal sealed class ClientTarget : FuzzTarget
{
    private const int MaxCalls = 6;

    public override string Name => "client";

    public override int Weight => 10;

    public override byte[] Create(Random random)
    {
        var lines = new List<string> { ClientOperations.All[random.Next(ClientOperations.All.Count)].Name };
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            lines.Add(new AnswerChange(random.Next(5) == 0 ? null : random.Next(random.Next(1, MaxCalls)), random.Next()).ToString());
        }

        if (random.Next(10) == 0)
        {
            lines.Add(FormattableString.Invariant($"cancel {random.Next(MaxCalls)}"));
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    public override async Task RunAsync(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        var operation = ClientOperations.All.First(each => each.Name == lines[0]);
        var words = lines.Skip(1).Select(line => line.Split(' ')).ToList();
        List<AnswerChange> changes = [.. words.Where(line => line[0] == "answer").Select(line => new AnswerChange(line[1] == "*" ? null : Number(line[1]), Number(line[2])))];
        var cancelAt = words.Find(line => line[0] == "cancel") is { } cancel ? Number(cancel[1]) : -1;
        using var cancellation = new CancellationTokenSource();
        MutatingHandler? handler = null;
        using var tenant = new FuzzTenant(inner => handler = new MutatingHandler(inner, changes, cancelAt, cancellation));
        try
        {
            await operation.RunAsync(tenant, cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The caller cancelled.
        }
        catch (GainsightException exception)
        {
            CheckTexts(exception.ToString());
        }

        CheckException.ThrowIf(handler!.IsEndless, $"An operation makes no end of calls, answered with {handler.LastStatus}.");
    }

    public override IEnumerable<byte[]> Shrink(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        return Enumerable.Range(1, lines.Length - 1).Select(left => Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, index) => index != left))));
    }

    private static void CheckTexts(string text)
    {
        CheckException.ThrowIf(text.Contains(FuzzTenant.Secret, StringComparison.Ordinal), "An exception shows a secret.");
        CheckException.ThrowIf(text.Contains(FuzzTenant.Value, StringComparison.Ordinal), "An exception shows the value of a record.");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
