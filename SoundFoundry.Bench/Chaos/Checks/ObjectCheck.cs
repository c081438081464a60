using System.Security.Cryptography;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What lies in the store and on the workers' disks, against what the rows name.</summary>
internal static class ObjectCheck
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var named = (await system.Database.ListAsync(
            "SELECT artifact_key, artifact_sha256, status FROM jobs WHERE artifact_key IS NOT NULL OR status = 'COMPLETE'",
            row => (Key: row.IsDBNull(0) ? "" : row.GetString(0), Sha256: row.IsDBNull(1) ? "" : row.GetString(1), Status: row.GetString(2)),
            cancellationToken)).ToList();
        var wrong = new List<string>();
        foreach (var (key, sha256, status) in named)
        {
            var file = Path.Combine(system.AudioFolder, key);
            if (status != "COMPLETE") wrong.Add($"{key} belongs to a job that is {status}");
            else if (!File.Exists(file)) wrong.Add($"'{key}' is missing");
            else if (await HashAsync(file, cancellationToken) != sha256) wrong.Add($"{key} is not what the row says");
        }

        var unnamed = await LeftObjects.ReadAsync(system, cancellationToken);
        var temporary = LeftObjects.Temporary(system);
        return
        [
            new Finding("every complete job has one object, and its bytes are those of the row", named.Count, wrong),
            new Finding("no other object is left", named.Count + unnamed.Count, unnamed),
            new Finding("no half-written or temporary file is left", system.Workers.Count, temporary),
        ];
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
