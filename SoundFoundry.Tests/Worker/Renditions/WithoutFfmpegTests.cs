using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Renditions;

namespace SoundFoundry.Tests.Worker.Renditions;

/// <summary>What can be had where no worker has ffmpeg, and is offered.</summary>
public sealed class WithoutFfmpegTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _stack.StartApiAsync(Stop);
        _stack.StartWorker(services => services.AddSingleton(new Encoders("/nowhere/ffmpeg", TimeProvider.System)));
    }

    [Fact]
    public async Task What_is_stored_is_given_and_drawn_and_all_else_is_refused_in_words()
    {
        var track = await MakeTrackAsync();

        using var mp3 = await _stack.Client.GetAsync($"/api/tracks/{track}/audio?format=mp3", Stop);
        using var wav = await _stack.Client.GetAsync($"/api/tracks/{track}/audio?format=wav&download=true", Stop);
        using var cover = await _stack.Client.GetAsync($"/api/tracks/{track}/cover?format=png", Stop);
        using var spectrogram = await _stack.Client.GetAsync($"/api/tracks/{track}/spectrogram", Stop);

        (mp3.StatusCode, (await mp3.ReadAsync()).GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, "no_encoder"));
        (wav.StatusCode, wav.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "audio/wav"));
        (await cover.ReadAsync()).GetProperty("code").GetString().ShouldBe("no_encoder");
        (spectrogram.StatusCode, spectrogram.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/png"));
    }

    [Fact]
    public async Task Only_what_a_worker_can_make_is_offered_and_while_there_is_none_what_the_last_could()
    {
        var track = await MakeTrackAsync();
        Formats(await _stack.Client.GetAsJsonAsync($"/api/tracks/{track}")).ShouldBe(["wav"]);
        Formats((await _stack.Client.GetAsJsonAsync("/api/tracks")).GetProperty("tracks")[0]).ShouldBe(["wav"]);

        await _stack.StopWorkersAsync();
        Formats(await _stack.Client.GetAsJsonAsync($"/api/tracks/{track}")).ShouldBe(["wav"]);
        (await _stack.Client.GetAsJsonAsync("/api/admin/workers")).GetArrayLength().ShouldBe(0);

        _stack.StartWorker();
        await _stack.Client.UntilAsync($"/api/tracks/{track}", told => Formats(told).SequenceEqual(["wav", "mp3", "flac", "ogg"]));
        using var mp3 = await _stack.Client.GetAsync($"/api/tracks/{track}/audio?format=mp3", Stop);
        mp3.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<long> MakeTrackAsync()
    {
        var (track, job) = await _stack.Client.CreateTrackAsync();
        await _stack.Client.JobReachesAsync(job, "COMPLETE");
        return track;
    }

    private static List<string?> Formats(JsonElement track) => [.. track.GetProperty("formats").EnumerateArray().Select(format => format.GetString())];

    public ValueTask DisposeAsync() => _stack.DisposeAsync();
}
