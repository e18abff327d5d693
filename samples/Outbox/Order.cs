namespace Outbox;

/// <summary>What the application does: a customer orders.</summary>
public sealed record Order(int CustomerId, string CustomerName, string Stage, decimal Amount);
