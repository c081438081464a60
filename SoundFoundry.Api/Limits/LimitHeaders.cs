using System.Globalization;

namespace SoundFoundry.Api.Limits;

/// <summary>Tells a client how it stands, before it meets a limit and when it does: the header fields of
/// draft-ietf-httpapi-ratelimit-headers-11.</summary>
internal sealed class LimitHeaders
{
    private readonly List<LimitVerdict> _verdicts = [];

    private LimitHeaders(HttpContext context) => context.Response.OnStarting(Write, context);

    public static LimitHeaders Of(HttpContext context)
    {
        if (context.Features.Get<LimitHeaders>() is { } headers) return headers;
        headers = new LimitHeaders(context);
        context.Features.Set(headers);
        return headers;
    }

    public void Add(LimitVerdict verdict) => _verdicts.Add(verdict);

    /// <remarks>At the last moment, since an exception on the way clears what was set before.</remarks>
    private Task Write(object context)
    {
        var headers = ((HttpContext)context).Response.Headers;
        var refusal = _verdicts.Find(verdict => !verdict.IsAllowed);
        var tightest = refusal?.Tightest ?? _verdicts.Select(verdict => verdict.Tightest).MinBy(state => state.Share);
        headers["RateLimit-Policy"] = string.Join(", ", _verdicts.SelectMany(verdict => verdict.States.Select(state => Policy(state.Limit, verdict.IsShared))));
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{Name(tightest.Limit)}\";r={tightest.Remaining};t={tightest.SecondsToNext}");
        return Task.CompletedTask;
    }

    private static string Policy(Limit limit, bool isShared)
    {
        var window = (limit.Rate.Window + 999_999) / 1_000_000;
        return string.Create(
            CultureInfo.InvariantCulture, $"\"{Name(limit)}\";q={limit.Rate.Burst};w={window}{(isShared ? "" : ";soundfoundry-alone")}");
    }

    private static string Name(Limit limit) => limit.Name.ToString().ToLowerInvariant();
}
