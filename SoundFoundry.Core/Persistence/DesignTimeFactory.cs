using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SoundFoundry.Core.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a server or a host.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SoundFoundryDb>
{
    public SoundFoundryDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SoundFoundryDb>().UseNpgsql().UseSnakeCaseNamingConvention().Options);
}
