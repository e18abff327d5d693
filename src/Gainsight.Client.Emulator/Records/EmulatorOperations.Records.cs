namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/data/objects/{Object}</c>.</summary>
    public const string Insert = "record.insert";

    /// <summary><c>PUT /v1/data/objects/{Object}?keys=…</c>.</summary>
    public const string Update = "record.update";

    /// <summary><c>DELETE /v1/data/objects/{Object}/{Gsid}</c>.</summary>
    public const string Delete = "record.delete";

    /// <summary><c>GET /v1/data/objects/{Object}/{Gsid}</c> (not documented).</summary>
    public const string Get = "record.get";
}
