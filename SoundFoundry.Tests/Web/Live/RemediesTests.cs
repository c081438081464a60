using SoundFoundry.Web.Live;

namespace SoundFoundry.Tests.Web.Live;

public sealed class RemediesTests
{
    [Theory]
    [InlineData("422", nameof(Remedy.EditRequest))]
    [InlineData("content_policy_violation", nameof(Remedy.EditRequest))]
    [InlineData("401", nameof(Remedy.TellOperator))]
    [InlineData("too_many_claims", nameof(Remedy.TellOperator))]
    [InlineData("429", nameof(Remedy.Wait))]
    [InlineData("503", nameof(Remedy.Wait))]
    [InlineData("generation_timeout", nameof(Remedy.Wait))]
    [InlineData("bad_artifact", nameof(Remedy.OtherModel))]
    [InlineData("a_word_we_never_heard", nameof(Remedy.OtherModel))]
    [InlineData(null, nameof(Remedy.Wait))]
    public void Who_failed_is_told_what_helps(string? errorCode, string remedy) => Remedies.Of(errorCode).ToString().ShouldBe(remedy);
}
