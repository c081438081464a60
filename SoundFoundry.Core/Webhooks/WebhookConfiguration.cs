using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Core.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks");
        webhook.Property(w => w.Url).HasMaxLength(Webhook.UrlLength);
        webhook.Property(w => w.Description).HasMaxLength(Webhook.DescriptionLength);
        webhook.Property(w => w.Secret).HasMaxLength(100);
        webhook.Property(w => w.PreviousSecret).HasMaxLength(100);
        webhook.Property(w => w.CreatedAt).HasDefaultValueSql("now()");
        webhook.Property(w => w.DisabledReason).HasConversion(new UpperCaseEnum<DisabledReason>()).HasMaxLength(16);
        webhook.HasOne<User>().WithMany().HasForeignKey(w => w.UserId).OnDelete(DeleteBehavior.Cascade);
        webhook.HasIndex(w => w.UserId);
    }
}
