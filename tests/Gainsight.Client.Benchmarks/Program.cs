using Gainsight.Client.Benchmarks;

var page = new PageWork();
Console.WriteLine($"scan {Allocated.By(() => page.Scan())} poco {Allocated.By(() => page.Poco())} ext {Allocated.By(() => page.ExtendedPoco())} rec {Allocated.By(() => page.Records())} poco5 {Allocated.By(() => page.PocoFiveFields())} rec5 {Allocated.By(() => page.RecordsFiveFields())} extAll {Allocated.By(() => page.ExtendedPocoAllFields())} recAll {Allocated.By(() => page.RecordsAllFields())}");
var b = new BodyWork();
Console.WriteLine($"body poco {Allocated.By(() => b.Poco())} rec {Allocated.By(() => b.Records())}");
var f = new FilterWork();
Console.WriteLine($"filter {Allocated.By(() => f.Compile())}");
foreach (bool waits in new[] { false, true })
{
    using var call = new CallWork(waits);
    for (int i = 0; i < 300; i++) { call.Bare(); call.Pipeline(); }
    Console.WriteLine($"call waits={waits} bare {Allocated.By(() => call.Bare(), 100)} pipe {Allocated.By(() => call.Pipeline(), 100)}");
}
