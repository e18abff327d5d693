namespace Gainsight.Client.Fuzz;

/// <summary>A case that failed, with the smallest input that was found for it.</summary>
internal sealed record FuzzFailure(FuzzTarget Target, int Seed, byte[] Input, Exception Exception)
{
    /// <summary>What failures of the same cause share: the exception, and the place that threw it.</summary>
    public static string KindOf(Exception exception)
    {
        var frames = exception.StackTrace?.Split('\n', 4).Take(3).Select(frame => frame.Split(" in ")[0].Trim());
        return $"{exception.GetType().Name} {(exception is CheckException ? exception.Message : string.Join(' ', frames ?? []))}";
    }

    public void Print(TextWriter output)
    {
        output.WriteLine($"FAILED target {Target.Name}, seed {Seed}");
        output.WriteLine($"  repeat with: --target {Target.Name} --case {Convert.ToBase64String(Input)}");
        output.WriteLine($"  {Exception}");
    }
}
