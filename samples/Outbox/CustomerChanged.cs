namespace Outbox;

/// <summary>Says that a customer changed, and not how: the worker sends the row as it is then.</summary>
/// <remarks>So messages may come late, twice, or in any order.</remarks>
public sealed record CustomerChanged(int Id);
