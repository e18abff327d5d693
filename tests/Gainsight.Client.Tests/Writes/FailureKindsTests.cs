using System.Net;

namespace Gainsight.Client.Tests.Writes;

public sealed class FailureKindsTests
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    public static TheoryData<HttpStatusCode> GatewayStatuses =>
    [
        HttpStatusCode.MethodNotAllowed, HttpStatusCode.ProxyAuthenticationRequired, HttpStatusCode.RequestTimeout, HttpStatusCode.MisdirectedRequest, TooEarly,
        HttpStatusCode.RequestHeaderFieldsTooLarge, HttpStatusCode.UnavailableForLegalReasons,
    ];

    [Fact]
    public void Invalid_data_is_a_refusal_of_the_rows()
    {
        var refusal = FailureKinds.RefusalOf(Invalid(Json with { Code = "GSOBJ_1012" }), WriteMode.Insert);

        refusal!.Code.Should().Be("GSOBJ_1012");
    }

    [Fact]
    public void An_invalid_path_does_not_refuse_the_rows() =>
        FailureKinds.RefusalOf(Invalid(Json with { Code = ErrorCodes.InvalidPath }), WriteMode.Insert).Should().BeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_does_not_come_from_Gainsight_does_not_refuse_the_rows(bool isJson) =>
        FailureKinds.RefusalOf(Invalid(Json with { IsJson = isJson, HasEnvelope = false }), WriteMode.Insert).Should().BeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_that_an_earlier_attempt_may_have_written_are_refused_by_any_JSON(bool isJson) =>
        (FailureKinds.RefusalOf(Invalid(Json with { IsJson = isJson, HasEnvelope = false }), WriteMode.Upsert, isInDoubt: true) is not null).Should().Be(isJson);

    [Theory]
    [MemberData(nameof(GatewayStatuses))]
    public void A_status_that_a_gateway_gives_does_not_refuse_the_rows(HttpStatusCode status) =>
        FailureKinds.RefusalOf(Invalid(Json with { Status = status, Code = "GSOBJ_1012" }), WriteMode.Insert).Should().BeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_call_that_is_too_large_is_refused_whoever_says_so(bool isJson) =>
        FailureKinds.RefusalOf(Of(new ApiRefusal { Status = HttpStatusCode.RequestEntityTooLarge, IsJson = isJson }), WriteMode.Insert)!.IsTooLarge.Should().BeTrue();

    [Fact]
    public void A_failure_without_an_answer_and_a_refused_credential_do_not_refuse_the_rows()
    {
        FailureKinds.RefusalOf(new GainsightTransportException("The connection broke."), WriteMode.Delete).Should().BeNull();
        FailureKinds.RefusalOf(new GainsightAuthenticationException("Refused.", Json with { Code = ErrorCodes.Unauthorized }), WriteMode.Delete).Should().BeNull();
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(false, ErrorCodes.NoMatch, true)]
    [InlineData(true, ErrorCodes.ObjectNotFound, false)]
    [InlineData(true, ErrorCodes.RouteNotFound, false)]
    public void Not_found_refuses_the_row_if_it_can_mean_the_record(bool isDelete, string? code, bool isRefusal)
    {
        var failure = new GainsightNotFoundException("Not found.", Json with { Status = HttpStatusCode.NotFound, Code = code });

        (FailureKinds.RefusalOf(failure, isDelete ? WriteMode.Delete : WriteMode.UpdateByGsid) is not null).Should().Be(isRefusal);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout, true)]
    [InlineData(TooEarly, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    [InlineData(HttpStatusCode.BadRequest, false)]
    public void A_call_that_a_server_gave_up_may_have_been_carried_out(HttpStatusCode status, bool mayBe) =>
        FailureKinds.MayBeCarriedOut(Of(Json with { Status = status })).Should().Be(mayBe);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refusal_of_something_in_between_is_a_block(bool isByIntermediary)
    {
        FailureKinds.IsBlocked(Of(new ApiRefusal { Status = HttpStatusCode.Forbidden, IsByIntermediary = isByIntermediary })).Should().Be(isByIntermediary);
        FailureKinds.IsBlocked(new GainsightTransportException("The connection broke.")).Should().BeFalse();
    }

    private static ApiRefusal Json { get; } = new() { Status = HttpStatusCode.BadRequest, IsJson = true, HasEnvelope = true };

    private static GainsightApiException Of(ApiRefusal refusal) => new("Refused.", refusal);

    private static GainsightValidationException Invalid(ApiRefusal refusal) => new("Refused.", refusal);
}
