namespace Gainsight.Client.Generators;

/// <summary>What was read from a declaration: a model, unless nothing can be generated, and what is wrong with it.</summary>
internal sealed record Read<T>(T? Model, EquatableArray<Problem> Problems)
    where T : class;
