using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Worker.Inspection;

namespace SoundFoundry.Tests.Worker.Renditions;

public sealed class DownloadTests(RunningStack stack, AudioFiles files) : IClassFixture<RunningStack>, IClassFixture<AudioFiles>
{
    private const string Prompt = "soft; rain = \"on\" a #tin \\ roof 雨";
    private const string Lyrics = "[Verse]\nDrip; drop\n\n[Chorus]\nDrop";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wav", "pcm_s16le", "RIFF", "audio/wav")]
    [InlineData("mp3", "mp3", "ID3", "audio/mpeg")]
    [InlineData("flac", "flac", "fLaC", "audio/flac")]
    [InlineData("ogg", "vorbis", "OggS", "audio/ogg")]
    public async Task A_download_is_what_it_says_and_tells_its_title_prompt_lyrics_and_cover(
        string format, string codec, string magic, string contentType)
    {
        var track = await MakeTrackAsync("Tin; Roof = 1");

        using var download = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format={format}&download=true", Cancelled);

        download.StatusCode.ShouldBe(HttpStatusCode.OK);
        download.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
        download.Content.Headers.ContentDisposition!.FileNameStar!.ShouldEndWith($".{format}");
        var bytes = await download.Content.ReadAsByteArrayAsync(Cancelled);
        Encoding.ASCII.GetString(bytes[..magic.Length]).ShouldBe(magic);
        var probe = await Probe.OfAsync(files.Write(format, bytes));
        probe.Codec.ShouldBe(codec);
        probe.Seconds.ShouldBe(5, 0.05);
        probe.HasPicture.ShouldBe(format != "wav");
        probe.Tags["title"].ShouldBe("Tin; Roof = 1");
        probe.Tags["artist"].ShouldBe("SoundFoundry");
        probe.Tags["comment"].ShouldBe(Prompt);
        if (format != "wav") probe.Tags["lyrics"].ShouldBe(Lyrics);
    }

    [Fact]
    public async Task Asked_for_again_it_is_there_and_a_renamed_track_is_made_anew()
    {
        var track = await MakeTrackAsync("Before");
        var first = await TitleAsync(track);
        var made = await stack.WithDbAsync(db => db.Renditions.AsNoTracking().OrderBy(r => r.Id).LastAsync(Cancelled));

        (await TitleAsync(track)).ShouldBe(first);
        (await stack.WithDbAsync(db => db.Renditions.AsNoTracking().SingleAsync(r => r.Id == made.Id, Cancelled))).Key.ShouldBe(made.Key);
        (await stack.Client.PatchAsJsonAsync($"/api/tracks/{track}", new { title = "After" }, Cancelled)).EnsureSuccessStatusCode();

        first.ShouldBe("Before");
        (await TitleAsync(track)).ShouldBe("After");
    }

    [Fact]
    public async Task Pictures_of_the_sound_are_png_of_a_known_size()
    {
        var track = await MakeTrackAsync("Pictures");

        (await PictureAsync($"/api/tracks/{track}/cover?format=png")).ShouldBe((1_000, 1_000));
        (await PictureAsync($"/api/tracks/{track}/spectrogram")).ShouldBe((1_600, 400));
        using var shared = await stack.Client.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = false });
        var token = (await shared.ReadAsync()).GetProperty("token").GetString();
        (await PictureAsync($"/api/public/shares/{token}/cover?format=png")).ShouldBe((1_000, 1_000));
    }

    [Fact]
    public async Task The_cover_is_the_same_every_time_and_kept_where_its_address_says_of_what_it_is()
    {
        var track = await MakeTrackAsync("Cover");
        var job = (await stack.Client.GetAsJsonAsync($"/api/tracks/{track}")).GetProperty("job_id").GetInt64();

        using var kept = await stack.Client.GetAsync($"/api/tracks/{track}/cover?v={job}", Cancelled);
        using var asked = await stack.Client.GetAsync($"/api/tracks/{track}/cover?v={job + 1}", Cancelled);
        using var odd = await stack.Client.GetAsync($"/api/tracks/{track}/cover?format=exe", Cancelled);

        kept.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        kept.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(7));
        asked.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await asked.Content.ReadAsStringAsync(Cancelled)).ShouldBe(await kept.Content.ReadAsStringAsync(Cancelled));
        odd.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Damaged_audio_is_refused_in_words_and_the_stored_file_is_still_given()
    {
        var track = await MakeTrackAsync("Damaged");
        var file = Directory.EnumerateFiles(Path.Combine(stack.AudioFolder, "users"), "*.wav", SearchOption.AllDirectories)
            .Single(path => path.Contains($"/tracks/{track}/", StringComparison.Ordinal));
        await File.WriteAllTextAsync(file, "no longer audio", Cancelled);

        using var mp3 = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=mp3", Cancelled);
        using var wav = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=wav&download=true", Cancelled);

        mp3.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await mp3.ReadAsync()).GetProperty("code").GetString().ShouldBe("rendition_failed");
        (await wav.Content.ReadAsStringAsync(Cancelled)).ShouldBe("no longer audio");
    }

    [Fact]
    public async Task What_is_stored_in_a_format_that_we_do_not_make_can_be_downloaded_as_it_is()
    {
        var track = await MakeTrackAsync("Foreign");
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET artifact_key = replace(artifact_key, '.wav', '.m4a') WHERE track_id = {track}", Cancelled));
        foreach (var wav in Directory.EnumerateFiles(Path.Combine(stack.AudioFolder, "users"), "*.wav", SearchOption.AllDirectories)
            .Where(path => path.Contains($"/tracks/{track}/", StringComparison.Ordinal)))
            File.Move(wav, Path.ChangeExtension(wav, "m4a"));

        using var download = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=m4a&download=true", Cancelled);

        (await stack.Client.GetAsJsonAsync($"/api/tracks/{track}")).GetProperty("formats")[0].GetString().ShouldBe("m4a");
        download.StatusCode.ShouldBe(HttpStatusCode.OK);
        download.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Foreign.m4a");
    }

    [Fact]
    public async Task A_track_tells_its_key_and_formats_and_gives_as_many_peaks_as_asked_for()
    {
        var track = await MakeTrackAsync("Told");

        var told = await stack.Client.GetAsJsonAsync($"/api/tracks/{track}");
        var peaks = await stack.Client.GetAsJsonAsync($"/api/tracks/{track}/peaks?points=1800");
        using var tooMany = await stack.Client.GetAsync($"/api/tracks/{track}/peaks?points=2001", Cancelled);
        using var odd = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=exe", Cancelled);

        told.GetProperty("key").GetString()!.ShouldMatch("^[A-G][b#]? (major|minor)$");
        told.GetProperty("formats").EnumerateArray().Select(format => format.GetString()).ShouldBe(["wav", "mp3", "flac", "ogg"]);
        peaks.GetProperty("peaks").GetArrayLength().ShouldBe(1_800);
        tooMany.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        odd.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<long> MakeTrackAsync(string title)
    {
        using var response = await stack.Client.PostTrackAsync(
            new { prompt = Prompt, title, duration_s = 5, seed = 3 });
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var created = await response.ReadAsync();
        await stack.Client.JobReachesAsync(created.GetProperty("job_id").GetInt64(), "COMPLETE");
        var track = created.GetProperty("track_id").GetInt64();
        // The built-in synthesiser sings no words, and takes none.
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE tracks SET lyrics = {Lyrics} WHERE id = {track}", Cancelled));
        return track;
    }

    private async Task<string> TitleAsync(long track) => (await Probe.OfAsync(
        files.Write("mp3", await stack.Client.GetByteArrayAsync($"/api/tracks/{track}/audio?format=mp3", Cancelled)))).Tags["title"];

    private async Task<(int Width, int Height)> PictureAsync(string address)
    {
        var png = await stack.Client.GetByteArrayAsync(address, Cancelled);
        png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        png.Length.ShouldBeLessThan(500_000);
        return ((png[18] << 8) | png[19], (png[22] << 8) | png[23]);
    }
}
