namespace SoundFoundry.Tests.AppHost.Embedded;

/// <summary>How to reach the stores of a running engine: by the port they listen on and the password kept beside the data.</summary>
internal static class StoreAddress
{
    public static async Task<string> PostgresAsync(RunningEngine engine, string data, CancellationToken cancellationToken)
    {
        var arguments = await ArgumentsAsync(engine, "postgres -p ", cancellationToken);
        var password = await File.ReadAllTextAsync(Path.Combine(data, "secrets", "postgres-password"), cancellationToken);
        return $"Host=127.0.0.1;Port={arguments.Split(' ')[0]};Username=postgres;Password={password};Database=soundfoundry;Pooling=false";
    }

    public static async Task<string> RedisAsync(RunningEngine engine, string data, CancellationToken cancellationToken)
    {
        var address = await ArgumentsAsync(engine, "redis-server ", cancellationToken);
        var password = await File.ReadAllTextAsync(Path.Combine(data, "secrets", "redis-password"), cancellationToken);
        return $"{address},password={password},allowAdmin=true";
    }

    private static async Task<string> ArgumentsAsync(RunningEngine engine, string program, CancellationToken cancellationToken)
    {
        var family = await ProcessTree.BelowAsync(engine.ProcessId, cancellationToken);
        var command = family.Values.Single(command => command.Contains(program, StringComparison.Ordinal));
        return command[(command.IndexOf(program, StringComparison.Ordinal) + program.Length)..];
    }
}
