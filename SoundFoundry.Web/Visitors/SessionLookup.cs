using System.Net;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Visitors;

/// <summary>Asks Api whose a session is.</summary>
internal sealed partial class SessionLookup(HttpClient http, ILogger<SessionLookup> logger)
{
    /// <param name="address">Where the visitor's browser is, for Api's limits and records; empty if that is not known.</param>
    public async Task<SessionVerdict> AskAsync(string token, string address, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
            request.SpeakFor(token, address);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized) return new SessionVerdict.Unknown();
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return new SessionVerdict.Refused();
            response.EnsureSuccessStatusCode();
            return new SessionVerdict.Known((await response.Content.ReadFromJsonAsync<Me>(ApiJson.Options, cancellationToken))!);
        }
        catch (Exception exception) when (ApiFault.Is(exception))
        {
            Log.Unavailable(logger, exception.Message);
            return new SessionVerdict.Unavailable();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "Api could not be asked about a session: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
