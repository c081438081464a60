using Microsoft.Extensions.Logging.Abstractions;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Tests.Web.Visitors;

public sealed class VisitorStateTests
{
    [Theory]
    [InlineData("known", true)]
    [InlineData("unknown", false)]
    [InlineData("unavailable unavailable unavailable", true)]
    [InlineData("refused", true)]
    [InlineData("refused known refused", true)]
    [InlineData("refused refused", false)]
    public void A_circuit_ends_with_its_session_and_when_a_flood_keeps_the_session_from_being_judged(string verdicts, bool stands)
    {
        using var http = new HttpClient();
        using var state = new VisitorState(new SessionLookup(http, NullLogger<SessionLookup>.Instance), NullLoggerFactory.Instance);

        verdicts.Split(' ').Select(Verdict).Select(state.Stands).ToList().Last().ShouldBe(stands);
    }

    private static SessionVerdict Verdict(string word) => word switch
    {
        "known" => new SessionVerdict.Known(new Me(1, "somebody", null, HasPassword: true, "user")),
        "unknown" => new SessionVerdict.Unknown(),
        "refused" => new SessionVerdict.Refused(),
        _ => new SessionVerdict.Unavailable(),
    };
}
