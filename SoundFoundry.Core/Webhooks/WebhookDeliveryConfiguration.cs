using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Webhooks;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("webhook_deliveries");
        delivery.Property(d => d.MessageId).HasDefaultValueSql("gen_random_uuid()");
        delivery.Property(d => d.Event).HasMaxLength(64);
        delivery.Property(d => d.Data).HasColumnType("jsonb");
        delivery.Property(d => d.Status).HasConversion(new UpperCaseEnum<DeliveryStatus>()).HasMaxLength(16).HasDefaultValue(DeliveryStatus.Pending);
        delivery.Property(d => d.Attempts).HasDefaultValue(0);
        delivery.Property(d => d.AttemptsAllowed).HasDefaultValue(RetrySchedule.Attempts);
        delivery.Property(d => d.NextAt).HasDefaultValueSql("now()");
        delivery.Property(d => d.Error).HasMaxLength(500);
        delivery.Property(d => d.CreatedAt).HasDefaultValueSql("now()");
        delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasIndex(d => new { d.WebhookId, d.Id });
        delivery.HasIndex(d => d.NextAt).HasFilter("next_at IS NOT NULL");
    }
}
