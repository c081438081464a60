using System.Data.Common;
using System.Net.Sockets;

namespace SoundFoundry.Core.Persistence;

/// <summary>Tells a database that is away from a fault of our own.</summary>
public static class Outage
{
    /// <summary>Whether a statement failed for the sake of the server, or of the way to it. The driver wraps what broke the connection, and
    /// a server that dies in the middle of an answer shows as an end of the stream.</summary>
    public static bool IsOutage(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is DbException or SocketException or TimeoutException or IOException) return true;

        return false;
    }
}
