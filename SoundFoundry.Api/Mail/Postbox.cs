using System.Threading.Channels;

namespace SoundFoundry.Api.Mail;

/// <summary>Takes letters without making the request wait, which would tell by its time who has an account. What is lost when the process
/// ends, or when the server does not take it, can be asked for again.</summary>
internal sealed partial class Postbox(ILogger<Postbox> logger)
{
    private const int Capacity = 1_000;

    private readonly Channel<Letter> _letters = Channel.CreateBounded<Letter>(Capacity);

    public void Post(Letter letter)
    {
        if (!_letters.Writer.TryWrite(letter)) Log.Full(logger, letter.UserId);
    }

    public IAsyncEnumerable<Letter> TakeAsync(CancellationToken cancellationToken) => _letters.Reader.ReadAllAsync(cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1421, Level = LogLevel.Error, Message = "A mail to user {UserId} was dropped: too many wait to be sent.")]
        public static partial void Full(ILogger logger, long userId);
    }
}
