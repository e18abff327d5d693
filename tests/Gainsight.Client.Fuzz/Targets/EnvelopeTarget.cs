using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The envelope of an answer and its errors, compared with System.Text.Json.</summary>
internal sealed class EnvelopeTarget : FuzzTarget
{
    public override string Name => "envelope";

    public override byte[] Create(Random random) => Mutator.Json(Samples.OneOf(Samples.Envelopes, random), random);

    public override async Task RunAsync(byte[] input)
    {
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest])
        {
            using var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(input) };
            using var answer = await BufferedAnswer.ReadAsync(response, int.MaxValue, TimeProvider.System, CancellationToken.None);
            Compare(answer, input);
            try
            {
                _ = answer.ToRefusal();
            }
            catch (GainsightProtocolException)
            {
                // Too many errors.
            }
        }
    }

    private static void Compare(BufferedAnswer answer, byte[] input)
    {
        using var document = Json.TryParse(input.AsSpan().StartsWith("\uFEFF"u8) ? input.AsMemory(3) : input);
        var isObject = document?.RootElement.ValueKind == JsonValueKind.Object;
        CheckException.ThrowIf(answer.IsComplete != isObject, "Another opinion of whether the answer is a JSON object.");
        if (!isObject || document!.RootElement.EnumerateObject().Any(member => Json.NameOf(member) is null))
        {
            return;
        }

        bool? result = document.RootElement.TryGetProperty("result", out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
        var data = document.RootElement.TryGetProperty("data", out var found) && found.ValueKind != JsonValueKind.Null ? Json.Text(JsonMarshal.GetRawUtf8Value(found)) : "";
        CheckException.ThrowIf(answer.Result != result, "Another result.");
        CheckException.ThrowIf(Json.Text(answer.Data.Span) != data, "Other data.");
        CheckException.ThrowIf(answer.ErrorData.Length > 0 && Json.TryParse(answer.ErrorData) is null, "Errors that are not JSON.");
    }
}
