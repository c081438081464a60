using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>Makes and changes webhooks: their address checked, and written down who did it.</summary>
internal sealed class WebhookKeeping(SoundFoundryDb db, WebhookAddress addresses, AuditLog audit)
{
    public const int MostPerUser = 20;

    public async Task<Keeping> CreateAsync(long userId, CreateWebhook request, CancellationToken cancellationToken)
    {
        if (await addresses.ObjectionAsync(request.Url!, cancellationToken) is { } objection) return new Keeping.BadAddress(objection);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two at once would both count the same.
        await db.LockUserAsync(userId, cancellationToken);
        if (await db.WebhooksOf(userId).CountAsync(cancellationToken) >= MostPerUser) return new Keeping.TooMany();
        var webhook = new Webhook
        {
            UserId = userId, Url = request.Url!, Description = Words(request.Description),
            Events = [.. request.Events ?? WebhookEvents.Subscribable], Secret = WebhookSecret.New(),
        };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.WebhookCreated, $"webhook {webhook.Id}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Keeping.Kept(webhook);
    }

    public async Task<Keeping> ChangeAsync(long userId, long id, WebhookChange change, CancellationToken cancellationToken)
    {
        if (!await db.WebhooksOf(userId).AnyAsync(webhook => webhook.Id == id, cancellationToken)) return new Keeping.NotFound();
        if (change.Url is not null && await addresses.ObjectionAsync(change.Url, cancellationToken) is { } objection)
            return new Keeping.BadAddress(objection);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (change.Enabled == false) await db.DisableWebhookAsync(id, DisabledReason.Owner, cancellationToken);
        if (change.Enabled == true) await db.EnableWebhookAsync(id, cancellationToken);
        var webhook = await db.Webhooks.SingleOrDefaultAsync(webhook => webhook.Id == id && webhook.UserId == userId, cancellationToken);
        if (webhook is null) return new Keeping.NotFound();
        if (change.Url is not null) webhook.Url = change.Url;
        if (change.Description is not null) webhook.Description = Words(change.Description);
        if (change.Events is not null) webhook.Events = [.. change.Events];
        await db.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.WebhookChanged, $"webhook {id}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Keeping.Kept(webhook);
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
