using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

public sealed class MediaDownloadTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.audio");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("fal", "https://evil.test/a.wav")]
    [InlineData("fal", "https://fal.media.evil.test/a.wav")]
    [InlineData("fal", "https://evilfal.media/a.wav")]
    [InlineData("fal", "https://replicate.delivery/a.wav")]
    [InlineData("fal", "http://v3.fal.media/a.wav")]
    [InlineData("fal", "https://v3.fal.media:8443/a.wav")]
    [InlineData("fal", "https://user:secret@v3.fal.media/a.wav")]
    [InlineData("fal", "https://v3.fal.media@evil.test/a.wav")]
    [InlineData("fal", "https://127.0.0.1/a.wav")]
    [InlineData("fal", "http://169.254.169.254/latest/meta-data")]
    [InlineData("fal", "https://[::1]/a.wav")]
    [InlineData("fal", "http://127.0.0.1:1/a.wav")]
    [InlineData("fal", "ftp://v3.fal.media/a.wav")]
    [InlineData("fal", "file:///etc/passwd")]
    [InlineData("replicate", "https://fal.media/a.wav")]
    [InlineData("replicate", "https://replicate.delivery.evil.test/a.wav")]
    [InlineData("studio", "https://fal.media/a.wav")]
    public async Task Audio_is_fetched_from_its_provider_s_own_hosts_only(string provider, string url)
    {
        await using var server = new RawServer(RawAnswers.Json(200, "never"));
        using var wires = new Wires(server.Address);

        var failure = await wires.Download.SaveAsync(new Uri(url), provider, _path, Cancelled);

        failure.ShouldNotBeNull();
        (failure.Class, failure.Code).ShouldBe((FailureClass.Artifact, "forbidden_host"));
        File.Exists(_path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_finished_file_arrives_whole_and_nobody_is_shown_a_key()
    {
        await using var server = new RawServer(RawAnswers.Json(200, "all of the audio"));

        (await SaveAsync(server)).ShouldBeNull();

        (await File.ReadAllTextAsync(_path, Cancelled)).ShouldBe("all of the audio");
        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBeNull();
    }

    public static TheoryData<string> Mishaps => [.. Transient.Keys];

    private static readonly Dictionary<string, RawAnswer> Transient = new()
    {
        ["truncated"] = RawAnswers.Cut(200, 1_000, "half of the audio, and longer than all of it"),
        ["reset"] = RawAnswers.Reset,
        ["reset in the middle"] = RawAnswers.Cut(200, 1_000, "half of the audio, and longer than all of it", RawAnswers.Reset),
        ["hang up"] = RawAnswers.HangUp,
        ["404"] = RawAnswers.Status(404),
        ["429"] = RawAnswers.Status(429),
        ["500"] = RawAnswers.Status(500),
        ["503"] = RawAnswers.Status(503),
    };

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task What_may_go_better_is_tried_again_from_the_start(string mishap)
    {
        var tries = 0;
        await using var server = new RawServer(_ => ++tries == 1 ? Transient[mishap] : RawAnswers.Json(200, "all of the audio"));

        (await SaveAsync(server)).ShouldBeNull();

        (await File.ReadAllTextAsync(_path, Cancelled)).ShouldBe("all of the audio");
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task It_is_tried_again_five_times_ever_more_slowly_and_then_given_up()
    {
        await using var server = new RawServer(RawAnswers.Status(503));
        using var wires = new Wires(server.Address);
        var clock = new SkippedWaits();

        (await wires.DownloadAt(clock).SaveAsync(new Uri(server.Address, "/files/a.wav"), "fal", _path, Cancelled)).ShouldBe(new Failure(
            FailureClass.Artifact, "download_failed", "fal made the audio, but it could not be downloaded: 127.0.0.1 answered 503."));

        server.Requests.Count.ShouldBe(6);
        double[] expected = [0.5, 1, 2, 4, 8];
        clock.Waits.Count.ShouldBe(expected.Length);
        foreach (var (wait, seconds) in clock.Waits.Zip(expected)) wait.TotalSeconds.ShouldBe(seconds, seconds / 4);
    }

    [Fact]
    public async Task Another_refusal_is_final()
    {
        await using var server = new RawServer(RawAnswers.Status(410));

        (await SaveAsync(server)).ShouldNotBeNull().Code.ShouldBe("download_failed");

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_stalls_for_twenty_seconds_is_begun_anew()
    {
        var time = new FakeTimeProvider();
        var tries = 0;
        await using var server = new RawServer(_ => ++tries == 1 ? RawAnswers.Cut(200, 1_000, "half", RawAnswers.Silence) : RawAnswers.Json(200, "whole"));
        using var wires = new Wires(server.Address);
        var begun = time.GetUtcNow();

        var download = wires.DownloadAt(new SkippedWaits(), time).SaveAsync(new Uri(server.Address, "/files/a.wav"), "fal", _path, Cancelled);
        await WrittenAsync("half");
        while (Volatile.Read(ref tries) == 1)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled);
        }

        (time.GetUtcNow() - begun).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        (await download).ShouldBeNull();
        (await File.ReadAllTextAsync(_path, Cancelled)).ShouldBe("whole");
    }

    [Fact]
    public async Task Five_minutes_are_enough_for_all_tries_together()
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer(RawAnswers.Silence);
        using var wires = new Wires(server.Address);

        var download = wires.DownloadAt(time).SaveAsync(new Uri(server.Address, "/files/a.wav"), "fal", _path, Cancelled);
        await server.Asked.Task.WaitAsync(Cancelled);
        time.Advance(TimeSpan.FromMinutes(5));

        (await download).ShouldBe(new Failure(
            FailureClass.Artifact, "download_failed", "fal made the audio, but it could not be downloaded: not done within 5 min; no byte came"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_by_its_own_word_is_not_begun()
    {
        await using var server = new RawServer(RawAnswers.Cut(200, 300L * 1024 * 1024, "x"));

        (await SaveAsync(server)).ShouldNotBeNull().Code.ShouldBe("too_large");

        File.Exists(_path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_without_an_end_is_stopped_at_the_limit()
    {
        await using var server = new RawServer(RawAnswers.Endless);

        var failure = (await SaveAsync(server)).ShouldNotBeNull();

        (failure.Class, failure.Code, failure.Reason).ShouldBe((FailureClass.Artifact, "too_large", "The audio is larger than 256 MB."));
        new FileInfo(_path).Length.ShouldBeLessThanOrEqualTo(256 * 1024 * 1024);
    }

    [Fact]
    public async Task A_redirect_is_followed_where_audio_may_be()
    {
        await using var server = new RawServer(request => request.Target == "/files/a.wav" ? RawAnswers.Status(302, "Location: /files/b.wav") : RawAnswers.Json(200, "b"));

        (await SaveAsync(server)).ShouldBeNull();

        (await File.ReadAllTextAsync(_path, Cancelled)).ShouldBe("b");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data", "forbidden_host")]
    [InlineData("https://evil.test/a.wav", "forbidden_host")]
    [InlineData("//evil.test/a.wav", "forbidden_host")]
    [InlineData("file:///etc/passwd", "forbidden_host")]
    [InlineData("/files/a.wav", "too_many_redirects")]
    public async Task A_redirect_leads_nowhere_else(string location, string code)
    {
        await using var server = new RawServer(RawAnswers.Status(302, $"Location: {location}"));

        (await SaveAsync(server)).ShouldNotBeNull().Code.ShouldBe(code);

        server.Requests.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Only_the_caller_s_own_cancellation_is_thrown()
    {
        await using var server = new RawServer(RawAnswers.Silence);
        using var wires = new Wires(server.Address);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var download = wires.Download.SaveAsync(new Uri(server.Address, "/files/a.wav"), "fal", _path, cancel.Token);
        await server.Asked.Task.WaitAsync(Cancelled);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(download);
    }

    private async Task<Failure?> SaveAsync(RawServer server)
    {
        using var wires = new Wires(server.Address);
        return await wires.DownloadAt(new SkippedWaits()).SaveAsync(new Uri(server.Address, "/files/a.wav"), "fal", _path, Cancelled);
    }

    private async Task WrittenAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!File.Exists(_path) || new FileInfo(_path).Length < text.Length) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
    }
}
