using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>How patient we are with providers elsewhere.</summary>
public sealed class RemoteOptions
{
    public const string Section = "Remote";
    private const string OutOfRange = "Remote:{0} must be between {1} and {2}.";

    [Description("How long a provider may take to answer a request for a render; then its answer counts as lost.")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ErrorMessage = OutOfRange)]
    public TimeSpan SubmitTimeout { get; init; } = TimeSpan.FromSeconds(30);

    [Description("How long one attempt may take at a provider before it is canceled there and another is tried.")]
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan RenderTimeout { get; init; } = TimeSpan.FromMinutes(10);

    [Description("How long a provider's own \"too many requests\" is waited for before another is tried.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = OutOfRange)]
    public TimeSpan RateLimitPatience { get; init; } = TimeSpan.FromSeconds(30);

    [Description("How long a request whose answer was lost is looked for before another provider is tried.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00", ErrorMessage = OutOfRange)]
    public TimeSpan UnknownOutcomeWait { get; init; } = TimeSpan.FromMinutes(1);

    [Description("What requests of unknown outcome may have cost at one provider in a day (UTC), in US dollars, before it gets no more.")]
    [Range(0, 100_000, ErrorMessage = OutOfRange)]
    public decimal UnknownCostPerDayUsd { get; init; } = 5;

    [Description("How often each provider is asked something that costs nothing.")]
    [Range(typeof(TimeSpan), "00:00:02", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromMinutes(1);
}
