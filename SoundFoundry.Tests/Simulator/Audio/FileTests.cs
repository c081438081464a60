using System.Net;
using System.Text.Json;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Tests.Simulator.Audio;

public sealed class FileTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Fact]
    public async Task The_audio_is_real_stereo_of_the_length_asked_for_and_as_loud_as_music()
    {
        var facts = await InspectAsync(await RenderAsync(new { prompt = "soft rain", duration = 12 }));

        (facts.DurationSeconds, facts.SampleRate, facts.Channels).ShouldBe((12, 44_100, 2));
        facts.LoudnessLufs!.Value.ShouldBeInRange(-16, -14);
        (facts.IsSilent, facts.LongestSilenceSeconds, facts.ClippedSamples).ShouldBe((false, 0, 0));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_and_another_seed_others()
    {
        var one = await DownloadAsync(await RenderAsync(new { prompt = "soft rain", duration = 1, seed = 7 }));
        var same = await DownloadAsync(await RenderAsync(new { prompt = "soft rain", duration = 1, seed = 7 }));
        var other = await DownloadAsync(await RenderAsync(new { prompt = "soft rain", duration = 1, seed = 8 }));

        same.ShouldBe(one);
        other.SequenceEqual(one).ShouldBeFalse();
    }

    [Fact]
    public async Task A_load_gets_small_files_of_the_true_length()
    {
        await simulator.Control.SetPaceAsync(mono: true);

        var facts = await InspectAsync(await RenderAsync(new { prompt = "soft rain", duration = 5 }));

        (facts.DurationSeconds, facts.SampleRate, facts.Channels).ShouldBe((5, 16_000, 1));
    }

    [Fact]
    public async Task A_model_that_writes_MP3_writes_MP3()
    {
        var order = new { input = new { prompt = "soft rain", music_length_ms = 6_000 } };
        using var response = await simulator.ReplicateAsync(HttpMethod.Post, "/v1/models/elevenlabs/music/predictions", order);
        var done = await simulator.PredictionUntilAsync(await response.ReadAsync(), "succeeded");

        var facts = await InspectAsync(done.Text("output"));

        done.Text("output").ShouldEndWith(".mp3");
        facts.DurationSeconds.ShouldBe(6, tolerance: 0.1);
        facts.IsSilent.ShouldBeFalse();
    }

    [Fact]
    public async Task Audio_may_be_silent_half_as_long_or_without_end()
    {
        await simulator.Control.SetFaultAsync("replicate", "silent_audio", times: 1);
        await simulator.Control.AddFaultAsync("replicate", "wrong_length", times: 1);
        await simulator.Control.AddFaultAsync("replicate", "huge_audio", times: 1);
        var silent = await InspectAsync(await RenderAsync(new { prompt = "soft rain", duration = 2 }));
        var half = await InspectAsync(await RenderAsync(new { prompt = "soft rain", duration = 2 }));
        using var huge = await simulator.Client.GetAsync(
            await RenderAsync(new { prompt = "soft rain", duration = 2 }), HttpCompletionOption.ResponseHeadersRead, Token);

        silent.IsSilent.ShouldBeTrue();
        half.DurationSeconds.ShouldBe(1);
        huge.Content.Headers.ContentLength.ShouldBeNull();
        await using var stream = await huge.Content.ReadAsStreamAsync(Token);
        await stream.ReadExactlyAsync(new byte[20_000_000], Token);
    }

    [Fact]
    public async Task A_download_may_fail_break_off_come_short_or_be_something_else()
    {
        var address = await RenderAsync(new { prompt = "soft rain", duration = 2 });
        var whole = (await DownloadAsync(address)).Length;
        foreach (var kind in new[] { "download_error", "download_reset", "download_truncated", "download_not_audio" })
            await simulator.Control.AddFaultAsync("replicate", kind, times: 1);

        using var failed = await simulator.Client.GetAsync(address, Token);
        await Should.ThrowAsync<HttpRequestException>(() => DownloadAsync(address));
        var truncated = await DownloadAsync(address);
        using var page = await simulator.Client.GetAsync(address, Token);

        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        truncated.Length.ShouldBe(whole / 2);
        (page.StatusCode, page.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/html"));
        (await DownloadAsync(address)).Length.ShouldBe(whole);
    }

    [Fact]
    public async Task A_download_may_lead_to_another_host_where_the_file_really_is()
    {
        var address = await RenderAsync(new { prompt = "soft rain", duration = 1 });
        await simulator.Control.SetFaultAsync("replicate", "download_redirect");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var redirect = await client.GetAsync(address, Token);
        using var there = await client.GetAsync(redirect.Headers.Location, Token);

        redirect.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        redirect.Headers.Location!.Host.ShouldNotBe(new Uri(address).Host);
        there.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> RenderAsync(object input) =>
        (await simulator.PredictionUntilAsync(await simulator.PredictAsync(input), "succeeded")).Text("output");

    private Task<byte[]> DownloadAsync(string address) => simulator.Client.GetByteArrayAsync(address, Token);

    private async Task<AudioFacts> InspectAsync(string address)
    {
        using var folder = new ServerFolder("simulated-audio");
        var path = Path.Combine(folder.Path, Path.GetFileName(address));
        await File.WriteAllBytesAsync(path, await DownloadAsync(address), Token);
        return await AudioInspector.InspectAsync(path, Token);
    }
}
