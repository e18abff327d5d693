using System.Text;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The encoding of answers.</summary>
internal sealed class EncodingFact() : Fact("Encoding of answers", "any declared encoding", "Form of `data` in a query's answer", Pages.Companies)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Answer.Exchange is not { } exchange)
        {
            return Finding.Open("the answer was not kept");
        }

        var body = exchange.Body;
        var isUtf16 = body.Length > 1 && ((body[0] == 0xFF && body[1] == 0xFE) || (body[0] == 0xFE && body[1] == 0xFF) || body[0] == 0 || body[1] == 0);
        var isAscii = body.All(one => one < 0x80);
        var declaresLatin1 = exchange.Headers.GetValueOrDefault("content-type")?.Contains("8859-1", StringComparison.Ordinal) == true;
        return body switch
        {
            _ when isUtf16 => Finding.Expected("UTF-16"),
            [0xEF, 0xBB, 0xBF, ..] => Finding.Expected("UTF-8 with a byte order mark"),
            _ when declaresLatin1 => Finding.Expected("Latin-1, declared"),
            _ when isAscii => Finding.Expected("UTF-8 or Latin-1: the rows have only ASCII characters") with { Confidence = "likely" },
            _ when IsUtf8(body) => Finding.Expected("UTF-8"),
            _ => Finding.Differs("not UTF-8, undeclared", "Letters beyond ASCII may be read wrongly. Ask Gainsight's support which encoding the tenant uses."),
        };
    }

    private static bool IsUtf8(byte[] body)
    {
        try
        {
            return Strict.GetCharCount(body) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
