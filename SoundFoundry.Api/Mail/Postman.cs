using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Mail;

/// <summary>Carries letters to the mail server, a few at once: one that takes long holds up no other.</summary>
internal sealed partial class Postman(Postbox postbox, IOptions<MailOptions> options, TimeProvider clock, ILogger<Postman> logger) : BackgroundService
{
    private const int AtOnce = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        postbox.TakeAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (letter, stop) => await CarryAsync(letter, stop));

    private async Task CarryAsync(Letter letter, CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, patience.Token);
        try
        {
            await MailServer.SendAsync(options.Value, letter, limit.Token);
            Log.Sent(logger, letter.UserId);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever went wrong with this letter, the next may arrive.
            Log.NotSent(logger, letter.UserId, exception.GetType().Name, exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1422, Level = LogLevel.Information, Message = "A mail to user {UserId} was handed to the mail server.")]
        public static partial void Sent(ILogger logger, long userId);

        [LoggerMessage(EventId = 1423, Level = LogLevel.Error, Message = "A mail to user {UserId} could not be sent: {Kind}: {Reason}")]
        public static partial void NotSent(ILogger logger, long userId, string kind, string reason);
    }
}
