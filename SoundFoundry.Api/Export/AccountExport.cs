using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Export;

/// <summary>Everything that is a user's, as one archive, written while it is read: rows by the page, one object at a time, so that neither
/// memory nor connections grow with the library or with a reader's slowness.</summary>
internal sealed class AccountExport(SoundFoundryDb db, IdentityDb identity, IAudioStore store)
{
    private static readonly JsonSerializerOptions Json = Readable();

    /// <summary>An archive that was cut by a fault or a reader gets no index, so that it can't be taken for a whole one.</summary>
    public async Task WriteAsync(Stream output, long userId, bool audio, CancellationToken cancellationToken)
    {
        await using var patient = new PatientStream(output);
        var archive = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync(archive, "account.json", await db.ExportedAccountAsync(identity, userId, cancellationToken), cancellationToken);
        await AddAsync(archive, "ledger.json", db.ExportedLedgerAsync(userId, cancellationToken), cancellationToken);
        await AddAsync(archive, "tracks.json", db.ExportedTracksAsync(userId, cancellationToken), cancellationToken);
        await AddAsync(archive, "playlists.json", db.ExportedPlaylistsAsync(userId, cancellationToken), cancellationToken);
        await AddAsync(archive, "shares.json", await db.ExportedSharesAsync(userId, cancellationToken), cancellationToken);
        if (audio) await AddAudioAsync(archive, userId, cancellationToken);
        await archive.DisposeAsync();
        await patient.FlushAsync(cancellationToken);
    }

    private static async Task AddAsync<T>(ZipArchive archive, string name, T content, CancellationToken cancellationToken)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(entry, content, Json, cancellationToken);
    }

    private async Task AddAudioAsync(ZipArchive archive, long userId, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        await foreach (var (name, key) in db.ExportedAudioAsync(userId, cancellationToken))
        {
            await using var audio = await store.OpenAsync(key, cancellationToken);
            if (audio is null)
            {
                missing.Add(name);
                continue;
            }

            await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await audio.Content.CopyToAsync(entry, cancellationToken);
        }

        if (missing.Count > 0) await AddAsync(archive, "missing.json", missing, cancellationToken);
    }

    private static JsonSerializerOptions Readable()
    {
        // Written to a file, never into a page: what people wrote may stand as they wrote it.
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        ApiBuilder.Configure(json);
        return json;
    }
}
