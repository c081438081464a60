using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Tests.Web.Visitors;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Create;

namespace SoundFoundry.Tests.Web.Create;

public sealed class PriceTagTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ABusyPage _page = new();

    [Fact]
    public async Task A_question_that_is_given_up_just_as_its_pause_has_passed_ends_quietly()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") };
        using var price = new PriceTag(new ApiClient(http, Nobody.Visitor, ALanguage.Of<SoundFoundry.Web.Layout.Words>(), NullLogger<ApiClient>.Instance), _clock, () => { });
        var first = _page.Do(() => price.AskAsync(new CreateTrack("rain", 30, false, 0.5)));
        _clock.Advance(TimeSpan.FromSeconds(1));

        _ = _page.Do(() => price.AskAsync(new CreateTrack("rain", 31, false, 0.5)));
        _page.GoOn();

        await first.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        price.Quote.ShouldBeNull();
    }
}
