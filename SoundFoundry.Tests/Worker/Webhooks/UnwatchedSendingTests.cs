using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Worker.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>Addresses of receivers often hold a secret, and there is no end of their hosts.</summary>
[Collection(nameof(Alone))]
public sealed class UnwatchedSendingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_metrics_nor_traces_tell_where_a_receiver_is()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var another = await Receiver.StartAsync();
        var ports = new ConcurrentBag<object?>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("System.Net", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => AddPort(ports, tags));
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => AddPort(ports, tags));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => ports.Add(activity.GetTagItem("server.port")),
        };
        ActivitySource.AddActivityListener(traces);

        using (var watched = new HttpClient())
        using (await watched.PostAsync(another.Url, null, Cancelled)) { }
        var outcome = await SendAsync(receiver.Url);

        outcome.IsDelivered.ShouldBeTrue();
        ports.ShouldContain(new Uri(another.Url).Port);
        ports.ShouldNotContain(new Uri(receiver.Url).Port);
    }

    private static void AddPort(ConcurrentBag<object?> ports, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
            if (name == "server.port") ports.Add(value);
    }

    private static async Task<DeliveryOutcome> SendAsync(string url)
    {
        var options = Options.Create(new WebhookOptions { AllowLoopback = true });
        using var client = new WebhookClient(options, Dns.GetHostAddressesAsync, TimeProvider.System);
        var sender = new WebhookSender(client, new WebhookAddress(options, Dns.GetHostAddressesAsync), options, TimeProvider.System);
        var due = new DueDelivery(
            1, 1, Guid.NewGuid(), 1, WebhookEvents.Test, TimeProvider.System.GetUtcNow(), "{}", url, WebhookSecret.New(), null, null);
        return await sender.SendAsync(due, Cancelled);
    }
}
