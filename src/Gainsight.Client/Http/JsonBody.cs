using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A JSON request body in pooled memory, sent with its length.</summary>
internal sealed class JsonBody : IDisposable
{
    /// <summary>Builds a body with a writer.</summary>
    public static JsonBody Create<TState>(TState state, Action<Utf8JsonWriter, TState> write) => throw new NotImplementedException();

    public ReadOnlyMemory<byte> Memory => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
