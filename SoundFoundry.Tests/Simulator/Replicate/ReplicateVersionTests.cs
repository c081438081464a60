using System.Net;
using System.Text.Json;

namespace SoundFoundry.Tests.Simulator.Replicate;

/// <summary>Which model is run by which name, and what shape its output has.</summary>
public sealed class ReplicateVersionTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string MusicGen = "671ac645ce5e552cc63a54a2bbff63fcf798043055d2dac5fc9e36a837eedcfb";
    private const string Riffusion = "8cf61ea6c56afd61d8f5b9ffd14d7c216c0a93844ce2d82ac1c9ecc9c7f24e05";

    [Theory]
    [InlineData(MusicGen, HttpStatusCode.Created)]
    [InlineData("meta/musicgen:" + MusicGen, HttpStatusCode.Created)]
    [InlineData("google/lyria-2", HttpStatusCode.Created)]
    [InlineData("meta/musicgen", HttpStatusCode.UnprocessableEntity)]
    [InlineData("0000", HttpStatusCode.UnprocessableEntity)]
    public async Task A_community_model_is_run_by_its_version_and_an_official_one_by_its_name(string version, HttpStatusCode status)
    {
        using var response = await CreateAsync(version, new { prompt = "soft rain" });

        response.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.UnprocessableEntity)
            (await response.ReadAsync()).Text("title").ShouldBe("Invalid version or not permitted");
        else
            response.Headers.Location!.ToString().ShouldContain("/v1/predictions/");
    }

    [Theory]
    [InlineData("/v1/models/lucataco/ace-step/predictions")]
    [InlineData("/v1/models/nobody/nothing/predictions")]
    [InlineData("/v1/nowhere")]
    public async Task What_has_no_such_address_is_not_found(string path)
    {
        using var response = await simulator.ReplicateAsync(HttpMethod.Post, path, new { input = new { tags = "rain" } });

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.ReadAsync()).Text("detail").ShouldBe("The requested resource could not be found.");
    }

    [Theory]
    [InlineData(MusicGen, JsonValueKind.String)]
    [InlineData(Riffusion, JsonValueKind.Object)]
    [InlineData("5555555555555555555555555555555555555555555555555555555555555555", JsonValueKind.Array)]
    public async Task An_output_is_an_address_an_object_or_a_list(string version, JsonValueKind kind)
    {
        object input = kind switch
        {
            JsonValueKind.Object => new { prompt_a = "soft rain" },
            JsonValueKind.Array => new { caption = "soft rain" },
            _ => new { prompt = "soft rain" },
        };
        using var response = await CreateAsync(version, input);
        var done = await simulator.PredictionUntilAsync(await response.ReadAsync(), "succeeded");

        done.GetProperty("output").ValueKind.ShouldBe(kind);
        done.Text("version").ShouldBe(version);
    }

    [Fact]
    public async Task A_token_of_the_older_kind_is_as_good()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/account");
        request.Headers.Add("Authorization", "Token r8_simulated");
        using var response = await simulator.Client.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.ReadAsync()).Text("type").ShouldBe("user");
    }

    private Task<HttpResponseMessage> CreateAsync(string version, object input) =>
        simulator.ReplicateAsync(HttpMethod.Post, "/v1/predictions", new { version, input });
}
