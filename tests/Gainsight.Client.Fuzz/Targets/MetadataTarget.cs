using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The answers of the metadata calls. Their envelope has been read, so they are JSON.</summary>
internal sealed class MetadataTarget : FuzzTarget
{
    public override string Name => "metadata";

    public override byte[] Create(Random random) => Mutator.Tree(Samples.OneOf(Samples.Metadata, random), random);

    public override Task RunAsync(byte[] input)
    {
        using var document = Json.TryParse(input);
        if (document is not null)
        {
            Try(() => new MetadataReader().ReadList(input));
            Try(() => new MetadataReader().ReadDescriptions(input).SelectMany(each => each.Fields).ToList().ForEach(field => _ = field.Token));
            Try(() => new MetadataReader().ReadDropdown(input, "1I00S"));
        }

        return Task.CompletedTask;
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (GainsightProtocolException)
        {
            // It is the answer of another call.
        }
    }
}
