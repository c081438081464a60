using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Sections;

namespace SoundFoundry.Web.Account.Webhooks;

/// <summary>The latest deliveries of one webhook, as they are sent.</summary>
public sealed partial class DeliveryLog : PolledPart
{
    private const int Shown = 30;
    private string? _trouble;

    [Parameter, EditorRequired]
    public required long WebhookId { get; set; }

    /// <summary>Carried from the first rendering over to the circuit.</summary>
    [PersistentState]
    public IReadOnlyList<Delivery>? Deliveries { get; set; }

    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    protected override bool HasRead => Deliveries is not null;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await Api.DeliveriesAsync(WebhookId, Shown, cancellationToken);
        if (answer is Answer<DeliveryPage>.Ok ok) Deliveries = ok.Value.Deliveries;
    }

    private Task TestAsync() => RunAsync(async () => await TellAsync(await Api.TestWebhookAsync(WebhookId, Life)));

    private Task RedeliverAsync(long id) => RunAsync(async () => await TellAsync(await Api.RedeliverAsync(WebhookId, id, Life)));

    private Task TellAsync(Answer<Delivery> answer)
    {
        _trouble = (answer as Answer<Delivery>.Refused)?.Problem.InWords;
        return ReadAsync(Life);
    }
}
