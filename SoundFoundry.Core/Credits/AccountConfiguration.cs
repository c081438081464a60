using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Core.Credits;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts", table => table.HasCheckConstraint("ck_accounts_never_negative", "available_credits >= 0"));
        account.HasKey(a => a.UserId);
        account.Property(a => a.UserId).ValueGeneratedNever();
        account.HasOne<User>().WithOne().HasForeignKey<Account>(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
