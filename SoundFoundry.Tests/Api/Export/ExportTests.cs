using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Export;

public sealed class ExportTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stack.InitializeAsync();

    [Fact]
    public async Task A_user_takes_every_row_and_every_audio_along_under_sane_names()
    {
        await AddManyTracksAsync(450);
        var (track, job) = await _stack.Client.CreateTrackAsync("..\\..//evil <name>: \u202Egnp.exe 🎵");
        await _stack.Client.JobReachesAsync(job, "COMPLETE");
        var audio = await _stack.Client.GetByteArrayAsync($"/api/tracks/{track}/audio", Cancelled);

        using var list = await _stack.Client.PostJsonAsync("/api/playlists", new { name = "Evenings", track_ids = new[] { track } });
        using var share = await _stack.Client.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = true });

        using var answer = await _stack.Client.GetAsync("/api/export", Cancelled);
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancelled));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldStartWith("soundfoundry-");
        archive.Entries.Select(entry => entry.FullName).ShouldBe(
            ["account.json", "ledger.json", "tracks.json", "playlists.json", "shares.json", $"audio/{track} _..__evil _name__ gnp.exe 🎵.wav"]);
        var tracks = (await ReadAsync(archive, "tracks.json")).EnumerateArray().ToList();
        tracks.Select(one => one.GetProperty("id").GetInt64()).ShouldBeUnique();
        tracks.Count.ShouldBe(451);
        var made = tracks[^1];
        made.GetProperty("audio").GetString().ShouldBe(archive.Entries[5].FullName);
        made.GetProperty("seed").ValueKind.ShouldBe(JsonValueKind.Number);
        var render = made.GetProperty("jobs")[0];
        (render.GetProperty("cost_credits").GetInt32(), render.GetProperty("attempts")[0].GetProperty("provider").GetString()).ShouldBe((1, "studio"));
        (await ReadAsync(archive, "ledger.json")).EnumerateArray().Count().ShouldBe(3);
        (await ReadAsync(archive, "account.json")).GetProperty("id").GetInt64().ShouldBe(User.LocalOwnerId);
        var playlist = (await ReadAsync(archive, "playlists.json")).EnumerateArray().Single();
        playlist.GetProperty("name").GetString().ShouldBe("Evenings");
        playlist.GetProperty("track_ids")[0].GetInt64().ShouldBe(track);
        (await ReadAsync(archive, "shares.json")).EnumerateArray().Single().GetProperty("track_id").GetInt64().ShouldBe(track);
        await using var stored = await archive.Entries[5].OpenAsync(Cancelled);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, Cancelled);
        copy.ToArray().ShouldBe(audio);
    }

    [Fact]
    public async Task Audio_may_be_left_out_and_what_the_store_lost_is_named()
    {
        var (track, job) = await _stack.Client.CreateTrackAsync("lost");
        await _stack.Client.JobReachesAsync(job, "COMPLETE");
        File.Delete(AudioFile(job));

        await using var whole = new ZipArchive(await _stack.Client.GetStreamAsync("/api/export", Cancelled));
        await using var rows = new ZipArchive(await _stack.Client.GetStreamAsync("/api/export?audio=false", Cancelled));

        rows.Entries.Select(entry => entry.FullName).ShouldBe(["account.json", "ledger.json", "tracks.json", "playlists.json", "shares.json"]);
        (await ReadAsync(whole, "missing.json"))[0].GetString().ShouldBe($"audio/{track} lost.wav");
    }

    [Fact]
    public async Task An_export_that_fails_on_its_way_is_cut_and_is_no_archive()
    {
        var (_, job) = await _stack.Client.CreateTrackAsync("unreadable");
        await _stack.Client.JobReachesAsync(job, "COMPLETE");
        var file = AudioFile(job);
        File.Delete(file);
        Directory.CreateDirectory(file);
        using var received = new MemoryStream();

        using var answer = await _stack.Client.GetAsync("/api/export", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        await Should.ThrowAsync<HttpRequestException>(() => answer.Content.CopyToAsync(received, Cancelled));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        received.Position = 0;
        Should.Throw<InvalidDataException>(() => new ZipArchive(received).Entries.Count);
    }

    private string AudioFile(long job) =>
        Directory.EnumerateFiles(Path.Combine(_stack.AudioFolder, "users"), $"{job}-*", SearchOption.AllDirectories).Single();

    private Task<int> AddManyTracksAsync(int count) => _stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO tracks (user_id, prompt, tags, duration_s, has_vocals, style_strength, seed, favorite)
        SELECT {User.LocalOwnerId}, 'track ' || number, ARRAY[]::text[], 30, false, 0.5, number, false FROM generate_series(1, {count}) AS number
        """, Cancelled));

    private static async Task<JsonElement> ReadAsync(ZipArchive archive, string name)
    {
        await using var entry = await archive.GetEntry(name)!.OpenAsync(Cancelled);
        return await JsonSerializer.DeserializeAsync<JsonElement>(entry, cancellationToken: Cancelled);
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();
}
