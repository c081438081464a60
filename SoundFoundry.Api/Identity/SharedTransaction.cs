using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Identity;

/// <summary>One transaction that the core's context and the identity's are both in. Undone when it is not committed.</summary>
internal sealed class SharedTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly IdentityDb _identity;

    private SharedTransaction(IDbContextTransaction transaction, IdentityDb identity) => (_transaction, _identity) = (transaction, identity);

    public static async Task<SharedTransaction> BeginAsync(SoundFoundryDb db, IdentityDb identity, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await identity.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellationToken);
        return new SharedTransaction(transaction, identity);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _identity.Database.UseTransactionAsync(null, CancellationToken.None);
        await _transaction.DisposeAsync();
    }
}
