namespace Gainsight.Client;

/// <summary>The fields of a user.</summary>
public static class UserFields
{
    public static Field<string> Email { get; } = new("Email", DataType.Email);
}
