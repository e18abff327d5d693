namespace Gainsight.Client.Emulator;

/// <summary>The names of the operations, as faults choose them and the request log shows them.</summary>
public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/data/objects/{Object}</c>.</summary>
    public const string Insert = "record.insert";

    /// <summary><c>PUT /v1/data/objects/{Object}?keys=…</c>.</summary>
    public const string Update = "record.update";

    /// <summary><c>DELETE /v1/data/objects/{Object}/{Gsid}</c>.</summary>
    public const string Delete = "record.delete";

    /// <summary><c>GET /v1/data/objects/{Object}/{Gsid}</c>, which is not documented.</summary>
    public const string Get = "record.get";

    /// <summary><c>POST /v1/data/objects/query/{Object}</c>.</summary>
    public const string Query = "record.query";

    /// <summary><c>POST /v1/users/m2m/oauth/token</c>.</summary>
    public const string Token = "oauth.token";

    /// <summary>The list of objects, by either of its paths.</summary>
    public const string ObjectList = "metadata.list";

    /// <summary>The description of objects, by either of its paths.</summary>
    public const string Describe = "metadata.describe";

    /// <summary><c>GET /v1/meta/services/dropdowns/{categoryId}</c>.</summary>
    public const string Dropdown = "metadata.dropdown";
}
