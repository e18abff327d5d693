using System.Net;

namespace Gainsight.Client;

/// <summary>Texts for Gainsight's error codes, with what to do next. Gainsight's own texts are not used, because they quote the record's values.</summary>
internal static class ErrorTexts
{
    /// <summary>The text for a code, or null when the code is unknown.</summary>
    public static string? ForCode(string? code) => code switch
    {
        ErrorCodes.AddressNotAllowed =>
            "This machine's address is not on the allow-list of the connection. Add the address that Gainsight sees (behind NAT or a proxy: the outer one) in Administration > Connectors 2.0 > Gainsight API.",
        ErrorCodes.RouteNotFound =>
            "The route does not exist on this host. Check that the host is the tenant's own, and a route override if one is set.",
        ErrorCodes.ObjectNotFound =>
            "The object does not exist. Check its API name in Data Management; names of custom objects end in __gc.",
        ErrorCodes.ServerFault =>
            "Gainsight reports an unexpected error. Try again later. If the error persists, give the request id to Gainsight's support.",
        ErrorCodes.DatabaseFault => "Gainsight's database failed to delete the record. Try again later.",
        "GSOBJ_1001" => "A text is longer than its field allows. Shorten it, or raise the field's length in Data Management.",
        "GSOBJ_1002" => "A field does not exist on the object, or a value does not fit its field's type. Check the API names and types in Data Management.",
        "GSOBJ_1004" => "The GSID is missing or not valid.",
        "GSOBJ_1005" => "Gainsight cannot read the format of a date-time.",
        "GSOBJ_1006" => "Gainsight cannot read the format of a date. Try another DateFormat in the options.",
        "GSOBJ_1007" => "A field that must have a value was sent as null. Leave it out or set a value.",
        "GSOBJ_1008" => "A value does not fit its field's type.",
        "GSOBJ_1011" => "No record matches the keys or the criteria.",
        "GSOBJ_1012" => "A picklist value does not exist or is not active. Use an active item's label, or add the item in Administration.",
        ErrorCodes.InvalidPath => "The path of the call is not valid. Check a route override if one is set.",
        "COCKPIT_5101" => "A field or the filter of the call is not valid. Check the API names, the operators and the values.",
        "COCKPIT_6007" => "No CTA has the GSID.",
        "GSOBJ_PEOPLE1001" => "A company or relationship that the person is associated with does not exist. Create it first.",
        "GSOBJ_VQP1001" => "A query parameter is empty.",
        "GSOBJ_VCRUDR1001" => "The row is empty.",
        "GSOBJ_VCRUDR1002" => "A field does not exist on the object. Check the API names in Data Management.",
        "GSOBJ_VDTPKLST1001" or "GSOBJ_VDTPKLST1002" => "A picklist value does not exist. Use an active item's label, or add the item in Administration.",
        "GSOBJ_ESS_9104" => "The export selects no field.",
        "GSOBJ_ESS_9150" => "The query is not well formed.",
        not null when code.StartsWith("GSOBJ_VDT", StringComparison.Ordinal) => "A value does not fit its field's type.",
        _ => null,
    };

    /// <summary>The text for an answer without a known code.</summary>
    public static string ForStatus(HttpStatusCode status) => (int)status switch
    {
        404 => "The route, the object or the record does not exist on this tenant.",
        405 => "The route does not accept this verb. Check a route override if one is set, and that the host is the tenant's own.",
        407 => "A proxy between this machine and Gainsight asks for credentials. Set them in the proxy's settings of the primary handler, or let the host bypass the proxy.",
        408 => "Gainsight, or a server in front of it, stopped waiting for the request.",
        411 or 421 or 431 => "A server in front of Gainsight did not accept the form of the request. Check BaseAddress, proxies, and headers that your handlers add.",
        425 => "A server in front of Gainsight did not want to take the risk of an early request. Try again later.",
        451 => "The way to Gainsight is blocked for legal reasons. Ask the operator of this machine's network.",
        413 => "The request is larger than Gainsight allows. Send less at a time.",
        >= 500 => "Gainsight failed while working on the call. Try again later. If the error persists, give the request id to Gainsight's support.",
        >= 400 => "Gainsight refused the request's data. See Errors and ErrorCode of this exception.",
        _ => "Gainsight refused the call without a reason known to this library.",
    };

    /// <summary>The text for a 403 that is not Gainsight's.</summary>
    public const string ByIntermediary =
        "Something between this machine and Gainsight, such as a firewall, refused this call, perhaps because of a text in it. The answer is not Gainsight's, and says nothing about the credential. Ask the operator of the network which rule applied.";

    /// <summary>The text for a refused credential. Gainsight does not distinguish wrong, replaced and revoked keys.</summary>
    public static string ForCredential(GainsightCredential? credential) => credential switch
    {
        AccessKeyCredential =>
            "The access key was refused: it is wrong, was replaced by a newer one, or was revoked; Gainsight does not say which. Copy the key from Administration > Connectors 2.0 > Gainsight API, and check that the host is the tenant's own.",
        ClientCredentialsCredential =>
            "The OAuth client was refused: its id or secret is wrong, was replaced or was revoked, or the token may not call this API. Check the M2M key in Administration, and that the host is the tenant's own.",
        _ => "The credential was refused.",
    };
}
