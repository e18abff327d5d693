using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The text of a checkpoint. One that is accepted keeps its meaning when it is written and read again.</summary>
internal sealed class CheckpointTarget : FuzzTarget
{
    public override string Name => "checkpoint";

    public override byte[] Create(Random random) => Mutator.Bytes(Samples.OneOf(Samples.Checkpoints, random), random);

    public override Task RunAsync(byte[] input)
    {
        ChangeCheckpoint checkpoint;
        try
        {
            checkpoint = ChangeCheckpoint.Parse(Json.Text(input));
        }
        catch (FormatException)
        {
            return Task.CompletedTask;
        }

        CheckException.ThrowIf(ChangeCheckpoint.Parse(checkpoint.ToString()) != checkpoint, "A checkpoint changes when it is written and read.");
        return Task.CompletedTask;
    }
}
