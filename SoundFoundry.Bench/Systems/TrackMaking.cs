using System.Net.Http.Json;
using System.Text.Json;

namespace SoundFoundry.Bench.Systems;

internal static class TrackMaking
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks for a track and waits until it is made.</summary>
    public static async Task<long> MakeTrackAsync(this HttpClient api, object request, CancellationToken cancellationToken)
    {
        using var made = await api.PostAsJsonAsync("/api/tracks", request, cancellationToken);
        made.EnsureSuccessStatusCode();
        var track = (await made.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("track_id").GetInt64();
        while ((await api.GetFromJsonAsync<JsonElement>($"/api/tracks/{track}", cancellationToken)).GetProperty("status").GetString() != "COMPLETE")
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        return track;
    }
}
