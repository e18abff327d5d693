namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>PUT /v1/peoplemgmt/v1.0/people</c>, or the legacy <c>PUT /v1.0/api/people</c>.</summary>
    public const string PersonUpsert = "person.upsert";

    /// <summary>A person by <c>?email=</c> or by GSID, on either path (both inferred).</summary>
    public const string PersonGet = "person.get";

    /// <summary><c>PUT /v1/peoplemgmt/v1.0/people/async</c>.</summary>
    public const string PersonUpsertAsync = "person.upsertAsync";

    /// <summary><c>GET /v1/peoplemgmt/v1.0/people/async/{statusId}</c> (inferred).</summary>
    public const string PersonAsyncStatus = "person.asyncStatus";
}
