using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded;

/// <summary>Starts everything in the order of its needs, keeps it running, and stops it in reverse.</summary>
internal sealed class Engine(IReadOnlyList<Resource> resources, IConfiguration configuration) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _kill = new();
    private DataFolder? _data;

    public TimeProvider Clock { get; } = TimeProvider.System;

    public LogOutput Output { get; } = new();

    public ChildStarter Starter { get; } = new();

    public Health Health => field ??= new Health(Output, Clock);

    public DataFolder Data => _data ?? throw new InvalidOperationException("Not running.");

    /// <summary>No patience left: everything is to end at once.</summary>
    public CancellationToken Kill => _kill.Token;

    /// <summary>Returns when everything has ended; throws what kept it from running.</summary>
    public void Run()
    {
        RefuseTakenPorts();
        _data = DataFolder.Open(Path.GetFullPath(configuration["data"] ?? Path.Combine(Checkout.Root, ".soundfoundry")));
        ParentProcess.EndWith(ParentProcess.DotnetAbove());
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

        var run = Task.Run(RunAsync);
        Starter.Pump(run);
        run.GetAwaiter().GetResult();
    }

    /// <summary>What each service of ours finds in its environment beside what it refers to.</summary>
    public Dictionary<string, string?> ServiceVariables(string service, string instance) => new()
    {
        // The launch profile is for this program; the services run as they would in production unless the operator says otherwise.
        ["ASPNETCORE_ENVIRONMENT"] = configuration["ENVIRONMENT"] ?? "Production",
        ["DOTNET_ENVIRONMENT"] = null,
        ["DOTNET_LAUNCH_PROFILE"] = null,
        ["ASPNETCORE_URLS"] = null,
        ["SOUNDFOUNDRY_PARENT_PID"] = $"{Environment.ProcessId}",
        ["OTEL_SERVICE_NAME"] = service,
        ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}",
        ["Logging__Console__FormatterName"] = "simple",
        ["Logging__Console__FormatterOptions__SingleLine"] = "true",
        ["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = Output.Coloured ? "1" : null,
    };

    public void Dispose()
    {
        Starter.Dispose();
        Health.Dispose();
        _data?.Dispose();
        _stop.Dispose();
        _kill.Dispose();
    }

    private async Task RunAsync()
    {
        var running = resources.Select(resource => (Stop: new CancellationTokenSource(), Resource: resource)).ToList();
        var runs = running.Select(one => one.Resource.RunAsync(this, one.Stop.Token)).ToList();
        var failed = Failed(runs);
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, Clock, _stop.Token);

        await Task.WhenAny(Task.WhenAll(resources.Select(resource => resource.Ready)), failed, stopped);
        if (!failed.IsCompleted && !stopped.IsCompleted) Announce();
        await Task.WhenAny(failed, stopped);

        Output.Say("Stopping");
        for (var last = running.Count - 1; last >= 0; last--)
        {
            await running[last].Stop.CancelAsync();
            await runs[last].ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (failed.IsCompleted) await await failed;
    }

    /// <summary>The first run that ends by a failure.</summary>
    private static async Task<Task> Failed(IEnumerable<Task> runs)
    {
        await foreach (var run in Task.WhenEach(runs))
        {
            if (run.IsFaulted) return run;
        }

        return await new TaskCompletionSource<Task>().Task;
    }

    private void Announce()
    {
        foreach (var project in resources.OfType<Project>().Where(project => project.Port is not null).OrderByDescending(project => project.IsExternal))
            Output.Say(project.IsExternal ? $"SoundFoundry is ready: {project.Url}" : $"{project.Name}: {project.Url}");
        Output.Say($"Ctrl+C stops it. Its data stays in {Data.Path}");
    }

    private void RefuseTakenPorts()
    {
        foreach (var project in resources.OfType<Project>())
        {
            if (project.Port is { } port && Ports.IsTaken(port))
                throw new EngineProblem($"port {port} is taken by another program. Stop that one, or choose another port: -- --{project.Name}-port {port + 1}");
        }
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_stop.IsCancellationRequested) _kill.Cancel();
        else _stop.Cancel();
    }
}
