using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using SoundFoundry.Core.Persistence;
using SoundFoundry.ServiceDefaults;

namespace SoundFoundry.Api.Identity;

internal static class IdentityDbSetup
{
    /// <summary>Speaks over the connection of the scope's <see cref="SoundFoundryDb"/>, so that both can share a transaction.</summary>
    public static void AddIdentityDb(this IServiceCollection services)
    {
        services.AddIdentitySchema();
        services.AddDbContext<IdentityDb>((scope, options) => options
            .UseNpgsql(scope.GetRequiredService<SoundFoundryDb>().Database.GetDbConnection(), KeepHistoryApart)
            .UseSnakeCaseNamingConvention());
        services.AddSchemaHealth<IdentityDb>("identity-schema");
    }

    // The first that has passkeys. The context finds it in the container, at design time too.
    private static void AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    private static void KeepHistoryApart(NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsHistoryTable("migrations", IdentityDb.Schema);

    /// <summary>Lets <c>dotnet ef migrations add</c> see the model without a server or a host.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<IdentityDb>
    {
        public IdentityDb CreateDbContext(string[] args)
        {
            var services = new ServiceCollection();
            services.AddIdentitySchema();
            return new(new DbContextOptionsBuilder<IdentityDb>().UseApplicationServiceProvider(services.BuildServiceProvider())
                .UseNpgsql(KeepHistoryApart).UseSnakeCaseNamingConvention().Options);
        }
    }
}
