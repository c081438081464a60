using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Core.Models;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Replicate;

/// <summary>Finding a prediction whose answer was lost, in lists of the shape that Replicate publishes.</summary>
public sealed class PredictionSearchTests
{
    private static readonly DateTimeOffset Started = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-23T04:00:01.36Z")]
    [InlineData("2026-11-23T04:00:01.360785Z")]
    [InlineData("2026-11-23T04:00:01.36078514Z")]
    [InlineData("2026-11-23T04:00:01.360785141Z")]
    [InlineData("2026-11-23T03:51:00Z")]
    [InlineData("2026-11-23T04:09:00+00:00")]
    public async Task It_is_found_by_what_was_sent_whenever_in_the_window_it_was_made(string createdAt) =>
        (await FindAsync([[Listed("p1", createdAt, Sent)]])).ShouldBeOfType<SearchAnswer.Found>().Handle.RequestId.ShouldBe("p1");

    [Fact]
    public async Task Defaults_that_Replicate_added_and_another_spelling_of_numbers_don_t_hide_it() =>
        (await FindAsync([[Listed("p1", At(1), """{"seed":7.0,"prompt":"rain on a tin roof","steps":8}""", model: "internal/sa25", version: "hidden")]]))
            .ShouldBeOfType<SearchAnswer.Found>();

    [Fact]
    public async Task Others_are_passed_over_on_every_page()
    {
        var answer = await FindAsync(
            [
                [Listed("late", "2026-11-23T04:30:00Z", Sent), Listed("other", At(5), """{"prompt":"snow","seed":7}""")],
                [Listed("known", At(4), Sent), Listed("part", At(3), """{"prompt":"rain on a tin roof"}""")],
                [Listed("p1", At(1), Sent), Listed("old", "2026-11-23T03:00:00Z", Sent)],
            ],
            known: "known");

        answer.ShouldBeOfType<SearchAnswer.Found>().Handle.RequestId.ShouldBe("p1");
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public async Task It_is_not_there_only_once_a_submit_under_way_would_have_shown_up(int seconds, bool certain) =>
        (await FindAsync([[Listed("other", At(1), """{"prompt":"snow","seed":7}""")]], TimeSpan.FromSeconds(seconds)))
            .ShouldBe(certain ? new SearchAnswer.NotThere() : new SearchAnswer.CannotTell());

    [Fact]
    public async Task The_list_is_read_no_further_than_the_window()
    {
        var answer = await FindAsync([[Listed("old", "2026-11-23T03:49:00Z", Sent)], [Listed("p1", At(1), Sent)]]);

        answer.ShouldBe(new SearchAnswer.NotThere());
    }

    [Fact]
    public async Task A_prediction_whose_input_was_removed_may_be_it() =>
        (await FindAsync([[Listed("p1", At(1), "{}", version: "hidden")]])).ShouldBe(new SearchAnswer.CannotTell());

    [Fact]
    public async Task A_removed_one_of_another_model_is_not_it() =>
        (await FindAsync([[Listed("p1", At(1), "{}", model: "meta/musicgen", version: new string('b', 64))]])).ShouldBe(new SearchAnswer.NotThere());

    [Theory]
    [InlineData(500, "")]
    [InlineData(401, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"results":{}}""")]
    [InlineData(200, """{"results":[],"next":"https://evil.test/v1/predictions?cursor=2"}""")]
    public async Task A_list_that_can_t_be_read_to_the_end_proves_nothing(int status, string body)
    {
        await using var server = new RawServer(RawAnswers.Json(status, body));

        (await FindAsync(server, TimeSpan.FromMinutes(1), null)).ShouldBe(new SearchAnswer.CannotTell());

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_without_an_end_is_left_after_a_hundred_pages()
    {
        RawServer? server = null;
        await using (server = new RawServer(_ => RawAnswers.Json(200, Page([Listed("other", At(1), """{"prompt":"snow"}""")], new Uri(server!.Address, "/v1/predictions?cursor=next")))))
        {
            (await FindAsync(server, TimeSpan.FromMinutes(1), null)).ShouldBe(new SearchAnswer.CannotTell());

            server.Requests.Count.ShouldBe(100);
        }
    }

    private static string Sent => Wires.Input().ToJsonString();

    private static string At(int seconds) => (Started + TimeSpan.FromSeconds(seconds)).ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static JsonObject Listed(string id, string createdAt, string input, string model = "stability-ai/stable-audio-2.5", string version = "hidden") => new()
    {
        ["id"] = id, ["model"] = model, ["version"] = version, ["input"] = JsonNode.Parse(input), ["logs"] = "", ["error"] = null,
        ["status"] = "processing", ["created_at"] = createdAt, ["source"] = "api", ["data_removed"] = false,
    };

    private static string Page(IEnumerable<JsonObject> predictions, Uri? next) =>
        JsonSerializer.Serialize(new { previous = (string?)null, next = next?.AbsoluteUri, results = predictions });

    private static async Task<SearchAnswer> FindAsync(JsonObject[][] pages, TimeSpan? age = null, string? known = null)
    {
        RawServer? server = null;
        await using (server = new RawServer(request =>
        {
            var page = request.Target.Split("cursor=") is [_, var cursor] ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
            return RawAnswers.Json(200, Page(pages[page], page + 1 < pages.Length ? new Uri(server!.Address, $"/v1/predictions?cursor={page + 1}") : null));
        }))
        {
            return await FindAsync(server, age ?? TimeSpan.FromMinutes(1), known);
        }
    }

    private static async Task<SearchAnswer> FindAsync(RawServer server, TimeSpan age, string? known)
    {
        using var wires = new Wires(server.Address, new FakeTimeProvider(Started + age));
        var lost = new LostSubmit(Wires.ReplicateModel, Wires.Input(), Started, (id, _) => Task.FromResult(id == known));
        return await wires.Replicate.FindAsync(lost, Cancelled);
    }
}
