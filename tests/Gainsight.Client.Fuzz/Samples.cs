using System.Text;

namespace Gainsight.Client.Fuzz;

/// <summary>Valid answers, as Gainsight sends them.</summary>
internal static class Samples
{
    public static byte[][] Pages { get; } = All(
        """[{"Gsid":"1P02A","Name":"Acme","Arr":125000.50,"Stage":"Launched","Active":true,"RenewalDate":"2027-03-31","CreatedDate":"2026-06-04T12:00:30.000Z","Tags":"a;b","Csm__gr.Name":null},{"Gsid":"1P02B","Name":"Br\"av\u00e9","Arr":null,"Extra":{"a":[1,2]}}]""",
        """{"records":[{"Gsid":"1P02A","ModifiedDate":1767225600000,"Employees":12,"Note":""},{"Gsid":"1P02B","ModifiedDate":"2026-01-01 00:00:00.0"}],"totalCount":2}""",
        "[]",
        "null");

    public static byte[][] Envelopes { get; } = All(
        """{"result":true,"errorCode":null,"errorDesc":null,"requestId":"0a1b","data":{"records":[{"Gsid":"1P02A"}],"errors":null},"message":null}""",
        """{"result":false,"errorCode":"GSOBJ_1006","errorDesc":"Invalid value (Stage = Orbiting).","requestId":"0a1b","data":{"errors":[{"errors":[{"errorCode":"GSOBJ_1006","errorMessage":"Invalid","fieldName":"Stage","invalidValue":"Orbiting"}],"success":false}]}}""",
        """{"requestId":"0a1b","data":{"failure":{"CTA-1":["COCKPIT_9700: Missing mandatory fields for create - CompanyId"]}},"result":false}""",
        """{"code":"TIMELINE_1","message":"no","status":"x","title":"Bad Request","detail":"x"}""");

    public static byte[][] Filters { get; } = All(
        """{"conditions":[{"name":"Name","alias":"A","value":["Acme"],"operator":"EQ"},{"name":"Arr","alias":"B","value":[1,2.5],"operator":"IN"},{"name":"Active","alias":"C","value":[true],"operator":"EQ"}],"expression":"A AND (B OR C)"}""",
        """{"conditions":[{"name":"Stage","alias":"A","value":[],"operator":"IS_NULL"}],"expression":"A"}""");

    public static byte[][] Metadata { get; } = All(
        """[{"objectName":"Company","label":"Company","objectType":"STANDARD","keyPrefix":"1P02","readable":true,"fields":[{"fieldName":"Stage","label":"Stage","dataType":"PICKLIST","meta":{"required":"false","nillable":true,"updateable":"true","length":250,"decimalPlaces":0,"properties":{"PICKLIST_CATEGORY_ID":"1I00S"},"lookupDetail":{"lookupName":"Csm__gr","lookupObjects":[{"objectName":"gsuser"}]}},"options":[{"label":"Launched","value":"1I00A","active":true,"displayOrder":1,"groupId":"1I00S"}]}]}]""",
        """{"objectName":"Company","label":"Company","fields":[]}""",
        """{"categoryDetails":{"name":"Stage","variant":"PICKLIST"},"childItems":[{"name":"Launched","gsid":"1I00A","active":"true","deleted":false,"default":false,"displayOrder":2}]}""");

    public static byte[][] Tables { get; } = All(
        "Gsid,Name,Arr,\"Renewal Date\"\r\n1P02A,Acme,12.5,2027-03-31\r\n1P02B,\"Br\"\"avo, Inc\r\nx\",,\"\"\r\n",
        "\uFEFFName\nAcme\n\n\"\"\n",
        "a,b\r1,2\r3,4");

    public static byte[][] Checkpoints { get; } = All(
        "gs1;acme.gainsightcloud.com;Company;1767225600/1P02A;;1767225600;1767225600",
        "gs1;;;;*;;",
        "gs1;acme.gainsightcloud.com;Company;-5/1P02A%3B;*1P02%2F;1767225600/x;");

    public static byte[][] Dates { get; } = All(
        "2027-03-31", "2027-03-31T09:30:00Z", "2027-03-31T09:30:00.1234567+02:00", "2027-03-31 09:30:00.0", "2027-03-31T09:30:00+0530", "03/31/2027", "03-31-2027 10:15", "1767225600000", "-1767225600000");

    public static byte[][] Numbers { get; } = All("0", "-0", "12", "12.50", "-1e5", "9223372036854775807", "79228162514264337593543950335", "1e-28", "0.1234567890123456789012345678", "true");

    public static byte[] OneOf(byte[][] samples, Random random) => samples[random.Next(samples.Length)];

    private static byte[][] All(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
