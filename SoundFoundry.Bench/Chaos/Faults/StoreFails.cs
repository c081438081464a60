using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Makes the store refuse every object for a while: a file lies where its folder for half-written ones was.</summary>
internal sealed class StoreFails : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "store failing";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(scene.System.AudioFolder, ".incoming");
        var before = await scene.Database.ValueAsync<long>("SELECT coalesce(max(id), 0) FROM job_log", cancellationToken);
        Directory.Move(incoming, $"{incoming}-away");
        await File.WriteAllTextAsync(incoming, "", cancellationToken);
        try
        {
            return await Scene.UntilAsync(
                () => scene.IsAsync("SELECT 1 FROM job_log WHERE id > $1 AND message LIKE '%Trying again%'", before, cancellationToken),
                Patience, cancellationToken);
        }
        finally
        {
            File.Delete(incoming);
            Directory.Move($"{incoming}-away", incoming);
        }
    }
}
