using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Paging;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Dispatch;

/// <summary>Changes what the queue may do, and says so in the operator's log and in the audit log.</summary>
internal sealed partial class QueueMode(SoundFoundryDb db, AuditLog audit, Hints hints, ILogger<QueueMode> logger)
{
    public async Task<Ok<QueueReport>> SetAsync(DispatchMode mode, CancellationToken cancellationToken)
    {
        if (await db.SetDispatchModeAsync(mode, cancellationToken))
        {
            Log.Changed(logger, mode);
            await audit.WriteAsync(Acts.QueueOrdered, null, cancellationToken, mode.Word());
        }

        hints.WorkWaiting();
        return TypedResults.Ok((await db.ReportAsync(new PageQuery(), cancellationToken))!); // without a cursor there is always a page
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1040, Level = LogLevel.Warning, Message = "The operator set the queue to {Mode}.")]
        public static partial void Changed(ILogger logger, DispatchMode mode);
    }
}
