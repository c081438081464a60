using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Keys;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Identity;

/// <summary>Who may come in, and how: a schema of its own beside the core's, known to Api alone.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : IdentityUserContext<Member, long>(options), IDataProtectionKeyContext
{
    public const string Schema = "identity";

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SetUpLink> SetUpLinks => Set<SetUpLink>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<Member>(member =>
        {
            member.ToTable("members");
            member.Property(m => m.Id).ValueGeneratedNever();
        });
        builder.Entity<IdentityUserClaim<long>>().ToTable("member_claims");
        builder.Entity<IdentityUserLogin<long>>().ToTable("member_logins");
        builder.Entity<IdentityUserToken<long>>().ToTable("member_tokens");
        builder.Entity<IdentityUserPasskey<long>>().ToTable("passkeys");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.ApplyConfigurationsFromAssembly(typeof(IdentityDb).Assembly);
    }
}
