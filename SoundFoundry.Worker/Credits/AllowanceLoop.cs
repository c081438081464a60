using Microsoft.Extensions.Options;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Credits;

/// <summary>Fills all accounts up when a month begins. Every worker may run it at once: of each account one of them does it.</summary>
internal sealed partial class AllowanceLoop(
    IServiceScopeFactory scopes, IOptions<CreditOptions> options, LoopPulse pulse, SchemaGate schema, TimeProvider clock,
    ILogger<AllowanceLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly ILogger _logger = logger;
    private readonly LoopPulse _pulse = pulse;
    private string? _done;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MonthlyAllowance == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        var month = await db.MonthAsync(cancellationToken);
        if (month == _done) return;

        while (await db.TopUpSomeAsync(options.Value.MonthlyAllowance, cancellationToken)) _pulse.Beat(Name);
        _done = month;
        Log.ToppedUp(_logger, month);
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, Clock, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2300, Level = LogLevel.Information, Message = "Every account has its allowance of {Month}.")]
        public static partial void ToppedUp(ILogger logger, string month);
    }
}
