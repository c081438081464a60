using System.Net.Http.Json;
using System.Text.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>One of everything that has a page of its own.</summary>
internal sealed record Shelf(long Track, long Playlist, string Share)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Shelf> MakeAsync(HttpClient api)
    {
        var (track, job) = await api.CreateTrackAsync();
        await api.JobReachesAsync(job, "COMPLETE");
        var playlist = await PostAsync(api, "/api/playlists", new { name = "Evenings", track_ids = new[] { track } });
        var share = await PostAsync(api, $"/api/tracks/{track}/share", new { show_prompt = true });
        return new Shelf(track, playlist.GetProperty("id").GetInt64(), share.GetProperty("token").GetString()!);
    }

    /// <summary>The path with what is on this shelf in the place of names in braces.</summary>
    public string In(string path) => path
        .Replace("{track}", $"{Track}", StringComparison.Ordinal).Replace("{playlist}", $"{Playlist}", StringComparison.Ordinal)
        .Replace("{share}", Share, StringComparison.Ordinal);

    private static async Task<JsonElement> PostAsync(HttpClient api, string path, object body)
    {
        using var answer = await api.PostAsJsonAsync(path, body, Cancelled);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }
}
